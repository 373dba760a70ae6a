package org.insignia.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.about.Particulars.Duplicates;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Achievements with their words and looks. */
@Repository
final class AchievementStore {
  private static final String SELECT =
      """
      select a.id, a.organisation_id, a.source_uid, a.kind, a.slug, a.last_day, a.archived,
             a.standing, a.main_language, a.type, a.level, a.cost, a.effort, a.duplicates, a.alignments,
             d.id as design_id, w.language, w.name, w.description, w.criteria, w.skills
        from achievement a
        join design d on d.achievement_id = a.id
         and d.version = (select max(version) from design where achievement_id = a.id)
        join achievement_text w on w.achievement_id = a.id
      """;

  private final JdbcClient db;
  private final Clock clock;

  AchievementStore(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Optional<Achievement> find(AchievementId id) {
    return one(db.sql(SELECT + " where a.id = :id").param("id", id.value()));
  }

  List<Achievement> find(Collection<AchievementId> ids) {
    return list(
        db.sql(SELECT + " where a.id = any (:ids::uuid[]) order by a.slug")
            .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new)));
  }

  Optional<Achievement> bySource(OrganisationId organisation, String uid) {
    return one(
        db.sql(SELECT + " where a.organisation_id = :organisation and a.source_uid = :uid")
            .param("organisation", organisation.value())
            .param("uid", uid));
  }

  Optional<Achievement> bySlug(OrganisationId organisation, String slug) {
    return one(
        db.sql(SELECT + " where a.organisation_id = :organisation and a.slug = :slug")
            .param("organisation", organisation.value())
            .param("slug", slug));
  }

  List<Achievement> all(OrganisationId organisation) {
    return list(
        db.sql(SELECT + " where a.organisation_id = :organisation order by a.slug")
            .param("organisation", organisation.value()));
  }

  List<Achievement> called(OrganisationId organisation, String name) {
    return list(
        db.sql(
                SELECT
                    + """
                     where a.organisation_id = :organisation
                       and (a.slug = :name or a.id::text = :name or lower(a.source_uid) = :name)
                     order by a.slug
                    """)
            .param("organisation", organisation.value())
            .param("name", name));
  }

  Map<String, AchievementId> ids(OrganisationId organisation) {
    Map<String, AchievementId> ids = new HashMap<>();
    db.sql("select id, source_uid from achievement where organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query(row -> {
          ids.put(row.getString("source_uid"), new AchievementId(row.getObject("id", UUID.class)));
        });
    return ids;
  }

  Map<OrganisationId, Integer> counts(Collection<OrganisationId> organisations) {
    Map<OrganisationId, Integer> counts = new HashMap<>();
    db.sql(
            """
            select organisation_id, count(*) as n from achievement
             where organisation_id = any (cast(:ids as uuid[])) group by organisation_id
            """)
        .param(
            "ids", organisations.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(row -> {
          counts.put(
              new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getInt("n"));
        });
    return counts;
  }

  Set<AchievementId> repeatable(Collection<AchievementId> ids) {
    return db.sql(
            """
            select id from achievement where duplicates = 'ALLOW' and id = any (:ids::uuid[])
            """)
        .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query((row, _) -> new AchievementId(row.getObject("id", UUID.class)))
        .set();
  }

  /** False if it was so already. */
  boolean setRepeatable(AchievementId id, boolean repeatable) {
    return db.sql(
                """
                update achievement set duplicates = :duplicates, revision = revision + 1
                 where id = :id and duplicates <> :duplicates
                """)
            .param("duplicates", (repeatable ? Duplicates.ALLOW : Duplicates.REFUSE).name())
            .param("id", id.value())
            .update()
        > 0;
  }

  Map<AchievementId, DesignId> designs(Collection<AchievementId> ids) {
    Map<AchievementId, DesignId> designs = new HashMap<>();
    db.sql(
            """
            select distinct on (achievement_id) achievement_id, id from design
             where achievement_id = any (:ids::uuid[]) order by achievement_id, version desc
            """)
        .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(row -> {
          designs.put(
              new AchievementId(row.getObject("achievement_id", UUID.class)),
              new DesignId(row.getObject("id", UUID.class)));
        });
    return designs;
  }

  Optional<BadgeLook> design(DesignId id) {
    return db.sql("select look, title, picture from design where id = :id")
        .param("id", id.value())
        .query((row, _) -> look(row))
        .optional();
  }

  private static BadgeLook look(ResultSet row) throws SQLException {
    String composed = row.getString("look");
    if (composed != null) {
      return CatalogJson.read(composed, Design.class);
    }
    return new BadgeLook.Picture(row.getString("title"), Bytes.wrap(row.getBytes("picture")));
  }

  /** Present looks by achievement, as far as they are composed and the catalogue's own. */
  Map<AchievementId, Design> ownLooks(OrganisationId organisation) {
    Map<AchievementId, Design> looks = new HashMap<>();
    db.sql(
            """
            select distinct on (d.achievement_id) d.achievement_id, d.look, d.by_hand
              from design d join achievement a on a.id = d.achievement_id
             where a.organisation_id = :organisation
             order by d.achievement_id, d.version desc
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          if (!row.getBoolean("by_hand")) {
            looks.put(
                new AchievementId(row.getObject("achievement_id", UUID.class)),
                CatalogJson.read(row.getString("look"), Design.class));
          }
        });
    return looks;
  }

  private Optional<Achievement> one(JdbcClient.StatementSpec query) {
    return list(query).stream().findFirst();
  }

  private List<Achievement> list(JdbcClient.StatementSpec query) {
    Map<UUID, Achievement> byId = new LinkedHashMap<>();
    Map<UUID, Map<Language, Words>> words = new HashMap<>();
    query.query(row -> {
      UUID id = row.getObject("id", UUID.class);
      byId.putIfAbsent(id, row(row));
      words
          .computeIfAbsent(id, _ -> new EnumMap<>(Language.class))
          .put(Language.of(row.getString("language")), words(row));
    });
    List<Achievement> all = new ArrayList<>();
    byId.forEach((id, achievement) -> all.add(with(achievement, words.getOrDefault(id, Map.of()))));
    return all;
  }

  private static Words words(ResultSet row) throws SQLException {
    return new Words(
        row.getString("name"),
        row.getString("description"),
        row.getString("criteria"),
        StoredValues.list(row, "skills"));
  }

  private Achievement row(ResultSet row) throws SQLException {
    LocalDate lastDay = row.getObject("last_day", LocalDate.class);
    return new Achievement(
        new AchievementId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("source_uid"),
        Kind.valueOf(row.getString("kind")),
        state(State.valueOf(row.getString("standing")), row.getBoolean("archived"), lastDay),
        row.getString("slug"),
        new DesignId(row.getObject("design_id", UUID.class)),
        lastDay,
        Language.of(row.getString("main_language")),
        Map.of(),
        new Particulars(
            word(row, "type", Particulars.Type.class),
            word(row, "level", Particulars.Level.class),
            word(row, "cost", Particulars.Cost.class),
            word(row, "effort", Particulars.Effort.class),
            Duplicates.valueOf(row.getString("duplicates")),
            List.of(CatalogJson.read(row.getString("alignments"), Alignment[].class))));
  }

  private static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String word = row.getString(column);
    return word == null ? null : Enum.valueOf(type, word);
  }

  private State state(State standing, boolean archived, @Nullable LocalDate lastDay) {
    if (standing != State.ACTIVE) {
      return standing;
    }
    if (archived) {
      return State.ARCHIVED;
    }
    return lastDay != null && lastDay.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        ? State.RETIRED
        : State.ACTIVE;
  }

  private static Achievement with(Achievement a, Map<Language, Words> words) {
    return new Achievement(
        a.id(),
        a.organisation(),
        a.sourceUid(),
        a.kind(),
        a.state(),
        a.slug(),
        a.design(),
        a.lastDay(),
        a.main(),
        words,
        a.particulars());
  }
}
