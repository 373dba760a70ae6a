package org.insignia.server.organisations.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class OrganisationRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(new Owned("organisation", "id", "r.id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of();
  }
}
