package org.insignia.server.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes achievements: only what differs from what is stored. */
@Repository
final class AchievementEditStore {
  private final JdbcClient db;

  AchievementEditStore(JdbcClient db) {
    this.db = db;
  }

  AchievementId add(OrganisationId organisation, AchievementDraft draft, String slug) {
    UUID id = Ids.next();
    db.sql(
            """
            insert into achievement (id, organisation_id, source_uid, kind, slug, last_day)
            values (:id, :organisation, :uid, :kind, :slug, :lastDay)
            """)
        .param("id", id)
        .param("organisation", organisation.value())
        .param("uid", draft.uid())
        .param("kind", draft.kind().name())
        .param("slug", slug)
        .param("lastDay", draft.lastDay())
        .update();
    putWords(id, draft.words());
    addLook(id, draft);
    return new AchievementId(id);
  }

  /**
   * False if it was so already. The slug stays as it is: addresses are for ever. So do words and
   * looks that staff gave it.
   *
   * @param look the present one; null where staff gave it
   */
  boolean update(Achievement old, @Nullable Design look, AchievementDraft draft) {
    UUID id = old.id().value();
    int changed =
        db.sql(
                """
                update achievement set source_uid = :uid, last_day = :lastDay, archived = false
                 where id = :id
                   and (source_uid, archived) is distinct from (:uid, false)
                    or id = :id and last_day is distinct from :lastDay::date
                """)
            .param("id", id)
            .param("uid", draft.uid())
            .param("lastDay", draft.lastDay())
            .update();
    if (!old.texts().equals(draft.words())) {
      changed += putWords(id, draft.words());
    }
    if (look != null && !look.equals(draft.look())) {
      addLook(id, draft);
      changed++;
    }
    return changed > 0;
  }

  /** False if it was so already. */
  boolean archive(Achievement achievement) {
    return db.sql("update achievement set archived = true where id = :id and not archived")
            .param("id", achievement.id().value())
            .update()
        > 0;
  }

  /** In how many languages they differ from those that were there. */
  private int putWords(UUID id, Map<Language, Words> words) {
    List<Map.Entry<Language, Words>> rows = List.copyOf(words.entrySet());
    return db.sql(
            """
            insert into achievement_text
              (achievement_id, language, name, description, criteria, skills)
            select :id, language, name, description, criteria,
                   array(select jsonb_array_elements_text(skills::jsonb))
              from unnest(:languages, :names, :descriptions, :criteria, :skills)
                as t(language, name, description, criteria, skills)
            on conflict (achievement_id, language) do update
              set name = excluded.name, description = excluded.description,
                  criteria = excluded.criteria, skills = excluded.skills
              where not achievement_text.by_hand
                and (achievement_text.name, achievement_text.description, achievement_text.criteria, achievement_text.skills)
                    is distinct from (excluded.name, excluded.description, excluded.criteria, excluded.skills)
            """)
        .param("id", id)
        .param("languages", StoredValues.texts(rows, row -> row.getKey().tag()))
        .param("names", StoredValues.texts(rows, row -> row.getValue().name()))
        .param("descriptions", StoredValues.texts(rows, row -> row.getValue().description()))
        .param("criteria", StoredValues.texts(rows, row -> row.getValue().criteria()))
        .param(
            "skills", StoredValues.texts(rows, row -> CatalogJson.write(row.getValue().skills())))
        .update();
  }

  private void addLook(UUID achievement, AchievementDraft draft) {
    db.sql(
            """
            insert into design (id, achievement_id, version, look, made_at)
            select :id, :achievement, coalesce(max(version), 0) + 1, :look::jsonb, now()
              from design where achievement_id = :achievement
            """)
        .param("id", Ids.next())
        .param("achievement", achievement)
        .param("look", CatalogJson.write(draft.look()))
        .update();
  }
}
