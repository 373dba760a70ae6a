package org.insignia.server.transcripts.guard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives tests the guard of another node, whose clock stands still. */
@Component
public final class Guards {
  private final JdbcClient db;
  private final PlatformTransactionManager transactions;

  Guards(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    this.transactions = transactions;
  }

  public Guard at(Instant now) {
    return new Guard(new TryStore(db), transactions, Clock.fixed(now, ZoneOffset.UTC));
  }
}
