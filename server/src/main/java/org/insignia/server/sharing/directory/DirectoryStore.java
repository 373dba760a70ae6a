package org.insignia.server.sharing.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the directory, and which organisations' rows are to be written anew. */
@Repository
final class DirectoryStore {
  /** Nobody reads further, and counting further would cost more than it tells. */
  static final int MOST = 960;

  private final JdbcClient db;

  DirectoryStore(JdbcClient db) {
    this.db = db;
  }

  void due(OrganisationId organisation) {
    db.sql(
            """
            insert into directory_due (organisation_id) values (:id)
            on conflict (organisation_id) do nothing
            """)
        .param("id", organisation.value())
        .update();
  }

  Optional<OrganisationId> takeDue() {
    return db.sql(
            """
            delete from directory_due
             where organisation_id = (select organisation_id from directory_due limit 1 for update skip locked)
            returning organisation_id
            """)
        .query(UUID.class)
        .optional()
        .map(OrganisationId::new);
  }

  void delete(OrganisationId organisation) {
    db.sql("delete from directory_entry where organisation_id = :id")
        .param("id", organisation.value())
        .update();
  }

  /**
   * @param found what it can be found by, folded
   */
  void insert(OrganisationId organisation, DirectoryEntry entry, Language language, String found) {
    db.sql(
            """
            insert into directory_entry
                   (organisation_id, kind, ref, language, path, title, issuer, picture, last_day, skills,
                    folded_title, folded)
            values (:organisation, :kind, :ref, :language, :path, :title, :issuer, :picture, :lastDay, :skills,
                    :foldedTitle, :folded)
            """)
        .param("organisation", organisation.value())
        .param("kind", entry.kind().name())
        .param("ref", entry.ref())
        .param("language", language.tag())
        .param("path", entry.path())
        .param("title", entry.title())
        .param("issuer", entry.issuer())
        .param("picture", entry.picture())
        .param("lastDay", entry.lastDay())
        .param("skills", entry.skills().toArray(String[]::new))
        .param("foldedTitle", SearchWords.fold(entry.title()))
        .param("folded", found)
        .update();
  }

  /** Ends every statement of this transaction that takes too long, and says what comes close. */
  void prepare() {
    db.sql("set local statement_timeout = '2s'").update();
    db.sql("set local pg_trgm.word_similarity_threshold = 0.35").update();
  }

  private static final String MATCHING =
      """
      select kind, ref, path, title, issuer, picture, last_day, skills, folded_title, organisation_id,
             case when :words = '' then 0
                  else ts_rank(words, to_tsquery('simple', :query)) + similarity(folded_title, :words)
                     + word_similarity(:words, folded_title) end as rank
        from directory_entry
       where language = :language and kind = any(:kinds)
         and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
         and (:skill = '' or skills @> array[cast(:skill as text)])
         and (not :earnable or last_day is null or last_day >= current_date)
      """;

  private static final String EXACTLY =
      """
         and (words @@ to_tsquery('simple', :query) or folded like :p0 and folded like :p1 and folded like :p2
              and folded like :p3 and folded like :p4 and folded like :p5 and folded like :p6 and folded like :p7)
      """;
  private static final String NEARLY = " and :words <% folded ";

  /** Best first; at most {@link #MOST}. */
  List<DirectoryEntry> find(Wanted wanted, SearchWords words, boolean nearly, int skip, int limit) {
    return statement(
            "select kind, ref, path, title, issuer, picture, last_day, skills from ("
                + "%s"
                + ") m order by rank desc, (last_day < current_date) is true, kind = 'EXAM', folded_title, ref"
                + " limit "
                + limit
                + " offset "
                + skip,
            wanted,
            words,
            nearly)
        .query(DirectoryStore::entry)
        .list();
  }

  int count(Wanted wanted, SearchWords words, boolean nearly) {
    return statement("select count(*) from (%s limit " + (MOST + 1) + ") m", wanted, words, nearly)
        .query(Integer.class)
        .single();
  }

  /** The skills that most of what fits has, most frequent first. */
  Map<String, Integer> skills(Wanted wanted, SearchWords words, boolean nearly, int limit) {
    var skills = new LinkedHashMap<String, Integer>();
    statement(
            "select skill, count(*) as n from (%s limit "
                + MOST
                + ") m, unnest(skills) as skill group by skill order by n desc, skill limit "
                + limit,
            wanted,
            words,
            nearly)
        .query(row -> {
          skills.put(row.getString("skill"), row.getInt("n"));
        });
    return skills;
  }

  /** The organisations of what fits, by name. */
  Map<UUID, String> organisations(Wanted wanted, SearchWords words, boolean nearly, int limit) {
    var organisations = new LinkedHashMap<UUID, String>();
    statement(
            "select organisation_id, issuer from (%s limit "
                + MOST
                + ") m group by organisation_id, issuer order by issuer limit "
                + limit,
            wanted,
            words,
            nearly)
        .query(row -> {
          organisations.put(row.getObject("organisation_id", UUID.class), row.getString("issuer"));
        });
    return organisations;
  }

  private JdbcClient.StatementSpec statement(
      String around, Wanted wanted, SearchWords words, boolean nearly) {
    var matching = MATCHING + (words.isEmpty() ? "" : nearly ? NEARLY : EXACTLY);
    var statement =
        db.sql(around.replace("%s", matching))
            .param("words", words.text())
            .param("query", words.query())
            .param("language", wanted.language().tag())
            .param("kinds", wanted.kinds().stream().map(Kind::name).toArray(String[]::new))
            .param(
                "organisation",
                wanted.organisation() == null ? null : wanted.organisation().value().toString())
            .param("skill", wanted.skill())
            .param("earnable", wanted.earnable());
    if (!words.isEmpty() && !nearly) {
      for (int i = 0; i < 8; i++) {
        statement = statement.param("p" + i, words.pattern(i));
      }
    }
    return statement;
  }

  private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
    return new DirectoryEntry(
        Kind.valueOf(row.getString("kind")),
        row.getObject("ref", UUID.class),
        row.getString("path"),
        row.getString("title"),
        row.getString("issuer"),
        row.getString("picture"),
        row.getObject("last_day", LocalDate.class),
        List.of((String[]) row.getArray("skills").getArray()));
  }
}
