package org.insignia.server.eligibility.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I1: whoever earned an achievement by the rules was given it once. */
@Component
final class AwardOnce implements Invariant {
  private final Stretches stretches;

  AwardOnce(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "award-once";
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "award",
        "id",
        """
        select 'award:' || a.id as subject,
               'gives achievement ' || a.achievement_id || ' to dossier ' || a.dossier_id || ', as does ' || o.id as what
          from award a
          join award o on o.dossier_id = a.dossier_id and o.achievement_id = a.achievement_id and o.id < a.id
         where a.id > :after and a.id <= :upTo and a.catalogue_number > 0 and o.catalogue_number > 0
        """);
  }
}
