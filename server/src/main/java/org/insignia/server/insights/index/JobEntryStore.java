package org.insignia.server.insights.index;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.insights.posting.PostingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which postings indexes hold, under which number, and in which order they changed. */
@Repository
class JobEntryStore {
  private static final long ONE_WRITER = 7_031_960_441L;
  private static final long ONE_FOLLOWER = 7_031_960_442L;

  private final JdbcClient db;

  JobEntryStore(JdbcClient db) {
    this.db = db;
  }

  /** A posting as indexes know it. */
  record Row(PostingId posting, long number, long revision, Set<String> skills) {}

  /** Names of what bars show. */
  enum Label {
    EMPLOYER,
    TITLE
  }

  /**
   * Lets one transaction write at a time, so that changes become visible in the order of their
   * revisions and nobody who reads in that order misses one. False where somebody else writes.
   */
  boolean begin() {
    return db.sql("select pg_try_advisory_xact_lock(:key)")
        .param("key", ONE_WRITER)
        .query(Boolean.class)
        .single();
  }

  /** Lets one transaction write to the index that all nodes share; false where somebody does. */
  boolean beginFollowing() {
    return db.sql("select pg_try_advisory_xact_lock(:key)")
        .param("key", ONE_FOLLOWER)
        .query(Boolean.class)
        .single();
  }

  /** The same, as soon as nobody else does. */
  void awaitFollowing() {
    db.sql("select 1 from pg_advisory_xact_lock(:key)")
        .param("key", ONE_FOLLOWER)
        .query(Integer.class)
        .single();
  }

  /** Notes which skills each posting asks for, as one change each. */
  void put(Map<PostingId, Set<String>> skills, String tableVersion) {
    var ids = new ArrayList<UUID>();
    var texts = new ArrayList<@Nullable String>();
    skills.forEach((posting, of) -> {
      ids.add(posting.value());
      texts.add(of.isEmpty() ? null : String.join("\n", of));
    });
    db.sql(
            """
            insert into job_entry (posting_id, number, revision, skills, table_version)
            select t.id, m.number + t.n, m.revision + t.n, coalesce(string_to_array(t.skills, E'\\n'), '{}'), :version
              from unnest(cast(:ids as uuid[]), cast(:skills as text[])) with ordinality as t (id, skills, n),
                   (select coalesce(max(number), 0) as number, coalesce(max(revision), 0) as revision from job_entry) m
            on conflict (posting_id) do update
               set revision = excluded.revision, skills = excluded.skills, table_version = excluded.table_version
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("skills", texts.toArray(String[]::new))
        .param("version", tableVersion)
        .update();
  }

  /** Keeps how these keys are written, where that is not known yet. */
  void label(Label kind, Map<String, String> written) {
    db.sql(
            """
            insert into job_label (kind, key, label)
            select :kind, key, label from unnest(cast(:keys as text[]), cast(:labels as text[])) as t (key, label)
            on conflict (kind, key) do nothing
            """)
        .param("kind", kind.name())
        .param("keys", written.keySet().toArray(String[]::new))
        .param("labels", written.values().toArray(String[]::new))
        .update();
  }

  Map<String, String> labels(Label kind, Collection<String> keys) {
    var labels = new HashMap<String, String>();
    db.sql("select key, label from job_label where kind = :kind and key = any(:keys)")
        .param("kind", kind.name())
        .param("keys", keys.toArray(String[]::new))
        .query(row -> {
          labels.put(row.getString("key"), row.getString("label"));
        });
    return labels;
  }

  /**
   * Postings that were tagged by another table of skills. Asked every second, and nearly always
   * there are none: both ends of the index tell that, where to look through all postings would take
   * a tenth of a second for a million.
   */
  List<PostingId> taggedOtherwise(String tableVersion, int limit) {
    return db
        .sql(
            "select min(table_version) as first, max(table_version) as last from job_entry"
                + " having max(table_version) is not null")
        .query((row, i) -> List.of(row.getString("first"), row.getString("last")))
        .list()
        .stream()
        .flatMap(List::stream)
        .filter(version -> !version.equals(tableVersion))
        .findFirst()
        .map(other -> taggedBy(other, limit))
        .orElse(List.of());
  }

  private List<PostingId> taggedBy(String tableVersion, int limit) {
    return db
        .sql("select posting_id from job_entry where table_version = :version limit :limit")
        .param("version", tableVersion)
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(PostingId::new)
        .toList();
  }

  List<Row> after(long revision, int limit) {
    return db.sql(
            """
            select posting_id, number, revision, skills
              from job_entry
             where revision > :revision
             order by revision
             limit :limit
            """)
        .param("revision", revision)
        .param("limit", limit)
        .query((row, i) -> row(row))
        .list();
  }

  List<Row> numbered(Collection<Long> numbers) {
    return db.sql(
            """
            select posting_id, number, revision, skills
              from job_entry
             where number = any(:numbers)
            """)
        .param("numbers", numbers.toArray(Long[]::new))
        .query((row, i) -> row(row))
        .list();
  }

  Set<String> skills(PostingId posting) {
    return db.sql(
            "select posting_id, number, revision, skills from job_entry where posting_id = :id")
        .param("id", posting.value())
        .query((row, i) -> row(row))
        .optional()
        .map(Row::skills)
        .orElse(Set.of());
  }

  long revision() {
    return db.sql("select coalesce(max(revision), 0) from job_entry").query(Long.class).single();
  }

  private static Row row(ResultSet row) throws SQLException {
    Array skills = row.getArray("skills");
    return new Row(
        new PostingId(row.getObject("posting_id", UUID.class)),
        row.getLong("number"),
        row.getLong("revision"),
        Set.copyOf(Arrays.asList((String[]) skills.getArray())));
  }
}
