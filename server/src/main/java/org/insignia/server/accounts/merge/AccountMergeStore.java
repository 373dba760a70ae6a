package org.insignia.server.accounts.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of merges and of what they moved. */
@Repository
class AccountMergeStore {
  private static final String SELECT =
      """
      select m.id, m.kept_id, k.name as kept_name, m.gone_id, g.name as gone_name, m.merged_at, m.undo_until, m.undone_at
        from account_merge m
        join person k on k.id = m.kept_id
        join person g on g.id = m.gone_id
      """;

  private final JdbcClient db;

  AccountMergeStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * Both accounts stand still until the transaction ends; false if one is no account (any more).
   */
  boolean lock(PersonId one, PersonId other) {
    return db.sql(
                """
                select id from person
                 where id in (:one, :other) and merged_into is null
                 order by id
                   for update
                """)
            .param("one", one.value())
            .param("other", other.value())
            .query(UUID.class)
            .list()
            .size()
        == 2;
  }

  void insert(UUID id, PersonId kept, PersonId gone, Instant now, Instant until) {
    db.sql(
            """
            insert into account_merge (id, kept_id, gone_id, merged_at, undo_until)
            values (:id, :kept, :gone, :now, :until)
            """)
        .param("id", id)
        .param("kept", kept.value())
        .param("gone", gone.value())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .update();
  }

  /** What was merged into {@code from} counts as merged into {@code to}. */
  List<UUID> reroute(PersonId from, PersonId to) {
    return db.sql("update person set merged_into = :to where merged_into = :from returning id")
        .param("to", to.value())
        .param("from", from.value())
        .query(UUID.class)
        .list();
  }

  void setMergedInto(UUID gone, PersonId kept) {
    db.sql("update person set merged_into = :kept where id = :gone")
        .param("kept", kept.value())
        .param("gone", gone)
        .update();
  }

  void setStanding(PersonId person) {
    db.sql("update person set merged_into = null where id = :id")
        .param("id", person.value())
        .update();
  }

  /** Moves proven mailboxes; whatever the new owner had begun to prove of them is done. */
  List<UUID> moveAddresses(PersonId from, PersonId to) {
    db.sql(
            """
            delete from address
             where person_id = :to and verified_at is null
               and key in (select key from address where person_id = :from and verified_at is not null)
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
    return db.sql(
            """
            update address set person_id = :to, main = false
             where person_id = :from and verified_at is not null
            returning id
            """)
        .param("to", to.value())
        .param("from", from.value())
        .query(UUID.class)
        .list();
  }

  Optional<UUID> mainAddress(PersonId person) {
    return db.sql("select id from address where person_id = :id and main")
        .param("id", person.value())
        .query(UUID.class)
        .optional();
  }

  /** Moves one mailbox back, if it is still there; it is nobody's main one then. */
  void returnAddress(UUID address, PersonId from, PersonId to) {
    db.sql(
            """
            update address set person_id = :to, main = false
             where id = :id and person_id = :from
            """)
        .param("to", to.value())
        .param("id", address)
        .param("from", from.value())
        .update();
  }

  /** Makes this the main mailbox of a person who has none. */
  void makeMain(PersonId person, UUID address) {
    db.sql(
            """
            update address set main = true
             where id = :id and person_id = :person and verified_at is not null
               and not exists (select 1 from address where person_id = :person and main)
            """)
        .param("id", address)
        .param("person", person.value())
        .update();
  }

  /** Sees to it that a person has a main mailbox; false where they have no proven one at all. */
  boolean haveMain(PersonId person) {
    var first =
        db.sql(
                """
                select id from address
                 where person_id = :person and verified_at is not null
                 order by main desc, verified_at, id limit 1
                """)
            .param("person", person.value())
            .query(UUID.class)
            .optional();
    first.ifPresent(address -> makeMain(person, address));
    return first.isPresent();
  }

  void handOn(UUID merge, PersonalRows rows, PersonId from, PersonId to) {
    db.sql(
            """
            with moved as (update %1$s set %2$s = :to where %2$s = :from returning id)
            insert into account_move (merge_id, what, ref) select :merge, :what, id::text from moved
            """
                .formatted(rows.table(), rows.column()))
        .param("merge", merge)
        .param("what", rows.what())
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  void giveBack(UUID merge, PersonalRows rows, PersonId from, PersonId to) {
    db.sql(
            """
            update %1$s t set %2$s = :to from account_move m
             where m.merge_id = :merge and m.what = :what and t.id = m.ref::uuid and t.%2$s = :from
            """
                .formatted(rows.table(), rows.column()))
        .param("merge", merge)
        .param("what", rows.what())
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  void note(UUID merge, String what, String ref) {
    db.sql("insert into account_move (merge_id, what, ref) values (:merge, :what, :ref)")
        .param("merge", merge)
        .param("what", what)
        .param("ref", ref)
        .update();
  }

  List<String> noted(UUID merge, String what) {
    return db.sql(
            "select ref from account_move where merge_id = :merge and what = :what order by ref")
        .param("merge", merge)
        .param("what", what)
        .query(String.class)
        .list();
  }

  Optional<AccountMerge> find(UUID id) {
    return db.sql(SELECT + " where m.id = :id")
        .param("id", id)
        .query(AccountMergeStore::merge)
        .optional();
  }

  /** Ids are made in the order of time. */
  List<AccountMerge> latest(@Nullable UUID before, int limit) {
    return db.sql(
            SELECT
                + (before == null ? "" : " where m.id < :before")
                + " order by m.id desc limit :limit")
        .params(before == null ? Map.of() : Map.of("before", before))
        .param("limit", limit)
        .query(AccountMergeStore::merge)
        .list();
  }

  /** Whether a later merge took in the account that this one kept, and stands. */
  boolean isCovered(AccountMerge merge) {
    return db.sql(
            "select exists (select 1 from person where id = :kept and merged_into is not null)")
        .param("kept", merge.kept().value())
        .query(Boolean.class)
        .single();
  }

  boolean undo(UUID id, Instant now) {
    return db.sql(
                "update account_merge set undone_at = :now where id = :id and undone_at is null and undo_until > :now")
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update()
        == 1;
  }

  private static AccountMerge merge(ResultSet row, int number) throws SQLException {
    var undone = row.getTimestamp("undone_at");
    return new AccountMerge(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("kept_id", UUID.class)),
        row.getString("kept_name"),
        new PersonId(row.getObject("gone_id", UUID.class)),
        row.getString("gone_name"),
        row.getTimestamp("merged_at").toInstant(),
        row.getTimestamp("undo_until").toInstant(),
        undone == null ? null : undone.toInstant());
  }
}
