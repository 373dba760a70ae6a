package org.insignia.server.catalog;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.insignia.server.catalog.CatalogState.Stored;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamCode;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of catalogues: entries, former uids and rules. */
@Repository
final class CatalogStore {
  private final JdbcClient db;

  CatalogStore(JdbcClient db) {
    this.db = db;
  }

  /** The present number; the row stays locked until the transaction ends, so that imports queue. */
  int lock(OrganisationId organisation) {
    db.sql(
            """
            insert into catalogue (organisation_id, number) values (:organisation, 0)
            on conflict (organisation_id) do nothing
            """)
        .param("organisation", organisation.value())
        .update();
    return db.sql("select number from catalogue where organisation_id = :organisation for update")
        .param("organisation", organisation.value())
        .query(Integer.class)
        .single();
  }

  /** 0 where nothing was imported yet. */
  int number(OrganisationId organisation) {
    return db.sql("select number from catalogue where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void setNumber(OrganisationId organisation, int number) {
    db.sql("update catalogue set number = :number where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .param("number", number)
        .update();
  }

  List<Entry> entries(OrganisationId organisation, int number) {
    return db.sql(
            """
            select kind, facts
              from catalogue_entry
             where organisation_id = :organisation
               and first_version <= :number
               and (last_version is null or last_version >= :number)
            """)
        .param("organisation", organisation.value())
        .param("number", number)
        .query((row, _) ->
            CatalogJson.entry(row.getString("facts"), Entry.Kind.valueOf(row.getString("kind"))))
        .list();
  }

  Map<String, Stored> stored(OrganisationId organisation) {
    Map<String, Stored> stored = new HashMap<>();
    db.sql(
            """
            select kind, snapshot, locale, facts
              from catalogue_entry
             where organisation_id = :organisation and last_version is null
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          Entry entry =
              CatalogJson.entry(row.getString("facts"), Entry.Kind.valueOf(row.getString("kind")));
          stored.put(entry.uid(), new Stored(StoredValues.edition(row), entry));
        });
    return stored;
  }

  /**
   * Ends the rows of entries that differ or are gone, and begins the new ones, in version number.
   */
  void replace(
      OrganisationId organisation, int number, Collection<String> ended, Collection<Stored> begun) {
    db.sql(
            """
            update catalogue_entry
               set last_version = :last
             where organisation_id = :organisation and last_version is null
               and uid = any (:uids)
            """)
        .param("organisation", organisation.value())
        .param("last", number - 1)
        .param("uids", ended.toArray(String[]::new))
        .update();
    List<Stored> rows = List.copyOf(begun);
    db.sql(
            """
            insert into catalogue_entry
              (organisation_id, uid, kind, number_key, first_version, snapshot, locale, facts)
            select :organisation, uid, kind, number_key, :number, snapshot, locale, facts::jsonb
              from unnest(:uids, :kinds, :keys, :snapshots::date[], :locales, :facts)
                as t(uid, kind, number_key, snapshot, locale, facts)
            """)
        .param("organisation", organisation.value())
        .param("number", number)
        .param("uids", StoredValues.texts(rows, row -> row.entry().uid()))
        .param("kinds", StoredValues.texts(rows, row -> row.entry().kind().name()))
        .param("keys", StoredValues.texts(rows, row -> key(row.entry())))
        .param("snapshots", StoredValues.texts(rows, row -> row.edition().date().toString()))
        .param("locales", StoredValues.texts(rows, row -> row.edition().locale()))
        .param("facts", StoredValues.texts(rows, row -> CatalogJson.write(row.entry())))
        .update();
  }

  /** Notes that unchanged entries were seen in a newer edition; no new version comes of it. */
  void seen(OrganisationId organisation, Collection<Stored> same) {
    List<Stored> rows = List.copyOf(same);
    db.sql(
            """
            update catalogue_entry e
               set snapshot = t.snapshot, locale = t.locale
              from unnest(:uids, :snapshots::date[], :locales) as t(uid, snapshot, locale)
             where e.organisation_id = :organisation and e.uid = t.uid and e.last_version is null
            """)
        .param("organisation", organisation.value())
        .param("uids", StoredValues.texts(rows, row -> row.entry().uid()))
        .param("snapshots", StoredValues.texts(rows, row -> row.edition().date().toString()))
        .param("locales", StoredValues.texts(rows, row -> row.edition().locale()))
        .update();
  }

  private static @Nullable String key(Entry entry) {
    return entry instanceof Exam exam ? ExamCode.key(exam.number()) : null;
  }

  /** Titles of what is kept by hand, by uid. */
  Map<String, Map<Language, String>> byHand(OrganisationId organisation) {
    Map<String, Map<Language, String>> titles = new HashMap<>();
    db.sql("select uid, titles from catalogue_by_hand where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query(row -> {
          Map<Language, String> byLanguage = new EnumMap<>(Language.class);
          CatalogJson.texts(row.getString("titles"))
              .forEach((tag, title) -> byLanguage.put(Language.of(tag), title));
          titles.put(row.getString("uid"), byLanguage);
        });
    return titles;
  }

  void keepByHand(OrganisationId organisation, String uid, Map<Language, String> titles) {
    Map<String, String> byTag = new TreeMap<>();
    titles.forEach((language, title) -> byTag.put(language.tag(), title));
    db.sql(
            """
            insert into catalogue_by_hand (organisation_id, uid, titles)
            values (:organisation, :uid, :titles::jsonb)
            on conflict (organisation_id, uid) do update set titles = excluded.titles
            """)
        .param("organisation", organisation.value())
        .param("uid", uid)
        .param("titles", CatalogJson.write(byTag))
        .update();
  }

  /** False if it was not kept by hand. */
  boolean letGo(OrganisationId organisation, String uid) {
    return db.sql(
                """
                delete from catalogue_by_hand
                 where organisation_id = :organisation and uid = :uid
                """)
            .param("organisation", organisation.value())
            .param("uid", uid)
            .update()
        > 0;
  }

  Map<String, String> aliases(OrganisationId organisation) {
    Map<String, String> aliases = new HashMap<>();
    db.sql("select former, uid from catalogue_alias where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query(row -> {
          aliases.put(row.getString("former"), row.getString("uid"));
        });
    return aliases;
  }

  void replaceAliases(OrganisationId organisation, Map<String, String> aliases) {
    db.sql("delete from catalogue_alias where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .update();
    List<Map.Entry<String, String>> rows = List.copyOf(aliases.entrySet());
    db.sql(
            """
            insert into catalogue_alias (organisation_id, former, uid)
            select :organisation, former, uid from unnest(:formers, :uids) as t(former, uid)
            """)
        .param("organisation", organisation.value())
        .param("formers", StoredValues.texts(rows, Map.Entry::getKey))
        .param("uids", StoredValues.texts(rows, Map.Entry::getValue))
        .update();
  }

  Optional<Rules> rules(OrganisationId organisation, int number) {
    return db.sql(
            """
            select rules from catalogue_rules
             where organisation_id = :organisation and first_version <= :number
             order by first_version desc limit 1
            """)
        .param("organisation", organisation.value())
        .param("number", number)
        .query((row, _) -> CatalogJson.read(row.getString("rules"), Rules.class))
        .optional();
  }

  void putRules(OrganisationId organisation, int number, Rules rules) {
    db.sql(
            """
            insert into catalogue_rules (organisation_id, first_version, rules)
            values (:organisation, :number, :rules::jsonb)
            """)
        .param("organisation", organisation.value())
        .param("number", number)
        .param("rules", CatalogJson.write(rules))
        .update();
  }
}
