package org.insignia.server.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class OutboxStore {
  private final JdbcClient db;

  OutboxStore(JdbcClient db) {
    this.db = db;
  }

  /** A letter that is due. */
  record Due(
      UUID id, String kind, UUID ref, EmailAddress to, int attempts, @Nullable UUID organisation) {
    static Due from(ResultSet row, int number) throws SQLException {
      return new Due(
          row.getObject("id", UUID.class),
          row.getString("kind"),
          row.getObject("ref", UUID.class),
          EmailAddress.of(row.getString("recipient")),
          row.getInt("attempts"),
          row.getObject("organisation_id", UUID.class));
    }
  }

  /**
   * Queues letters.
   *
   * @param of in whose name each goes out; empty: the server's own
   */
  void queue(String kind, Collection<UUID> refs, Collection<EmailAddress> to, Collection<UUID> of) {
    db.sql(
            """
            insert into outbox_letter (id, kind, ref, recipient, organisation_id)
            select id, :kind, ref, recipient, organisation
              from unnest(:ids::uuid[], :refs::uuid[], :recipients::text[], :organisations::uuid[])
                   as t(id, ref, recipient, organisation)
            on conflict (kind, ref) do nothing
            """)
        .param("organisations", of.toArray(UUID[]::new))
        .param("kind", kind)
        .param("ids", Stream.generate(Ids::next).limit(refs.size()).toArray(UUID[]::new))
        .param("refs", refs.toArray(UUID[]::new))
        .param("recipients", to.stream().map(EmailAddress::value).toArray(String[]::new))
        .update();
  }

  /**
   * Queues a letter of which an earlier copy may have gone out: it gets a new id, or the mailbox
   * would drop it as known.
   */
  void queueAgain(String kind, UUID ref, EmailAddress to, @Nullable UUID of) {
    db.sql(
            """
            insert into outbox_letter (id, kind, ref, recipient, organisation_id)
            values (:id, :kind, :ref, :recipient, :organisation)
            on conflict (kind, ref) do update
               set id = excluded.id, recipient = excluded.recipient,
                   organisation_id = excluded.organisation_id, state = 'waiting', due_at = now(),
                   attempts = 0, ended_at = null, problem = null
             where outbox_letter.state <> 'waiting'
            """)
        .param("id", Ids.next())
        .param("organisation", of)
        .param("kind", kind)
        .param("ref", ref)
        .param("recipient", to.value())
        .update();
  }

  List<Delivery> deliveries(Collection<UUID> refs) {
    return db.sql(
            """
            select kind, ref, state, ended_at, problem
              from outbox_letter
             where ref = any(:refs)
             order by coalesce(ended_at, due_at) desc, id
            """)
        .param("refs", refs.toArray(UUID[]::new))
        .query((row, number) -> {
          var ended = row.getTimestamp("ended_at");
          return new Delivery(
              row.getString("kind"),
              row.getObject("ref", UUID.class),
              Delivery.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
              ended == null ? null : ended.toInstant(),
              row.getString("problem"));
        })
        .list();
  }

  boolean wasSentTo(UUID letter, EmailAddress address) {
    return db.sql("select recipient from outbox_letter where id = :id and state = 'sent'")
        .param("id", letter)
        .query(String.class)
        .optional()
        .filter(recipient -> EmailAddress.of(recipient).equals(address))
        .isPresent();
  }

  List<Due> takeDueOf(Collection<String> kinds, int limit) {
    return takeDue("kind = any(:kinds)", kinds, limit);
  }

  List<Due> takeDueExcept(Collection<String> kinds, int limit) {
    return takeDue("kind <> all(:kinds)", kinds, limit);
  }

  private List<Due> takeDue(String which, Collection<String> kinds, int limit) {
    return db.sql(
            """
            select id, kind, ref, recipient, attempts, organisation_id
              from outbox_letter
             where state = 'waiting' and due_at <= now() and %s
             order by due_at, id
             limit :limit
               for update skip locked
            """
                .formatted(which))
        .param("kinds", kinds.toArray(String[]::new))
        .param("limit", limit)
        .query(Due::from)
        .list();
  }

  /** In one statement, for letters that went out together. */
  void sent(Collection<UUID> ids) {
    db.sql(
            """
            update outbox_letter set state = 'sent', ended_at = now(), problem = null
             where id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** What was never sent keeps no word of whom it was for. */
  void dropped(UUID id) {
    end(id, "dropped", "");
    db.sql("update outbox_letter set recipient = 'nobody@insignia.invalid' where id = :id")
        .param("id", id)
        .update();
  }

  void refused(UUID id, String reason) {
    end(id, "refused", reason);
  }

  /** Letters that are done keep no word of these mailboxes, however they were spelt. */
  void forget(Collection<EmailAddress> mailboxes) {
    db.sql(
            """
            update outbox_letter set recipient = 'erased@insignia.invalid', problem = null
             where lower(recipient collate "C") = any(:keys) and state <> 'waiting'
            """)
        .param("keys", mailboxes.stream().map(EmailAddress::key).toArray(String[]::new))
        .update();
  }

  /** Forgets the mailboxes of letters that were done before this moment; how many. */
  int forgetBefore(Instant moment, int limit) {
    return db.sql(
            """
            update outbox_letter set recipient = 'forgotten@insignia.invalid', problem = null
             where id = any(array(
               select id from outbox_letter
                where ended_at < :moment and recipient not like '%@insignia.invalid'
                order by ended_at limit :limit for update skip locked))
            """)
        .param("moment", Timestamp.from(moment))
        .param("limit", limit)
        .update();
  }

  private void end(UUID id, String state, String reason) {
    db.sql(
            """
            update outbox_letter
               set state = :state, ended_at = now(), problem = nullif(:reason, '')
             where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("reason", reason)
        .update();
  }

  void retryLater(UUID id, int attempts, String reason) {
    db.sql(
            """
            update outbox_letter
               set attempts = :attempts, problem = :reason,
                   due_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(:attempts, 11)))
             where id = :id
            """)
        .param("id", id)
        .param("attempts", attempts)
        .param("reason", reason)
        .update();
  }
}
