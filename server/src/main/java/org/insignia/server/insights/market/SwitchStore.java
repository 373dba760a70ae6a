package org.insignia.server.insights.market;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Achievements whose issuer wants no insights shown from their badges. */
@Repository
class SwitchStore {
  private final JdbcClient db;

  SwitchStore(JdbcClient db) {
    this.db = db;
  }

  Set<AchievementId> off(Collection<AchievementId> of) {
    return new HashSet<>(
        db
            .sql("select achievement_id from insight_off where achievement_id = any(:ids)")
            .param("ids", of.stream().map(AchievementId::value).toArray(UUID[]::new))
            .query(UUID.class)
            .list()
            .stream()
            .map(AchievementId::new)
            .toList());
  }

  /** True if that changes anything. */
  boolean turnOff(AchievementId achievement) {
    return db.sql("insert into insight_off (achievement_id) values (:id) on conflict do nothing")
            .param("id", achievement.value())
            .update()
        > 0;
  }

  /** True if that changes anything. */
  boolean turnOn(AchievementId achievement) {
    return db.sql("delete from insight_off where achievement_id = :id")
            .param("id", achievement.value())
            .update()
        > 0;
  }
}
