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

  /**
   * Nothing is due of its copies any more. Whoever signs or announces holds what is due before the
   * credential, and so does who erases it.
   */
  void letGo(AwardId award) {
    delete("credential_unsigned", award);
    delete("credential_unannounced", award);
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
    delete("credential_document", award);
    delete("credential_details", award);
    db.sql("delete from corrected_name where award_id = :award").param("award", id).update();
  }

  private void delete(String table, AwardId award) {
    db.sql(
            "delete from %s where credential_id in (select id from credential where award_id = :award)"
                .formatted(table))
        .param("award", award.value())
        .update();
  }

  /** The list it came in goes, too: the file names everybody on it, the report some of them. */
  void eraseList(UUID run) {
    var over = "(select id from issue_run where id = :run and finished_at is not null)";
    for (String table : List.of("issue_run_bytes", "issue_run_row")) {
      db.sql("delete from " + table + " where run_id in " + over).param("run", run).update();
    }
  }
}
