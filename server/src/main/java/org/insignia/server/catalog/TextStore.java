package org.insignia.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.server.catalog.CatalogState.Stated;
import org.insignia.server.catalog.CatalogState.Text;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sources say of entries: texts per locale and stated requirements. Not versioned. */
@Repository
final class TextStore {
  private final JdbcClient db;

  TextStore(JdbcClient db) {
    this.db = db;
  }

  Map<String, Map<String, Text>> texts(OrganisationId organisation) {
    Map<String, Map<String, Text>> texts = new TreeMap<>();
    db.sql(
            """
            select uid, locale, snapshot, title, sub_title, summary, skills
              from catalogue_text where organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          texts
              .computeIfAbsent(row.getString("uid"), _ -> new HashMap<>())
              .put(row.getString("locale"), text(row));
        });
    return texts;
  }

  Map<String, Text> textsOf(OrganisationId organisation, String uid) {
    Map<String, Text> texts = new TreeMap<>();
    db.sql(
            """
            select locale, snapshot, title, sub_title, summary, skills
              from catalogue_text where organisation_id = :organisation and uid = :uid
            """)
        .param("organisation", organisation.value())
        .param("uid", uid)
        .query(row -> {
          texts.put(row.getString("locale"), text(row));
        });
    return texts;
  }

  /** Titles alone, by uid and locale. */
  Map<String, Map<String, EntryText>> titles(OrganisationId organisation, Collection<String> uids) {
    Map<String, Map<String, EntryText>> titles = new HashMap<>();
    db.sql(
            """
            select uid, locale, title from catalogue_text
             where organisation_id = :organisation and uid = any (:uids) and title is not null
            """)
        .param("organisation", organisation.value())
        .param("uids", uids.toArray(String[]::new))
        .query(row -> {
          titles
              .computeIfAbsent(row.getString("uid"), _ -> new TreeMap<>())
              .put(
                  row.getString("locale"), new EntryText(row.getString("title"), null, null, null));
        });
    return titles;
  }

  private static Text text(ResultSet row) throws SQLException {
    String skills = row.getString("skills");
    return new Text(
        row.getObject("snapshot", LocalDate.class),
        new EntryText(
            row.getString("title"),
            row.getString("sub_title"),
            row.getString("summary"),
            skills == null
                ? null
                : List.of(CatalogJson.read(skills, EntryText.SkillPhrase[].class))));
  }

  void deleteTexts(OrganisationId organisation, Collection<String> uids) {
    db.sql("delete from catalogue_text where organisation_id = :organisation and uid = any (:uids)")
        .param("organisation", organisation.value())
        .param("uids", uids.toArray(String[]::new))
        .update();
  }

  void putTexts(OrganisationId organisation, Map<String, Map<String, Text>> changed) {
    List<Row> rows = new ArrayList<>();
    changed.forEach((uid, byLocale) ->
        byLocale.forEach((locale, text) -> rows.add(new Row(uid, locale, text))));
    db.sql(
            """
            insert into catalogue_text
              (organisation_id, uid, locale, snapshot, title, sub_title, summary, skills)
            select :organisation, uid, locale, snapshot, title, sub_title, summary, skills::jsonb
              from unnest(:uids, :locales, :snapshots::date[], :titles, :subTitles, :summaries, :skills)
                as t(uid, locale, snapshot, title, sub_title, summary, skills)
            on conflict (organisation_id, uid, locale) do update
              set snapshot = excluded.snapshot, title = excluded.title,
                  sub_title = excluded.sub_title, summary = excluded.summary,
                  skills = excluded.skills
            """)
        .param("organisation", organisation.value())
        .param("uids", StoredValues.texts(rows, Row::uid))
        .param("locales", StoredValues.texts(rows, Row::locale))
        .param("snapshots", StoredValues.texts(rows, row -> row.text().date().toString()))
        .param("titles", StoredValues.texts(rows, row -> row.text().text().title()))
        .param("subTitles", StoredValues.texts(rows, row -> row.text().text().subTitle()))
        .param("summaries", StoredValues.texts(rows, row -> row.text().text().summary()))
        .param("skills", StoredValues.texts(rows, row -> json(row.text().text().skills())))
        .update();
  }

  private record Row(String uid, String locale, Text text) {}

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : CatalogJson.write(value);
  }

  Map<String, Stated> stated(OrganisationId organisation) {
    Map<String, Stated> stated = new TreeMap<>();
    db.sql(
            """
            select uid, snapshot, basis, requires, listed
              from catalogue_requirement where organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          String requires = row.getString("requires");
          stated.put(
              row.getString("uid"),
              new Stated(
                  row.getObject("snapshot", LocalDate.class),
                  requires == null ? null : CatalogJson.read(requires, Requirement.class),
                  Basis.valueOf(row.getString("basis")),
                  StoredValues.list(row, "listed")));
        });
    return stated;
  }

  /** There are few: they are written anew as a whole when one differs. */
  void replaceStated(OrganisationId organisation, Map<String, Stated> stated) {
    db.sql("delete from catalogue_requirement where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .update();
    List<Map.Entry<String, Stated>> rows = List.copyOf(stated.entrySet());
    db.sql(
            """
            insert into catalogue_requirement
              (organisation_id, uid, snapshot, basis, requires, listed)
            select :organisation, uid, snapshot, basis, requires::jsonb,
                   array(select jsonb_array_elements_text(listed::jsonb))
              from unnest(:uids, :snapshots::date[], :bases, :requires, :listed)
                as t(uid, snapshot, basis, requires, listed)
            """)
        .param("organisation", organisation.value())
        .param("uids", StoredValues.texts(rows, Map.Entry::getKey))
        .param("snapshots", StoredValues.texts(rows, row -> row.getValue().date().toString()))
        .param("bases", StoredValues.texts(rows, row -> row.getValue().basis().name()))
        .param("requires", StoredValues.texts(rows, row -> json(row.getValue().requires())))
        .param("listed", StoredValues.texts(rows, row -> json(row.getValue().listed())))
        .update();
  }
}
