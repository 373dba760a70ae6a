package org.insignia.server.issuing.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class IssuingRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("status_list", "id", "r.organisation_id"),
        new Owned("credential", "id", "r.organisation_id"),
        new Owned("issue_run", "id", "r.organisation_id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("status_list", "organisation_id", "organisation"),
        new Pointer("credential", "award_id", "award"),
        new Pointer("credential", "achievement_id", "achievement"),
        new Pointer("credential", "design_id", "design"),
        new Pointer("credential", "dossier_id", "dossier"),
        new Pointer("credential", "key_id", "signing_key"),
        new Pointer("credential", "status_list_id", "status_list"),
        new Pointer("credential", "replaces", "credential"),
        new Pointer("issue_run", "achievement_id", "achievement"));
  }
}
