package org.insignia.server.transcripts.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.transcripts.share.Share;
import org.springframework.stereotype.Component;

/**
 * When a share was looked at, and what was taken. Not by whom and not from where: the code says
 * that it was somebody whom the earner gave it to, and an address would say more than anybody needs
 * to keep.
 */
@Component
public class Views implements Sweep {
  /** How long a view is remembered. */
  public static final Duration KEPT = Duration.ofDays(400);

  private static final int SWEPT_AT_ONCE = 1000;

  private final ViewStore store;
  private final Clock clock;

  Views(ViewStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What was taken. Names are keys of texts. */
  public enum Kind {
    PAGE,
    PDF,
    JSON,
    CLR
  }

  /** One view. */
  public record View(Instant at, Kind kind) {}

  /** Notes a view that happens now. */
  public void note(Share share, Kind kind) {
    store.insert(share.id(), kind, clock.instant());
  }

  /** The latest, newest first. */
  public List<View> latest(Share share, int limit) {
    return store.latest(share.id(), limit);
  }

  /** How many there were. */
  public long count(Share share) {
    return store.count(share.id());
  }

  @Override
  public String name() {
    return "transcript-views";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now.minus(KEPT), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
