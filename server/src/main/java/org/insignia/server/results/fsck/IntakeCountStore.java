package org.insignia.server.results.fsck;

import java.util.UUID;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeCountStore {
  /** So few, since each can have a million rows. */
  private static final int PARTS = 1;

  private final JdbcClient db;
  private final Stretches stretches;

  IntakeCountStore(JdbcClient db, Stretches stretches) {
    this.db = db;
    this.stretches = stretches;
  }

  void check(Probe probe) {
    stretches.visit(probe, "intake_part", "id", PARTS, (after, upTo) -> count(probe, upTo));
  }

  private void count(Probe probe, UUID part) {
    db.sql(
            """
            select p.accepted, p.duplicates, p.held, p.refused, k.accepted as kept_accepted,
                   k.duplicates as kept_duplicates, k.held as kept_held, k.refused as kept_refused
              from intake_part p
             cross join lateral (
                   select count(*) filter (where verdict = 'ACCEPTED') as accepted,
                          count(*) filter (where verdict = 'DUPLICATE') as duplicates,
                          count(*) filter (where verdict = 'HELD') as held,
                          count(*) filter (where verdict = 'REFUSED') as refused
                     from intake_row where part_id = p.id) k
             where p.id = :part
               and (p.accepted <> k.accepted or p.duplicates <> k.duplicates or p.held <> k.held
                    or p.refused < k.refused)
            """)
        .param("part", part)
        .query(row -> {
          probe.broken(
              "intake_part:" + part,
              "counts %d accepted, %d duplicates, %d held, %d refused; its rows are %d, %d, %d, %d"
                  .formatted(
                      row.getLong("accepted"),
                      row.getLong("duplicates"),
                      row.getLong("held"),
                      row.getLong("refused"),
                      row.getLong("kept_accepted"),
                      row.getLong("kept_duplicates"),
                      row.getLong("kept_held"),
                      row.getLong("kept_refused")));
        });
  }
}
