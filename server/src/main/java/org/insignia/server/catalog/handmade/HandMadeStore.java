package org.insignia.server.catalog.handmade;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.CatalogJson;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what staff say of achievements. */
@Repository
class HandMadeStore {
  private final JdbcClient db;

  HandMadeStore(JdbcClient db) {
    this.db = db;
  }

  /** Imports and other staff wait until the transaction ends. */
  void lock(OrganisationId organisation) {
    db.sql(
            """
            insert into catalogue (organisation_id, number) values (:organisation, 0)
            on conflict (organisation_id) do update set number = catalogue.number
            """)
        .param("organisation", organisation.value())
        .update();
  }

  /** This slug, or the first with a number behind it that is free. */
  String free(OrganisationId organisation, String wanted) {
    Set<String> taken =
        db.sql(
                """
                select slug from achievement
                 where organisation_id = :organisation and starts_with(slug, :wanted)
                """)
            .param("organisation", organisation.value())
            .param("wanted", wanted)
            .query(String.class)
            .set();
    String slug = wanted;
    for (int i = 2; taken.contains(slug); i++) {
      slug = wanted + "-" + i;
    }
    return slug;
  }

  void add(OrganisationId organisation, AchievementId id, String slug, AchievementWish wish) {
    about(
            db.sql(
                """
                insert into achievement
                  (id, organisation_id, source_uid, kind, slug, standing, main_language, type, level,
                   cost, effort, duplicates, alignments)
                values (:id, :organisation, :uid, 'OWN', :slug, 'DRAFT', :main, :type, :level,
                   :cost, :effort, :duplicates, :alignments::jsonb)
                """),
            wish)
        .param("id", id.value())
        .param("organisation", organisation.value())
        .param("uid", "own." + id.value())
        .param("slug", slug)
        .update();
    putWords(id, wish.words());
  }

  /** False if it has another revision. */
  boolean change(Achievement old, int revision, AchievementWish wish) {
    int changed =
        about(
                db.sql(
                    """
                    update achievement
                       set main_language = :main, type = :type, level = :level, cost = :cost,
                           effort = :effort, duplicates = :duplicates,
                           alignments = :alignments::jsonb, revision = revision + 1
                     where id = :id and revision = :revision
                    """),
                wish)
            .param("id", old.id().value())
            .param("revision", revision)
            .update();
    if (changed == 0) {
      return false;
    }
    Map<Language, Words> differing = new EnumMap<>(Language.class);
    wish.words()
        .forEach((language, words) -> {
          if (!words.equals(old.texts().get(language))) {
            differing.put(language, words);
          }
        });
    putWords(old.id(), differing);
    if (old.kind() == Achievement.Kind.OWN) {
      db.sql(
              """
              delete from achievement_text
               where achievement_id = :id and not language = any (:kept)
              """)
          .param("id", old.id().value())
          .param("kept", wish.words().keySet().stream().map(Language::tag).toArray(String[]::new))
          .update();
    }
    return true;
  }

  private static JdbcClient.StatementSpec about(
      JdbcClient.StatementSpec statement, AchievementWish wish) {
    Particulars about = wish.particulars();
    return statement
        .param("main", wish.main().tag())
        .param("type", name(about.type()))
        .param("level", name(about.level()))
        .param("cost", name(about.cost()))
        .param("effort", name(about.effort()))
        .param("duplicates", about.duplicates().name())
        .param("alignments", CatalogJson.write(about.alignments()));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private void putWords(AchievementId id, Map<Language, Words> words) {
    words.forEach((language, said) ->
        db.sql(
                """
                insert into achievement_text
                  (achievement_id, language, name, description, criteria, skills, by_hand)
                values (:id, :language, :name, :description, :criteria, :skills, true)
                on conflict (achievement_id, language) do update
                  set name = excluded.name, description = excluded.description,
                      criteria = excluded.criteria, skills = excluded.skills, by_hand = true
                """)
            .param("id", id.value())
            .param("language", language.tag())
            .param("name", said.name())
            .param("description", said.description())
            .param("criteria", said.criteria())
            .param("skills", said.skills().toArray(String[]::new))
            .update());
  }

  int revision(AchievementId id) {
    return db.sql("select revision from achievement where id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  /** False if it stood so already. */
  boolean stand(AchievementId id, State wanted) {
    return db.sql(
                """
                update achievement set standing = :wanted, revision = revision + 1
                 where id = :id and standing <> :wanted
                """)
            .param("id", id.value())
            .param("wanted", wanted.name())
            .update()
        > 0;
  }

  List<LookVersion> looks(AchievementId id) {
    return db.sql(
            """
            select id, version, by_hand, made_at from design
             where achievement_id = :id order by version desc
            """)
        .param("id", id.value())
        .query((row, _) -> {
          OffsetDateTime since = row.getObject("made_at", OffsetDateTime.class);
          return new LookVersion(
              new DesignId(row.getObject("id", UUID.class)),
              row.getInt("version"),
              row.getBoolean("by_hand"),
              since == null ? null : since.toInstant());
        })
        .list();
  }

  /** Appends a look; its number. */
  int addLook(AchievementId achievement, BadgeLook look, String actor, Instant now) {
    return db.sql(
            """
            insert into design
              (id, achievement_id, version, look, title, picture, by_hand, made_at, made_by)
            select :id, :achievement, coalesce(max(version), 0) + 1, :look::jsonb, :title, :picture,
                   true, :now::timestamptz, :actor
              from design where achievement_id = :achievement
            returning version
            """)
        .param("id", Ids.next())
        .param("achievement", achievement.value())
        .param("look", look instanceof Design design ? CatalogJson.write(design) : null)
        .param("title", look instanceof BadgeLook.Picture picture ? picture.title() : null)
        .param(
            "picture", look instanceof BadgeLook.Picture picture ? picture.png().toArray() : null)
        .param("now", now.toString())
        .param("actor", actor)
        .query(Integer.class)
        .single();
  }
}
