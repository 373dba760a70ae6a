package org.insignia.server.eligibility.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I14: a request to give a badge by hand gave it once, however often it came. */
@Component
final class RequestOnce implements Invariant {
  private final Stretches stretches;

  RequestOnce(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "request-once";
  }

  @Override
  public int number() {
    return 14;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "award_by_hand",
        "award_id",
        """
        select 'award:' || h.award_id as subject,
               'was given by request ' || h.request || ', as was ' || o.award_id as what
          from award_by_hand h
          join award_by_hand o
            on o.organisation_id = h.organisation_id and o.request = h.request and o.award_id < h.award_id
         where h.award_id > :after and h.award_id <= :upTo
        """);
  }
}
