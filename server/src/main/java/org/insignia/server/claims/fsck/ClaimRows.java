package org.insignia.server.claims.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class ClaimRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("claim", "credential_id", "r.organisation_id"),
        new Owned("reminder_due", "credential_id", "r.organisation_id"),
        new Owned("name_correction", "id", "r.organisation_id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("claim", "credential_id", "credential"),
        new Pointer("reminder_due", "credential_id", "claim"),
        new Pointer("name_correction", "credential_id", "claim"));
  }
}
