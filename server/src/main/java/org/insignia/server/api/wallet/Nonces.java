package org.insignia.server.api.wallet;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/** What wallets have to sign, so that a proof serves once: fresh, short-lived, good on any node. */
@Component
class Nonces implements Sweep {
  static final Duration LIFE = Duration.ofMinutes(5);
  private static final int SWEPT_AT_ONCE = 1000;

  private final NonceStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Nonces(NonceStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  String fresh() {
    var nonce = SecretToken.fresh(random);
    store.insert(nonce.hash(), clock.instant().plus(LIFE));
    return nonce.text();
  }

  /** A fresh one as the members that wallets of earlier drafts look for in answers. */
  Map<String, Object> told() {
    return Map.of("c_nonce", fresh(), "c_nonce_expires_in", LIFE.toSeconds());
  }

  /** Whether it is one of ours that nobody used before; from now on it is used. */
  boolean use(String nonce) {
    return SecretToken.parse(nonce)
        .filter(parsed -> store.delete(parsed.hash(), clock.instant()))
        .isPresent();
  }

  @Override
  public String name() {
    return "wallet-nonces";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }

  @Repository
  static class NonceStore {
    private final JdbcClient db;

    NonceStore(JdbcClient db) {
      this.db = db;
    }

    void insert(String hash, Instant end) {
      db.sql("insert into wallet_nonce (hash, expires_at) values (:hash, :end)")
          .param("hash", hash)
          .param("end", Timestamp.from(end))
          .update();
    }

    boolean delete(String hash, Instant now) {
      return db.sql("delete from wallet_nonce where hash = :hash returning expires_at > :now")
          .param("hash", hash)
          .param("now", Timestamp.from(now))
          .query(Boolean.class)
          .optional()
          .orElse(false);
    }

    int sweep(Instant now, int most) {
      return db.sql(
              """
              delete from wallet_nonce where hash in (
                select hash from wallet_nonce where expires_at < :now order by expires_at limit :most)
              """)
          .param("now", Timestamp.from(now))
          .param("most", most)
          .update();
    }
  }
}
