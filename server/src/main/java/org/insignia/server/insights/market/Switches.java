package org.insignia.server.insights.market;

import java.util.Collection;
import java.util.Set;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether earners see insights from an achievement's badges; its issuer decides that. */
@Service
public class Switches {
  private final SwitchStore store;
  private final Audit audit;

  Switches(SwitchStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  boolean isOff(AchievementId achievement) {
    return !off(Set.of(achievement)).isEmpty();
  }

  /** Those of these whose earners see none. */
  public Set<AchievementId> off(Collection<AchievementId> of) {
    return store.off(of);
  }

  /** Decides; whose achievement it is was asked before. */
  @Transactional
  public void choose(
      String actor, OrganisationId organisation, AchievementId achievement, boolean off) {
    if (off ? store.turnOff(achievement) : store.turnOn(achievement)) {
      audit.record(
          actor,
          organisation.value(),
          off ? "insights.off" : "insights.on",
          "achievement:" + achievement.value(),
          "");
    }
  }
}
