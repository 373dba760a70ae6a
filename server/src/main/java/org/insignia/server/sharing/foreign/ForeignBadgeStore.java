package org.insignia.server.sharing.foreign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.verification.view.BadgeView;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of badges from elsewhere. */
@Repository
final class ForeignBadgeStore {
  private static final String SELECT =
      """
      select id, person_id, name, description, issuer, issuer_id, earners, earned_at, valid_until, source,
             confirmed, visibility, imported_at, report, checked_at, tried_at, picture is not null as has_picture
        from foreign_badge
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  ForeignBadgeStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Keeps a badge; false if this person has it already. */
  boolean insert(
      UUID id, PersonId person, ReadBadge read, @Nullable String source, Seen seen, Instant now) {
    var view = seen.badge();
    return db.sql(
                """
                insert into foreign_badge (id, person_id, document_hash, document, original, original_type, source,
                       name, description, issuer, issuer_id, earners, earned_at, valid_until, picture, confirmed,
                       imported_at, report, checked_at, tried_at, due_at)
                values (:id, :person, :hash, :document, :original, :type, :source, :name, :description, :issuer,
                       :issuerId, :earners, :from, :until, :picture, :confirmed, :now, cast(:report as jsonb),
                       :now, :now, :due)
                on conflict (person_id, document_hash) do nothing
                """)
            .param("id", id)
            .param("person", person.value())
            .param("hash", read.hash())
            .param("document", read.document())
            .param("original", read.original().view())
            .param("type", read.type())
            .param("source", source)
            .param("name", view.name())
            .param("description", view.description())
            .param("issuer", view.issuer())
            .param("issuerId", view.issuerId())
            .param("earners", view.earners().toArray(String[]::new))
            .param("from", timestamp(view.from()))
            .param("until", timestamp(view.until()))
            .param("picture", seen.picture() == null ? null : seen.picture().view())
            .param("confirmed", seen.confirmed())
            .param("report", json.writeValueAsString(seen.report()))
            .param("now", Timestamp.from(now))
            .param("due", Timestamp.from(now.plus(ForeignBadges.GOOD_FOR)))
            .update()
        == 1;
  }

  /** What verification made of a badge. */
  record Seen(BadgeView badge, ReportView report, boolean confirmed, @Nullable Bytes picture) {}

  int count(PersonId person) {
    return db.sql("select count(*) from foreign_badge where person_id = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  Optional<UUID> idOf(PersonId person, String hash) {
    return db.sql(
            "select id from foreign_badge where person_id = :person and document_hash = :hash")
        .param("person", person.value())
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  Optional<ForeignBadge> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(this::badge).optional();
  }

  /** All of a person, latest first. */
  List<ForeignBadge> of(PersonId person) {
    return db.sql(
            SELECT
                + " where person_id = :person order by coalesce(earned_at, imported_at) desc, id desc")
        .param("person", person.value())
        .query(this::badge)
        .list();
  }

  Optional<Bytes> picture(UUID id) {
    return db.sql("select picture from foreign_badge where id = :id and picture is not null")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(Bytes::wrap);
  }

  /** The credential itself, JSON or a compact JWS. */
  Optional<String> document(UUID id) {
    return db.sql("select document from foreign_badge where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  Optional<Original> original(UUID id) {
    return db.sql("select original, original_type from foreign_badge where id = :id")
        .param("id", id)
        .query((row, n) ->
            new Original(Bytes.wrap(row.getBytes("original")), row.getString("original_type")))
        .optional();
  }

  boolean setVisibility(UUID id, PersonId person, boolean isPublic) {
    return db.sql(
                """
                update foreign_badge
                   set visibility = :visibility
                 where id = :id and person_id = :person and (confirmed or :visibility = 'PRIVATE')
                """)
            .param("visibility", isPublic ? "PUBLIC" : "PRIVATE")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  boolean delete(UUID id, PersonId person) {
    return db.sql("delete from foreign_badge where id = :id and person_id = :person")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  /** Takes one whose check is due and puts it off, so that no other node takes it. */
  Optional<UUID> takeDue(Instant now, Instant next) {
    return db.sql(
            """
            update foreign_badge
               set due_at = :next, tried_at = :now
             where id = (select id from foreign_badge where due_at <= :now order by due_at
                          limit 1 for update skip locked)
            returning id
            """)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(next))
        .query(UUID.class)
        .optional();
  }

  /** Notes that a check was begun. */
  void tried(UUID id, Instant now, Instant next) {
    db.sql("update foreign_badge set tried_at = :now, due_at = :next where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(next))
        .update();
  }

  /** Keeps the findings of a check; a badge that is no longer confirmed is private at once. */
  void checked(UUID id, ReportView report, boolean confirmed, Instant now) {
    db.sql(
            """
            update foreign_badge
               set report = cast(:report as jsonb), checked_at = :now, tried_at = :now, due_at = :due,
                   confirmed = :confirmed, visibility = case when :confirmed then visibility else 'PRIVATE' end
             where id = :id
            """)
        .param("id", id)
        .param("report", json.writeValueAsString(report))
        .param("confirmed", confirmed)
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(now.plus(ForeignBadges.GOOD_FOR)))
        .update();
  }

  private ForeignBadge badge(ResultSet row, int number) throws SQLException {
    return new ForeignBadge(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name"),
        row.getString("description"),
        row.getString("issuer"),
        row.getString("issuer_id"),
        List.of((String[]) row.getArray("earners").getArray()),
        instant(row, "earned_at"),
        instant(row, "valid_until"),
        row.getString("source"),
        row.getBoolean("confirmed"),
        "PUBLIC".equals(row.getString("visibility")),
        row.getTimestamp("imported_at").toInstant(),
        json.readValue(row.getString("report"), ReportView.class),
        row.getTimestamp("checked_at").toInstant(),
        row.getTimestamp("tried_at").toInstant(),
        row.getBoolean("has_picture"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
