package org.insignia.server.platform.attempts;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counting at another time. */
public final class TestAttempts {
  private TestAttempts() {}

  /** Counts in the same rows as everybody, by this clock. */
  public static Attempts at(Clock clock, JdbcClient db) {
    return new Attempts(new AttemptStore(db), clock);
  }
}
