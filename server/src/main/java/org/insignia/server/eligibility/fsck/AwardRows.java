package org.insignia.server.eligibility.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class AwardRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("award", "id", "r.organisation_id"),
        new Owned("award_by_hand", "award_id", "r.organisation_id"),
        new Owned(
            "award_result",
            "result_id",
            "(select a.organisation_id from award a where a.id = r.award_id)"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("award", "dossier_id", "dossier"),
        new Pointer("award", "achievement_id", "achievement"),
        new Pointer("award_by_hand", "award_id", "award"),
        new Pointer("award_by_hand", "achievement_id", "achievement"),
        new Pointer("award_result", "result_id", "exam_result"));
  }
}
