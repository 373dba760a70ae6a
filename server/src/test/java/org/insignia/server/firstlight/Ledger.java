package org.insignia.server.firstlight;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.insignia.server.firstlight.Answers.Earned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says was issued, read past the features: the tests trust none of them. */
final class Ledger {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private final JdbcClient db;
  private final UUID organisation;

  Ledger(JdbcClient db, UUID organisation) {
    this.db = db;
    this.organisation = organisation;
  }

  /** Credentials in force with a stored document, by candidate record. */
  Set<Earned> issued() {
    return rows().stream().collect(Collectors.toSet());
  }

  /** As {@link #issued}, each as often as it is there. */
  List<Earned> rows() {
    return db.sql(
            """
            select c.provider || '/' || c.number as record, a.source_uid, k.earned_at
              from credential k
              join achievement a on a.id = k.achievement_id
              join candidate c on c.dossier_id = k.dossier_id
             where k.organisation_id = :organisation
               and k.state = 'ISSUED'
               and exists (select 1 from credential_document d where d.credential_id = k.id)
            """)
        .param("organisation", organisation)
        .query((row, number) ->
            new Earned(
                row.getString("record"),
                row.getString("source_uid"),
                at(row.getTimestamp("earned_at"))))
        .list();
  }

  private static Instant at(Timestamp timestamp) {
    return timestamp.toInstant();
  }

  /** Every credential ever made for the organisation, in whatever state. */
  long everMade() {
    return db.sql("select count(*) from credential where organisation_id = :organisation")
        .param("organisation", organisation)
        .query(Long.class)
        .single();
  }

  List<UUID> ids() {
    return db.sql(
            "select id from credential where organisation_id = :organisation and state = 'ISSUED' order by id")
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** Waits until so many are issued and nothing is left to decide. */
  void awaitIssued(int expected) {
    var end = Instant.now().plus(PATIENCE);
    while (!(rows().size() == expected && isQuiet())) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "expected %d credentials, have %d; quiet: %s"
                .formatted(expected, rows().size(), isQuiet()));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  boolean isQuiet() {
    return db.sql(
            """
            select not exists (select 1 from intake_part where state = 'WAITING')
               and not exists (select 1 from changed_dossier)
               and not exists (select 1 from award_due)
               and not exists (
                     select 1 from credential k
                      where k.organisation_id = :organisation
                        and not exists (select 1 from credential_document d where d.credential_id = k.id))
            """)
        .param("organisation", organisation)
        .query(Boolean.class)
        .single();
  }
}
