package org.insignia.server.issuing.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BadgeListStore {
  private static final String COLUMNS =
      """
      id, award_id, achievement_id, dossier_id, recipient_name, recipient, earned_at, issued_at,
      valid_until, state, state_at, coalesce(state_reason, '') as state_reason, replaces is not null as replaces
      """;

  private final JdbcClient db;

  BadgeListStore(JdbcClient db) {
    this.db = db;
  }

  private static Issued row(ResultSet row, int number) throws SQLException {
    return new Issued(
        new CredentialId(row.getObject("id", UUID.class)),
        new AwardId(row.getObject("award_id", UUID.class)),
        new AchievementId(row.getObject("achievement_id", UUID.class)),
        new DossierId(row.getObject("dossier_id", UUID.class)),
        row.getString("recipient_name"),
        row.getString("recipient"),
        Objects.requireNonNull(instant(row, "earned_at")),
        Objects.requireNonNull(instant(row, "issued_at")),
        instant(row, "valid_until"),
        State.valueOf(row.getString("state")),
        instant(row, "state_at"),
        row.getString("state_reason"),
        row.getBoolean("replaces"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  List<Issued> page(UUID organisation, Wanted wanted, @Nullable UUID before, int limit) {
    var asked = conditions(organisation, wanted);
    if (before != null) {
      asked.and("id < :before", "before", before);
    }
    return found(asked, limit);
  }

  List<Issued> among(UUID organisation, Wanted wanted, Collection<UUID> these) {
    var asked = conditions(organisation, wanted);
    asked.and("id = any(:these)", "these", these.toArray(UUID[]::new));
    return found(asked, these.size());
  }

  /** What a row must be, and the values of it. */
  private record Conditions(List<String> all, Map<String, Object> values) {
    void and(String condition, String name, Object value) {
      all.add(condition);
      values.put(name, value);
    }
  }

  private static Conditions conditions(UUID organisation, Wanted wanted) {
    var asked = new Conditions(new ArrayList<>(), new HashMap<>());
    asked.and("organisation_id = :organisation", "organisation", organisation);
    if (wanted.achievement() != null) {
      asked.and("achievement_id = :achievement", "achievement", wanted.achievement().value());
    }
    if (wanted.state() != null) {
      asked.all().add("state = '" + wanted.state().name() + "'"); // spelt out: indexes speak of it
    }
    if (wanted.to() != null) {
      asked.and("lower(recipient collate \"C\") = :to", "to", wanted.to().key());
    }
    if (wanted.from() != null) {
      asked.and("id >= :from", "from", IssuedDayStore.begin(wanted.from()));
    }
    if (wanted.until() != null) {
      asked.and("id < :until", "until", IssuedDayStore.begin(wanted.until().plusDays(1)));
    }
    return asked;
  }

  private List<Issued> found(Conditions asked, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + " from credential where "
                + String.join(" and ", asked.all())
                + " and exists (select 1 from credential_document d where d.credential_id = id)"
                + " order by id desc limit :limit")
        .params(asked.values())
        .param("limit", limit)
        .query(BadgeListStore::row)
        .list();
  }

  List<Issued> of(UUID organisation, Collection<UUID> awards) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential
                 where award_id = any(:awards) and organisation_id = :organisation
                   and exists (select 1 from credential_document d where d.credential_id = id)
                 order by id
                """)
        .param("awards", awards.toArray(UUID[]::new))
        .param("organisation", organisation)
        .query(BadgeListStore::row)
        .list();
  }
}
