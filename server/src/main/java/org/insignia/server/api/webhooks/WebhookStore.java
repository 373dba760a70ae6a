package org.insignia.server.api.webhooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.events.EventType;
import org.insignia.server.api.webhooks.Webhook.State;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of subscriptions. */
@Repository
final class WebhookStore {
  private static final String SELECT =
      """
      select id, organisation_id, url, events, shape, state, sealed_secret, sealed_old, old_until, made_at, failing_since, failures
        from webhook
      """;
  private final JdbcClient db;

  WebhookStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Webhook webhook) {
    db.sql(
            """
            insert into webhook (id, organisation_id, url, events, shape, sealed_secret, made_at, next_at, leased_until)
            values (:id, :organisation, :url, :events, :shape, :secret, :at, :at, :at)
            """)
        .param("id", webhook.id())
        .param("organisation", webhook.organisation().value())
        .param("url", webhook.url().toString())
        .param("events", words(webhook.events()))
        .param("shape", webhook.shape().name())
        .param("secret", webhook.sealedSecret())
        .param("at", Timestamp.from(webhook.madeAt()))
        .update();
  }

  private static String words(Set<EventType> events) {
    return events.stream().map(EventType::word).sorted().collect(Collectors.joining(" "));
  }

  List<Webhook> of(OrganisationId organisation) {
    return db.sql(SELECT + " where organisation_id = :id order by made_at, id")
        .param("id", organisation.value())
        .query(WebhookStore::row)
        .list();
  }

  /** Those that want to be told something of these. */
  List<Webhook> active(Collection<OrganisationId> organisations) {
    return db.sql(
            SELECT
                + " where organisation_id = any(cast(:ids as uuid[])) and state = 'ACTIVE' order by id")
        .param("ids", organisations.stream().map(o -> o.value().toString()).toArray(String[]::new))
        .query(WebhookStore::row)
        .list();
  }

  Optional<Webhook> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(WebhookStore::row).optional();
  }

  Optional<Webhook> ofNotice(UUID notice) {
    return db.sql(SELECT + " where notice_id = :id")
        .param("id", notice)
        .query(WebhookStore::row)
        .optional();
  }

  /**
   * Takes a subscription to which something is due and to which no node sends, for so long; the
   * slow ones stand in a line of their own.
   */
  Optional<Webhook> lease(boolean slow, Instant now, Instant until) {
    return db.sql(
            """
            update webhook set leased_until = :until
             where id = (select w.id from webhook w
                          where w.state = 'ACTIVE' and w.slow = :slow and w.next_at <= :now and w.leased_until <= :now
                            and exists (select 1 from webhook_delivery d
                                         where d.webhook_id = w.id and d.state = 'WAITING' and d.due_at <= :now)
                          order by w.next_at limit 1 for update skip locked)
            returning id, organisation_id, url, events, shape, state, sealed_secret, sealed_old, old_until, made_at, failing_since, failures
            """)
        .param("slow", slow)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .query(WebhookStore::row)
        .optional();
  }

  /** Somebody asks for it now, whatever failed before. */
  void wake(UUID id, Instant now) {
    db.sql("update webhook set next_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Nothing is sent to it before then. */
  void putOff(UUID id, Instant next) {
    wake(id, next);
  }

  /** As {@link #wake}, all of an organisation. */
  void wakeAll(OrganisationId organisation, Instant now) {
    db.sql("update webhook set next_at = least(next_at, :now) where organisation_id = :id")
        .param("id", organisation.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void release(UUID id, Instant now) {
    db.sql("update webhook set leased_until = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  void cameThrough(UUID id, boolean slow, Instant now) {
    db.sql(
            """
            update webhook set failing_since = null, failures = 0, slow = :slow, next_at = :now where id = :id
            """)
        .param("id", id)
        .param("slow", slow)
        .param("now", Timestamp.from(now))
        .update();
  }

  void failed(UUID id, Instant now, Instant next) {
    db.sql(
            """
            update webhook
               set failing_since = coalesce(failing_since, :now), failures = failures + 1, slow = true, next_at = :next
             where id = :id
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(next))
        .update();
  }

  /** False if it was not active. */
  boolean giveUp(UUID id, UUID notice) {
    return db.sql(
                "update webhook set state = 'FAILED', notice_id = :notice where id = :id and state = 'ACTIVE'")
            .param("id", id)
            .param("notice", notice)
            .update()
        == 1;
  }

  void set(UUID id, State state, Instant now) {
    db.sql(
            """
            update webhook set state = :state, next_at = :now, failing_since = null, failures = 0, slow = false
             where id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  void renewSecret(UUID id, String secret, String old, Instant oldUntil) {
    db.sql(
            "update webhook set sealed_secret = :secret, sealed_old = :old, old_until = :until where id = :id")
        .param("id", id)
        .param("secret", secret)
        .param("old", old)
        .param("until", Timestamp.from(oldUntil))
        .update();
  }

  void delete(UUID id) {
    db.sql("delete from webhook where id = :id").param("id", id).update();
  }

  private static Webhook row(ResultSet row, int number) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        URI.create(row.getString("url")),
        events(row.getString("events")),
        Webhook.Shape.valueOf(row.getString("shape")),
        State.valueOf(row.getString("state")),
        row.getString("sealed_secret"),
        row.getString("sealed_old"),
        instant(row.getTimestamp("old_until")),
        row.getTimestamp("made_at").toInstant(),
        instant(row.getTimestamp("failing_since")),
        row.getInt("failures"));
  }

  private static Set<EventType> events(String words) {
    var events = EnumSet.noneOf(EventType.class);
    for (var word : words.split(" ")) {
      EventType.of(word).ifPresent(events::add);
    }
    return events;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
