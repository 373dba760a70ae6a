package org.insignia.server.results.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I1: what a provider reported once is one result. */
@Component
final class ResultOnce implements Invariant {
  private final Stretches stretches;

  ResultOnce(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "result-once";
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "exam_result",
        "id",
        """
        select 'exam_result:' || r.id as subject,
               'is number ' || r.number || ' of ' || r.provider || ', as is ' || o.id as what
          from exam_result r
          join exam_result o
            on o.organisation_id = r.organisation_id and o.provider = r.provider
           and o.number = r.number and o.id < r.id
         where r.id > :after and r.id <= :upTo
        """);
  }
}
