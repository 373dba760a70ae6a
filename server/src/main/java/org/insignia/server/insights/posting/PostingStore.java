package org.insignia.server.insights.posting;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads postings, and hands on what changed. */
@Repository
class PostingStore {
  /** Read from an index that holds just these: most postings are closed, and all are wide. */
  static final String COUNTING =
      "select count(*) from job_posting where closed_at is null and same_as is null";

  private static final String COLUMNS =
      """
      p.id, p.feed_id, p.source_id, p.same_as, p.title, p.employer, p.employer_key, p.place_given, p.places,
      p.workplace, p.salary_low, p.salary_high, p.currency, p.period, p.seniority, p.employment_type,
      p.language, p.posted_at, p.valid_through, p.first_seen_at, p.closed_at, p.apply_url, p.tags, p.description
      """;

  private final JdbcClient db;

  PostingStore(JdbcClient db) {
    this.db = db;
  }

  Optional<KnownPosting> find(PostingId id) {
    return db.sql("select " + COLUMNS + " from job_posting p where p.id = :id")
        .param("id", id.value())
        .query(PostingStore::read)
        .optional();
  }

  List<KnownPosting> find(Collection<UUID> ids) {
    return db.sql("select " + COLUMNS + " from job_posting p where p.id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(PostingStore::read)
        .list();
  }

  List<KnownPosting> after(@Nullable UUID last, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + " from job_posting p where cast(:last as uuid) is null or p.id > :last order by p.id limit :limit")
        .param("last", last)
        .param("limit", limit)
        .query(PostingStore::read)
        .list();
  }

  long counting() {
    return db.sql(COUNTING).query(Long.class).single();
  }

  List<UUID> takeChanged(int limit) {
    return db.sql(
            """
            delete from job_posting_change
             where posting_id = any(array(select posting_id from job_posting_change limit :limit for update skip locked))
            returning posting_id
            """)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private static KnownPosting read(ResultSet row, int number) throws SQLException {
    var posting =
        new Posting(
            row.getString("source_id"),
            row.getString("title"),
            row.getString("employer"),
            row.getString("place_given"),
            texts(row.getArray("places")).stream().map(Place::unpacked).toList(),
            constant(Workplace.class, row.getString("workplace"), Workplace.UNSTATED),
            salary(row),
            constant(Seniority.class, row.getString("seniority"), Seniority.UNSTATED),
            text(row.getString("employment_type")),
            text(row.getString("language")),
            instant(row.getTimestamp("posted_at")),
            instant(row.getTimestamp("valid_through")),
            URI.create(row.getString("apply_url")),
            texts(row.getArray("tags")),
            PackedText.unpack(row.getBytes("description")));
    return new KnownPosting(
        new PostingId(row.getObject("id", UUID.class)),
        row.getObject("feed_id", UUID.class),
        row.getString("employer_key"),
        id(row.getObject("same_as", UUID.class)),
        row.getTimestamp("first_seen_at").toInstant(),
        instant(row.getTimestamp("closed_at")),
        posting);
  }

  private static @Nullable Salary salary(ResultSet row) throws SQLException {
    var currency = row.getString("currency");
    if (currency == null) {
      return null;
    }
    BigDecimal low = row.getBigDecimal("salary_low");
    BigDecimal high = row.getBigDecimal("salary_high");
    return new Salary(low, high, currency, Period.valueOf(row.getString("period")));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String name, E unstated) {
    return name == null ? unstated : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable PostingId id(@Nullable UUID value) {
    return value == null ? null : new PostingId(value);
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
