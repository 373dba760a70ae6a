package org.insignia.server.issuing.hand;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which badges are in force, signed or not, by mailbox. */
@Repository
class InForceStore {
  private final JdbcClient db;

  InForceStore(JdbcClient db) {
    this.db = db;
  }

  /** A badge that somebody has. */
  record InForce(
      CredentialId credential, AchievementId achievement, String mailboxKey, Instant earnedAt) {}

  List<InForce> of(Collection<AchievementId> achievements, Collection<String> mailboxKeys) {
    return db.sql(
            """
            select id, achievement_id, lower(recipient collate "C") as mailbox, earned_at
              from credential
             where lower(recipient collate "C") = any (:keys::text[])
               and achievement_id = any (:achievements::text[]::uuid[])
               and state in ('ISSUED', 'SUSPENDED')
            """)
        .param("keys", mailboxKeys.toArray(String[]::new))
        .param(
            "achievements",
            achievements.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query((row, number) ->
            new InForce(
                new CredentialId(row.getObject("id", UUID.class)),
                new AchievementId(row.getObject("achievement_id", UUID.class)),
                row.getString("mailbox"),
                row.getObject("earned_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
