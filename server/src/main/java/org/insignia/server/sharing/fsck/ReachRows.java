package org.insignia.server.sharing.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

/** Counts outlive an erased badge, so they need not point at one that is there. */
@Component
final class ReachRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("reach", "credential_id", "r.organisation_id"),
        new Owned("reach_country", "achievement_id", "r.organisation_id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("reach", "achievement_id", "achievement"),
        new Pointer("reach_country", "achievement_id", "achievement"));
  }
}
