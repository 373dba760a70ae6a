package org.insignia.server.certificates.design;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** DesignPictures that were tried and taken into no design are of no use after a while. */
@Component
final class PictureSweep implements Sweep {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int AT_ONCE = 100;
  private final DesignPictureStore store;

  PictureSweep(DesignPictureStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "certificate-pictures";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
