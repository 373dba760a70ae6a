package org.insignia.server.insights.posting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.insights.posting.PostingIntake.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes postings, many with one statement. */
@Repository
class PostingIntakeStore {
  /** One writer at a time, on whichever node: who counts among equals is decided over all rows. */
  private static final long WRITING = 0x696e_7369_676e_6961L;

  private final JdbcClient db;

  PostingIntakeStore(JdbcClient db) {
    this.db = db;
  }

  /** What is stored under an id already. */
  record Standing(UUID id, long job, long content, boolean open, Instant confirmedAt) {}

  Map<UUID, Standing> standing(Collection<UUID> ids) {
    db.sql("select pg_advisory_xact_lock(:writing)")
        .param("writing", WRITING)
        .query((row, number) -> number)
        .single();
    return db
        .sql(
            """
            select id, job, content, closed_at is null as open, confirmed_at
              from job_posting where id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) ->
            new Standing(
                row.getObject("id", UUID.class),
                row.getLong("job"),
                row.getLong("content"),
                row.getBoolean("open"),
                row.getTimestamp("confirmed_at").toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Standing::id, Function.identity()));
  }

  void put(UUID feed, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into job_posting as p
                   (id, feed_id, source_id, job, content, title, employer, employer_key, place_given, places,
                    workplace, salary_low, salary_high, currency, period, seniority, employment_type, language,
                    posted_at, valid_through, first_seen_at, confirmed_at, closed_at, apply_url, tags, description)
            select r.id, :feed, r.source_id, r.job, r.content, r.title, r.employer, r.employer_key, r.place_given,
                   string_to_array(r.places, E'\\n'), r.workplace, r.salary_low::numeric, r.salary_high::numeric,
                   r.currency, r.period, r.seniority, r.employment_type, r.language, r.posted_at::timestamptz,
                   r.valid_through::timestamptz, :now, :now,
                   case when r.valid_through::timestamptz <= :now then r.valid_through::timestamptz end,
                   r.apply_url, string_to_array(r.tags, E'\\n'), r.description
              from unnest(cast(:id as uuid[]), cast(:source_id as text[]), cast(:job as bigint[]), cast(:content as bigint[]),
                          cast(:title as text[]), cast(:employer as text[]), cast(:employer_key as text[]),
                          cast(:place_given as text[]), cast(:places as text[]), cast(:workplace as text[]),
                          cast(:salary_low as text[]), cast(:salary_high as text[]), cast(:currency as text[]),
                          cast(:period as text[]), cast(:seniority as text[]), cast(:employment_type as text[]),
                          cast(:language as text[]), cast(:posted_at as text[]), cast(:valid_through as text[]),
                          cast(:apply_url as text[]), cast(:tags as text[]), cast(:description as bytea[]))
                   as r (id, source_id, job, content, title, employer, employer_key, place_given, places, workplace,
                         salary_low, salary_high, currency, period, seniority, employment_type, language, posted_at,
                         valid_through, apply_url, tags, description)
            on conflict (id) do update
               set job = excluded.job, content = excluded.content, title = excluded.title,
                   employer = excluded.employer, employer_key = excluded.employer_key,
                   place_given = excluded.place_given, places = excluded.places, workplace = excluded.workplace,
                   salary_low = excluded.salary_low, salary_high = excluded.salary_high, currency = excluded.currency,
                   period = excluded.period, seniority = excluded.seniority,
                   employment_type = excluded.employment_type, language = excluded.language,
                   posted_at = excluded.posted_at, valid_through = excluded.valid_through,
                   confirmed_at = excluded.confirmed_at, closed_at = excluded.closed_at, same_as = null,
                   apply_url = excluded.apply_url, tags = excluded.tags, description = excluded.description
            """)
        .params(RowColumns.of(rows))
        .param("feed", feed)
        .param("now", Timestamp.from(now))
        .update();
  }

  void confirm(List<UUID> ids, Instant now) {
    if (!ids.isEmpty()) {
      db.sql("update job_posting set confirmed_at = :now where id = any(:ids)")
          .param("now", Timestamp.from(now))
          .param("ids", ids.toArray(UUID[]::new))
          .update();
    }
  }

  void note(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      db.sql(
              """
              insert into job_posting_change (posting_id)
              select id from unnest(cast(:ids as uuid[])) as t (id) order by id
              on conflict (posting_id) do nothing
              """)
          .param("ids", ids.toArray(UUID[]::new))
          .update();
    }
  }

  /**
   * Of the open postings of one job the first counts. Where several salaries are stated they are
   * several jobs, and a posting without one repeats the first of them.
   */
  void chooseWhoCounts(Set<Long> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    var changed =
        db.sql(
                """
                with open as (
                  select id,
                         case when currency is null
                              then first_value(id) over (partition by job order by currency is null, id)
                              else first_value(id) over (partition by job, currency, period, salary_low, salary_high
                                                             order by id)
                         end as counts
                    from job_posting
                   where job = any(:jobs) and closed_at is null)
                update job_posting p set same_as = nullif(o.counts, o.id)
                  from open o
                 where p.id = o.id and p.same_as is distinct from nullif(o.counts, o.id)
                returning p.id
                """)
            .param("jobs", jobs.toArray(Long[]::new))
            .query(UUID.class)
            .list();
    note(changed);
  }

  Set<UUID> open(UUID feed) {
    return db.sql("select id from job_posting where feed_id = :feed and closed_at is null")
        .param("feed", feed)
        .query(UUID.class)
        .set();
  }

  /** Closes them and says which jobs they were. */
  Set<Long> close(Collection<UUID> ids, Instant now) {
    standing(ids);
    return db.sql(
            """
            update job_posting set closed_at = least(:now, valid_through), same_as = null
             where id = any(:ids) and closed_at is null
            returning job
            """)
        .param("now", Timestamp.from(now))
        .param("ids", ids.toArray(UUID[]::new))
        .query(Long.class)
        .set();
  }

  List<UUID> expired(Instant now, Instant unconfirmed, int limit) {
    return db.sql(
            """
            (select id from job_posting
              where closed_at is null and valid_through <= :now limit :limit)
            union
            (select id from job_posting
              where closed_at is null and confirmed_at < :unconfirmed limit :limit)
            limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param("unconfirmed", Timestamp.from(unconfirmed))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  List<UUID> some(UUID feed, int limit) {
    return db.sql("select id from job_posting where feed_id = :feed limit :limit")
        .param("feed", feed)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  Set<Long> delete(List<UUID> ids) {
    standing(ids);
    return new HashSet<>(
        db.sql("delete from job_posting where id = any(:ids) returning job")
            .param("ids", ids.toArray(UUID[]::new))
            .query(Long.class)
            .list());
  }

  /** Rows turned into columns, each sent as one array. */
  private static final class RowColumns {
    private RowColumns() {}

    static Map<String, Object> of(List<Row> rows) {
      Map<String, Object> columns = new java.util.HashMap<>();
      columns.put("id", rows.stream().map(Row::id).toArray(UUID[]::new));
      columns.put("job", rows.stream().map(Row::job).toArray(Long[]::new));
      columns.put("content", rows.stream().map(Row::content).toArray(Long[]::new));
      columns.put(
          "description",
          rows.stream()
              .map(r -> PackedText.pack(r.posting().description()))
              .toArray(byte[][]::new));
      text(columns, "source_id", rows, Posting::sourceId);
      text(columns, "title", rows, Posting::title);
      text(columns, "employer", rows, Posting::employer);
      text(columns, "employer_key", rows, p -> EmployerName.key(p.employer()));
      text(columns, "place_given", rows, Posting::placeGiven);
      text(columns, "places", rows, p -> lines(p.places().stream().map(Place::packed).toList()));
      text(
          columns,
          "workplace",
          rows,
          p -> p.workplace() == Workplace.UNSTATED ? null : p.workplace());
      text(
          columns,
          "seniority",
          rows,
          p -> p.seniority() == Seniority.UNSTATED ? null : p.seniority());
      text(columns, "salary_low", rows, p -> p.salary() == null ? null : p.salary().low());
      text(columns, "salary_high", rows, p -> p.salary() == null ? null : p.salary().high());
      text(columns, "currency", rows, p -> p.salary() == null ? null : p.salary().currency());
      text(columns, "period", rows, p -> p.salary() == null ? null : p.salary().period());
      text(columns, "employment_type", rows, p -> orNull(p.employmentType()));
      text(columns, "language", rows, p -> orNull(p.language()));
      text(columns, "posted_at", rows, Posting::postedAt);
      text(columns, "valid_through", rows, Posting::validThrough);
      text(columns, "apply_url", rows, Posting::applyUrl);
      text(columns, "tags", rows, p -> lines(p.tags()));
      return columns;
    }

    private static void text(
        Map<String, Object> columns,
        String name,
        List<Row> rows,
        Function<Posting, @Nullable Object> value) {
      var values = new @Nullable String[rows.size()];
      for (int i = 0; i < values.length; i++) {
        var written = value.apply(rows.get(i).posting());
        values[i] = written == null ? null : written.toString();
      }
      columns.put(name, values);
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }

    private static @Nullable String lines(List<String> texts) {
      return texts.isEmpty() ? null : String.join("\n", texts);
    }
  }
}
