package org.insignia.server.api.credly.objects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What programs said of templates, by achievement. */
@Repository
public class TemplateWordsStore {
  private final JdbcClient db;
  private final JsonMapper json;

  TemplateWordsStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Writes it in place of what was said before. */
  public void put(AchievementId id, OrganisationId organisation, TemplateWords said, Instant now) {
    db.sql(
            """
            insert into credly_template
              (achievement_id, organisation_id, category, tags, activity_url, earn_url, activities,
               recommendations, alignment_words, default_expiry, changed_at)
            values (:id, :organisation, :category, :tags, :activity, :earn, :activities::jsonb,
               :recommendations::jsonb, :alignments::jsonb, :expiry::timestamptz, :now::timestamptz)
            on conflict (achievement_id) do update
              set category = excluded.category, tags = excluded.tags,
                  activity_url = excluded.activity_url, earn_url = excluded.earn_url,
                  activities = excluded.activities, recommendations = excluded.recommendations,
                  alignment_words = excluded.alignment_words,
                  default_expiry = excluded.default_expiry, changed_at = excluded.changed_at
            """)
        .param("id", id.value())
        .param("organisation", organisation.value())
        .param("category", said.category())
        .param("tags", said.tags().toArray(String[]::new))
        .param("activity", said.activityUrl())
        .param("earn", said.earnUrl())
        .param("activities", json.writeValueAsString(said.activities()))
        .param("recommendations", json.writeValueAsString(said.recommendations()))
        .param("alignments", json.writeValueAsString(said.alignmentWords()))
        .param("expiry", said.defaultExpiry() == null ? null : said.defaultExpiry().toString())
        .param("now", now.toString())
        .update();
  }

  /** From now on it is told to nobody. */
  public void remove(AchievementId id, OrganisationId organisation, Instant now) {
    db.sql(
            """
            insert into credly_template (achievement_id, organisation_id, changed_at, gone_at)
            values (:id, :organisation, :now::timestamptz, :now::timestamptz)
            on conflict (achievement_id) do update set gone_at = excluded.gone_at
            """)
        .param("id", id.value())
        .param("organisation", organisation.value())
        .param("now", now.toString())
        .update();
  }

  /** Those of an organisation that are gone. */
  public Set<AchievementId> gone(OrganisationId organisation) {
    return new HashSet<>(
        db.sql(
                """
                select achievement_id from credly_template
                 where organisation_id = :organisation and gone_at is not null
                """)
            .param("organisation", organisation.value())
            .query((row, number) -> new AchievementId(row.getObject("achievement_id", UUID.class)))
            .list());
  }

  /** Those of an organisation that carry one of these tags. */
  public List<AchievementId> tagged(OrganisationId organisation, Collection<String> tags) {
    return db.sql(
            """
            select achievement_id from credly_template
             where organisation_id = :organisation and tags && :tags::text[]
            """)
        .param("organisation", organisation.value())
        .param("tags", tags.toArray(String[]::new))
        .query((row, number) -> new AchievementId(row.getObject("achievement_id", UUID.class)))
        .list();
  }

  /** What was said of these; those of which nothing was said are left out. */
  public Map<AchievementId, TemplateWords> find(Collection<AchievementId> ids) {
    Map<AchievementId, TemplateWords> found = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql(
              """
              select achievement_id, category, tags, activity_url, earn_url, activities,
                     recommendations, alignment_words, default_expiry, changed_at
                from credly_template where achievement_id = any (:ids)
              """)
          .param("ids", ids.stream().map(AchievementId::value).toArray(UUID[]::new))
          .query(row -> {
            found.put(new AchievementId(row.getObject("achievement_id", UUID.class)), words(row));
          });
    }
    return found;
  }

  private TemplateWords words(ResultSet row) throws SQLException {
    return new TemplateWords(
        row.getString("category"),
        Arrays.asList((String[]) row.getArray("tags").getArray()),
        row.getString("activity_url"),
        row.getString("earn_url"),
        StoredJson.maps(json, row.getString("activities")),
        StoredJson.maps(json, row.getString("recommendations")),
        StoredJson.texts(json, row.getString("alignment_words")),
        instant(row, "default_expiry"),
        instant(row, "changed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
