package org.insignia.server.platform.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailQuotaStore {
  private final JdbcClient db;

  MailQuotaStore(JdbcClient db) {
    this.db = db;
  }

  /** Takes room for as many of these as there is; who comes at the same moment waits. */
  int take(UUID organisation, LocalDate day, int wanted, long most) {
    db.sql(
            "insert into mail_day (organisation_id, day, count) values (:id, :day, 0) on conflict do nothing")
        .param("id", organisation)
        .param("day", day)
        .update();
    long count =
        db.sql("select count from mail_day where organisation_id = :id and day = :day for update")
            .param("id", organisation)
            .param("day", day)
            .query(Long.class)
            .single();
    int room = (int) Math.clamp(most - count, 0, wanted);
    add(organisation, day, room);
    return room;
  }

  void giveBack(UUID organisation, LocalDate day, int letters) {
    add(organisation, day, -letters);
  }

  private void add(UUID organisation, LocalDate day, int letters) {
    db.sql(
            "update mail_day set count = count + :letters where organisation_id = :id and day = :day")
        .param("letters", letters)
        .param("id", organisation)
        .param("day", day)
        .update();
  }

  long count(UUID organisation, LocalDate day) {
    return db.sql("select count from mail_day where organisation_id = :id and day = :day")
        .param("id", organisation)
        .param("day", day)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Counts of days before this one; as many as are gone. */
  int forgetBefore(LocalDate day, int most) {
    return db.sql(
            """
            delete from mail_day where ctid = any(array(
              select ctid from mail_day where day < :day limit :most for update skip locked))
            """)
        .param("day", day)
        .param("most", most)
        .update();
  }

  /** What is due before then waits until then, all but these and what another node has in hand. */
  void putOff(UUID organisation, Instant until, Collection<UUID> but) {
    db.sql(
            """
            update outbox_letter set due_at = :until
             where id = any(array(
               select id from outbox_letter
                where organisation_id = :id and state = 'waiting' and due_at < :until and id <> all(:but)
                  for update skip locked))
            """)
        .param("id", organisation)
        .param("until", Timestamp.from(until))
        .param("but", but.toArray(UUID[]::new))
        .update();
  }

  /** Those that a mail server did not take keep their turn. */
  void release(UUID organisation) {
    db.sql(
            """
            update outbox_letter set due_at = now()
             where organisation_id = :id and state = 'waiting' and attempts = 0 and due_at > now()
            """)
        .param("id", organisation)
        .update();
  }

  long heldBack(UUID organisation, int most) {
    return db.sql(
            """
            select count(*)
              from (select 1 from outbox_letter
                     where organisation_id = :id and state = 'waiting' and attempts = 0 and due_at > now()
                     limit :most) as held
            """)
        .param("id", organisation)
        .param("most", most)
        .query(Long.class)
        .single();
  }
}
