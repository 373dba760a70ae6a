package org.insignia.server.results.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class ResultRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("intake", "id", "r.organisation_id"),
        new Owned("dossier", "id", "r.organisation_id"),
        new Owned("candidate", "id", "r.organisation_id"),
        new Owned("exam_result", "id", "r.organisation_id"),
        new Owned("merge_proposal", "id", "r.organisation_id"),
        new Owned("dossier_merge", "id", "r.organisation_id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("intake", "organisation_id", "organisation"),
        new Pointer("dossier", "organisation_id", "organisation"),
        new Pointer("dossier", "merged_into", "dossier"),
        new Pointer("candidate", "dossier_id", "dossier"),
        new Pointer("exam_result", "candidate_id", "candidate"),
        new Pointer("merge_proposal", "one", "candidate"),
        new Pointer("merge_proposal", "other", "candidate"),
        new Pointer("dossier_merge", "kept", "dossier"),
        new Pointer("dossier_merge", "absorbed", "dossier"));
  }
}
