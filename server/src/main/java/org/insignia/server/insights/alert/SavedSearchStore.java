package org.insignia.server.insights.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SavedSearchStore {
  private static final String COLUMNS =
      "id, person_id, name, skills, also, words, place, remote, seniority, employer, title, pay, mails, told_at";

  private final JdbcClient db;

  SavedSearchStore(JdbcClient db) {
    this.db = db;
  }

  /** A mail about postings that were first seen between the two. */
  record Alert(UUID search, Instant after, Instant until) {}

  void insert(SavedSearch search, Instant now) {
    var query = search.query();
    var seniority = query.seniority();
    var pay = query.pay();
    db.sql(
            """
            insert into saved_search (id, person_id, name, skills, also, words, place, remote, seniority, employer,
                                      title, pay, mails, told_at, due_at, created_at)
            values (:id, :person, :name, :skills, :also, :words, :place, :remote, :seniority, :employer,
                    :title, :pay, :mails, :now, :now, :now)
            """)
        .param("id", search.id())
        .param("person", search.person().value())
        .param("name", search.name())
        .param("skills", query.skills().toArray(String[]::new))
        .param("also", query.also())
        .param("words", query.words())
        .param("place", query.place().packed())
        .param("remote", query.remote())
        .param("employer", query.employer())
        .param("title", query.title())
        .param("pay", pay == null ? null : pay.toString())
        .param("seniority", seniority == null ? null : seniority.name())
        .param("mails", search.mails())
        .param("now", Timestamp.from(now))
        .update();
  }

  List<SavedSearch> of(PersonId person) {
    return db.sql(
            "select "
                + COLUMNS
                + " from saved_search where person_id = :person order by created_at, id")
        .param("person", person.value())
        .query((row, i) -> search(row))
        .list();
  }

  Optional<SavedSearch> find(UUID id) {
    return db.sql("select " + COLUMNS + " from saved_search where id = :id")
        .param("id", id)
        .query((row, i) -> search(row))
        .optional();
  }

  /** Those whose owners want mail and were not told lately, locked. */
  List<SavedSearch> takeDue(Instant now, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                 from saved_search
                where mails and due_at <= :now
                order by due_at
                limit :limit
                  for update skip locked
                """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, i) -> search(row))
        .list();
  }

  void due(UUID id, Instant at) {
    db.sql("update saved_search set due_at = :at where id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void told(UUID id, Instant until, UUID alert, Instant after) {
    db.sql("update saved_search set told_at = :until where id = :id")
        .param("until", Timestamp.from(until))
        .param("id", id)
        .update();
    db.sql(
            """
            insert into job_alert (id, search_id, seen_after, seen_until)
            values (:alert, :id, :after, :until)
            """)
        .param("alert", alert)
        .param("id", id)
        .param("after", Timestamp.from(after))
        .param("until", Timestamp.from(until))
        .update();
  }

  Optional<Alert> alert(UUID id) {
    return db.sql("select search_id, seen_after, seen_until from job_alert where id = :id")
        .param("id", id)
        .query((row, i) ->
            new Alert(
                row.getObject("search_id", UUID.class),
                row.getTimestamp("seen_after").toInstant(),
                row.getTimestamp("seen_until").toInstant()))
        .optional();
  }

  /** Forgets alerts that went out long ago. */
  int sweepAlerts(Instant before, int limit) {
    return db.sql(
            """
            delete from job_alert
             where id = any(array(select id from job_alert where seen_until < :before limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  void mails(UUID id, boolean wanted, Instant now) {
    db.sql(
            """
            update saved_search set mails = :wanted, told_at = :now, due_at = :now
             where id = :id and mails <> :wanted
            """)
        .param("wanted", wanted)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  void delete(UUID id) {
    db.sql("delete from saved_search where id = :id").param("id", id).update();
  }

  void insertStopLink(String hash, UUID search, Instant now) {
    db.sql("insert into job_alert_stop (hash, search_id, made_at) values (:hash, :search, :now)")
        .param("hash", hash)
        .param("search", search)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<SavedSearch> stoppedBy(String hash) {
    return db.sql("select search_id from job_alert_stop where hash = :hash")
        .param("hash", hash)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  int sweepStopLinks(Instant before, int limit) {
    return db.sql(
            """
            delete from job_alert_stop
             where hash = any(array(select hash from job_alert_stop where made_at < :before limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  /** Gives all searches of one person to another, and says which. */
  private static SavedSearch search(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name"),
        query(row),
        row.getBoolean("mails"),
        row.getTimestamp("told_at").toInstant());
  }

  private static JobQuery query(ResultSet row) throws SQLException {
    var seniority = row.getString("seniority");
    var pay = row.getString("pay");
    return new JobQuery(
        Set.copyOf(Arrays.asList((String[]) row.getArray("skills").getArray())),
        row.getString("also"),
        row.getString("words"),
        Place.unpacked(row.getString("place")),
        row.getBoolean("remote"),
        seniority == null ? null : Seniority.valueOf(seniority),
        null,
        row.getString("employer"),
        row.getString("title"),
        pay == null ? null : PayRange.read(pay).orElseThrow());
  }
}
