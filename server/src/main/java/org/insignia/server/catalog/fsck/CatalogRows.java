package org.insignia.server.catalog.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class CatalogRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("achievement", "id", "r.organisation_id"),
        new Owned(
            "design",
            "id",
            "(select a.organisation_id from achievement a where a.id = r.achievement_id)"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("achievement", "organisation_id", "organisation"),
        new Pointer("design", "achievement_id", "achievement"));
  }
}
