package org.insignia.server.support.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.support.missing.Found;
import org.insignia.server.support.requests.Request.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of requests. */
@Repository
final class RequestStore {
  private static final String SELECT =
      """
      select id, organisation_id, person_id, address, name, language, topic, subject, about, findings, state,
             assignee_id, asked_at, changed_at
        from support_request
      """;
  private final JdbcClient db;

  RequestStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Request request) {
    var address = request.address();
    db.sql(
            """
            insert into support_request (id, organisation_id, person_id, address, address_key, name, language, topic,
                                         subject, about, findings, state, asked_at, changed_at)
            values (:id, :organisation, :person, :address, :key, :name, :language, :topic, :subject, :about,
                    :findings, :state, :at, :at)
            """)
        .param("id", request.id())
        .param("organisation", value(request.organisation()), Types.OTHER)
        .param("person", value(request.person()), Types.OTHER)
        .param("address", address == null ? null : address.value())
        .param("key", address == null ? null : address.key())
        .param("name", request.name())
        .param("language", request.language().tag())
        .param("topic", request.topic().name())
        .param("subject", request.subject())
        .param("about", request.about())
        .param("findings", Found.pack(request.findings()))
        .param("state", request.state().name())
        .param("at", Timestamp.from(request.askedAt()))
        .update();
  }

  Optional<Request> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(RequestStore::row).optional();
  }

  /** The request, which nobody else changes until the transaction ends. */
  Optional<Request> locked(UUID id) {
    return db.sql(SELECT + " where id = :id for update")
        .param("id", id)
        .query(RequestStore::row)
        .optional();
  }

  /**
   * The request, which nobody removes until the transaction ends; others may change it meanwhile,
   * and refer to it.
   */
  Optional<Request> kept(UUID id) {
    return db.sql(SELECT + " where id = :id for key share")
        .param("id", id)
        .query(RequestStore::row)
        .optional();
  }

  List<Request> of(PersonId person) {
    return db.sql(SELECT + " where person_id = :person order by changed_at desc, id limit 200")
        .param("person", person.value())
        .query(RequestStore::row)
        .list();
  }

  /** What waits or waited for this organisation, or for the operator, the latest first. */
  List<Request> queue(@Nullable OrganisationId organisation, State state, int skip, int limit) {
    return db.sql(
            SELECT
                + " where "
                + of(organisation)
                + " and state = :state order by changed_at desc, id offset :skip limit :limit")
        .param("organisation", value(organisation), Types.OTHER)
        .param("state", state.name())
        .param("skip", skip)
        .param("limit", limit)
        .query(RequestStore::row)
        .list();
  }

  /** As the other, from a place on. */
  List<Request> page(
      @Nullable OrganisationId organisation,
      State state,
      RequestDesk.@Nullable Place after,
      int limit) {
    var query =
        db.sql(
                SELECT
                    + " where "
                    + of(organisation)
                    + " and state = :state"
                    + (after == null ? "" : " and (changed_at, id) < (:changed, :id)")
                    + " order by changed_at desc, id desc limit :limit")
            .param("organisation", value(organisation), Types.OTHER)
            .param("state", state.name())
            .param("limit", limit);
    var placed =
        after == null
            ? query
            : query
                .param("changed", java.sql.Timestamp.from(after.changedAt()))
                .param("id", after.id());
    return placed.query(RequestStore::row).list();
  }

  /** Some of a person's, from a place on. */
  List<Request> page(PersonId person, RequestDesk.@Nullable Place after, int limit) {
    var query =
        db.sql(
                SELECT
                    + " where person_id = :person"
                    + (after == null ? "" : " and (changed_at, id) < (:changed, :id)")
                    + " order by changed_at desc, id desc limit :limit")
            .param("person", person.value())
            .param("limit", limit);
    var placed =
        after == null
            ? query
            : query.param("changed", Timestamp.from(after.changedAt())).param("id", after.id());
    return placed.query(RequestStore::row).list();
  }

  /** Whose queue; written out, so that the index of each is used. */
  private static String of(@Nullable OrganisationId organisation) {
    return organisation == null
        ? "organisation_id is null and cast(:organisation as uuid) is null"
        : "organisation_id = :organisation";
  }

  /** How many there are; no more than so many are counted. */
  long count(@Nullable OrganisationId organisation, State state, int most) {
    return db.sql(
            "select count(*) from (select 1 from support_request where "
                + of(organisation)
                + " and state = :state limit :most) as bounded")
        .param("most", most)
        .param("organisation", value(organisation), Types.OTHER)
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  long count(PersonId person) {
    return db.sql("select count(*) from support_request where person_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  void move(UUID id, State state, Instant now) {
    db.sql("update support_request set state = :state, changed_at = :now where id = :id")
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  void assign(UUID id, @Nullable PersonId assignee) {
    db.sql("update support_request set assignee_id = :assignee where id = :id")
        .param("assignee", value(assignee), Types.OTHER)
        .param("id", id)
        .update();
  }

  /** Requests of a mailbox become those of the person who proved that it is theirs. */
  void link(EmailAddress address, PersonId person) {
    db.sql(
            """
            update support_request set person_id = :person
             where address_key = :key and person_id is null and state <> 'UNCONFIRMED'
            """)
        .param("person", person.value())
        .param("key", address.key())
        .update();
  }

  void deleteOf(PersonId person) {
    db.sql("delete from support_request where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteOf(EmailAddress address) {
    db.sql("delete from support_request where address_key = :key")
        .param("key", address.key())
        .update();
  }

  int sweepUnconfirmed(Instant before, int limit) {
    return db.sql(
            """
            delete from support_request where id = any(array(
              select id from support_request where state = 'UNCONFIRMED' and asked_at < :before
               order by asked_at limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static @Nullable UUID value(@Nullable OrganisationId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable UUID value(@Nullable PersonId id) {
    return id == null ? null : id.value();
  }

  private static Request row(ResultSet row, int number) throws SQLException {
    var organisation = row.getObject("organisation_id", UUID.class);
    var person = row.getObject("person_id", UUID.class);
    var assignee = row.getObject("assignee_id", UUID.class);
    var address = row.getString("address");
    return new Request(
        row.getObject("id", UUID.class),
        organisation == null ? null : new OrganisationId(organisation),
        person == null ? null : new PersonId(person),
        address == null ? null : EmailAddress.of(address),
        row.getString("name"),
        Language.of(row.getString("language")),
        Topic.of(row.getString("topic")),
        row.getString("subject"),
        row.getString("about"),
        Found.unpack(row.getString("findings")),
        State.valueOf(row.getString("state")),
        assignee == null ? null : new PersonId(assignee),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }
}
