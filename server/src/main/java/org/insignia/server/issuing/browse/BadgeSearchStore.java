package org.insignia.server.issuing.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.Sought.By;
import org.insignia.server.issuing.browse.Sought.Found;
import org.insignia.server.issuing.browse.Sought.Lives;
import org.insignia.server.issuing.browse.Sought.Stretch;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BadgeSearchStore {
  private static final String ERASED = "erased@insignia.invalid";
  private static final String CHANGED = "coalesce(state_at, issued_at)";

  private final JdbcClient db;

  BadgeSearchStore(JdbcClient db) {
    this.db = db;
  }

  List<Found> page(Sought sought, By by, boolean down, int skip, int limit) {
    var where = new Where(sought);
    where.add("recipient <> :erased", "erased", ERASED);
    var way = down ? " desc" : "";
    return db.sql(
            "select id, %s as changed from credential where %s order by %s%s, id%s offset :skip limit :limit"
                .formatted(CHANGED, where.text(), column(by), way, way))
        .params(where.values)
        .param("skip", skip)
        .param("limit", limit)
        .query(BadgeSearchStore::found)
        .list();
  }

  private static String column(By by) {
    return switch (by) {
      case DECIDED -> "id";
      case EARNED -> "earned_at";
      case CHANGED -> CHANGED;
      case EXPIRES -> "valid_until";
      case NAME -> "recipient_name";
      case ADDRESS -> "lower(recipient collate \"C\")";
    };
  }

  /** Those that are erased are few, and counted apart, so that an index is enough for the rest. */
  long count(Sought sought) {
    var all = new Where(sought);
    var erased = new Where(sought);
    erased.add("lower(recipient collate \"C\") = :erased", "erased", ERASED);
    return count(all) - count(erased);
  }

  private long count(Where where) {
    return db.sql("select count(*) from credential where " + where.text())
        .params(where.values)
        .query(Long.class)
        .single();
  }

  List<String> recipients(Sought sought) {
    var where = new Where(sought);
    where.add("recipient <> :erased", "erased", ERASED);
    return db.sql(
            "select distinct lower(recipient collate \"C\") from credential where " + where.text())
        .params(where.values)
        .query(String.class)
        .list();
  }

  List<Found> stretch(Sought sought, Optional<CredentialId> before, int limit) {
    var where = new Where(sought);
    where.add("recipient <> :erased", "erased", ERASED);
    before.ifPresent(id -> where.add("id < :before", "before", id.value()));
    return db.sql(
            "select id, %s as changed from credential where %s order by id desc limit :limit"
                .formatted(CHANGED, where.text()))
        .params(where.values)
        .param("limit", limit)
        .query(BadgeSearchStore::found)
        .list();
  }

  Map<AchievementId, Long> counts(Collection<AchievementId> achievements) {
    Map<AchievementId, Long> counts = new HashMap<>();
    db.sql(
            """
            select achievement_id, count(*) as n from credential
             where achievement_id = any (:achievements) group by achievement_id
            """)
        .param("achievements", achievements.stream().map(AchievementId::value).toArray(UUID[]::new))
        .query(row -> {
          counts.put(
              new AchievementId(row.getObject("achievement_id", UUID.class)), row.getLong("n"));
        });
    return counts;
  }

  List<Found> changes(Collection<CredentialId> ids) {
    return db.sql("select id, " + CHANGED + " as changed from credential where id = any (:ids)")
        .param("ids", ids(ids))
        .query(BadgeSearchStore::found)
        .list();
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        new CredentialId(row.getObject("id", UUID.class)),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }

  private static UUID[] ids(Collection<CredentialId> ids) {
    return ids.stream().map(CredentialId::value).toArray(UUID[]::new);
  }

  /** The conditions of what is sought. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Where(Sought sought) {
      add("organisation_id = :organisation", "organisation", sought.organisation().value());
      var achievements = sought.achievements();
      if (achievements != null) {
        var ids = achievements.stream().map(AchievementId::value).toArray(UUID[]::new);
        add("achievement_id = any (:achievements)", "achievements", ids);
      }
      var to = sought.to();
      if (to != null) {
        var keys = to.stream().map(EmailAddress::key).toArray(String[]::new);
        add("lower(recipient collate \"C\") = any (:to)", "to", keys);
      }
      var awards = sought.awards();
      if (awards != null) {
        var ids = awards.stream().map(AwardId::value).toArray(UUID[]::new);
        add("award_id = any (:awards)", "awards", ids);
      }
      if (sought.ids() != null) {
        add("id = any (:ids)", "ids", ids(sought.ids()));
      }
      if (sought.not() != null) {
        add("not id = any (:not)", "not", ids(sought.not()));
      }
      if (sought.words() != null) {
        add(
            "(recipient_name ilike :words or recipient ilike :words)",
            "words",
            "%" + sought.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      }
      lives(sought.lives());
      stretch("earned_at", "earned", sought.earned());
      stretch("issued_at", "decided", sought.decided());
      stretch("valid_until", "expires", sought.expires());
      stretch(CHANGED, "changed", sought.changed());
    }

    void add(String condition, String name, Object value) {
      conditions.add(condition);
      values.put(name, value);
    }

    private void lives(Lives lives) {
      if (lives.equals(Lives.ALL)) {
        return;
      }
      var others = new ArrayList<String>();
      others.add(lives.others() ? "state in ('ISSUED', 'REPLACED')" : "false");
      if (lives.among() != null) {
        others.add("id = any (:among)");
        values.put("among", ids(lives.among()));
      }
      if (!lives.except().isEmpty()) {
        others.add("not id = any (:except)");
        values.put("except", ids(lives.except()));
      }
      var revoked = lives.revoked() ? "state = 'REVOKED' or " : "";
      conditions.add("(" + revoked + String.join(" and ", others) + ")");
    }

    private void stretch(String column, String name, Stretch stretch) {
      if (stretch.from() != null) {
        add(column + " >= :" + name + "From", name + "From", time(stretch.from()));
      }
      if (stretch.until() != null) {
        add(column + " <= :" + name + "Until", name + "Until", time(stretch.until()));
      }
    }

    private static OffsetDateTime time(Instant at) {
      return at.atOffset(ZoneOffset.UTC);
    }

    String text() {
      return String.join(" and ", conditions);
    }
  }
}
