package org.insignia.server.accounts.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes the rows of a person away; most go with the person's own row. */
@Repository
final class ErasureStore {
  private final JdbcClient db;

  ErasureStore(JdbcClient db) {
    this.db = db;
  }

  /** Every mailbox the person named, proven or not. */
  List<EmailAddress> addressesOf(PersonId person) {
    return db.sql(
            """
            select value from address
             where person_id = :id or person_id in (select id from person where merged_into = :id)
            """)
        .param("id", person.value())
        .query((row, number) -> EmailAddress.of(row.getString("value")))
        .list();
  }

  List<PersonId> mergedInto(PersonId person) {
    return db.sql("select id from person where merged_into = :id")
        .param("id", person.value())
        .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
        .list();
  }

  /** What was asked for or told under these mailboxes and is kept apart from the person. */
  void forgetLetters(Collection<EmailAddress> mailboxes) {
    var keys = mailboxes.stream().map(EmailAddress::key).toArray(String[]::new);
    db.sql("delete from sign_up where key = any(:keys)").param("keys", keys).update();
    db.sql("delete from password_reset where key = any(:keys)").param("keys", keys).update();
    db.sql("delete from safety_notice where lower(value collate \"C\") = any(:keys)")
        .param("keys", keys)
        .update();
    db.sql("delete from merge_proof where lower(value collate \"C\") = any(:keys)")
        .param("keys", keys)
        .update();
  }

  /** What nobody confirmed in time, and what was told long ago; how much. */
  int deleteOver(Instant now, Instant told, int limit) {
    return deleteOver("sign_up", "expires_at", now, limit)
        + deleteOver("password_reset", "expires_at", now, limit)
        + deleteOver("merge_proof", "expires_at", now, limit)
        + deleteOver("safety_notice", "at", told, limit);
  }

  private int deleteOver(String table, String column, Instant moment, int limit) {
    return db.sql(
            """
            delete from %1$s where id = any(array(
              select id from %1$s where %2$s < :moment order by %2$s limit :limit for update skip locked))
            """
                .formatted(table, column))
        .param("moment", Timestamp.from(moment))
        .param("limit", limit)
        .update();
  }

  void erase(PersonId person) {
    db.sql("delete from person where id = :id").param("id", person.value()).update();
  }
}
