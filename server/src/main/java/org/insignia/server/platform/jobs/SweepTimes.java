package org.insignia.server.platform.jobs;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When each kind of housekeeping is next due. */
@Component
public class SweepTimes {
  private final SweepStore store;

  SweepTimes(SweepStore store) {
    this.store = store;
  }

  /** By name, in order of the time. */
  public Map<String, Instant> all() {
    return store.times();
  }
}
