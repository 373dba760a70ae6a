package org.insignia.server.issuing.erasure;

import java.util.List;
import java.util.UUID;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of issuing that name somebody, made nameless. */
@Repository
class NamelessStore {
  private final JdbcClient db;

  NamelessStore(JdbcClient db) {
    this.db = db;
  }

  /** All copies of an award's badge, the newest first. */
  List<CredentialId> copies(AwardId award) {
    return db.sql("select id from credential where award_id = :award order by id desc")
        .param("award", award.value())
        .query((row, number) -> new CredentialId(row.getObject("id", UUID.class)))
        .list();
  }

  void erase(AwardId award) {
    var id = award.value();
    db.sql(
            """
            update credential
               set recipient = 'erased@insignia.invalid', recipient_name = '', state = 'REVOKED',
                   state_at = coalesce(state_at, now()), state_reason = 'erased'
             where award_id = :award
            """)
        .param("award", id)
        .update();
    for (String table :
        List.of(
            "credential_document",
            "credential_details",
            "credential_unsigned",
            "credential_unannounced")) {
      db.sql(
              "delete from %s where credential_id in (select id from credential where award_id = :award)"
                  .formatted(table))
          .param("award", id)
          .update();
    }
    db.sql("delete from corrected_name where award_id = :award").param("award", id).update();
  }

  /** The list it came in goes, too: the file names everybody on it, the report some of them. */
  void eraseList(UUID run) {
    var over = "(select id from issue_run where id = :run and finished_at is not null)";
    for (String table : List.of("issue_run_bytes", "issue_run_row")) {
      db.sql("delete from " + table + " where run_id in " + over).param("run", run).update();
    }
  }
}
