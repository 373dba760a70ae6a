package org.insignia.server.keys.fsck;

import java.util.List;
import org.insignia.server.platform.fsck.Tenants;
import org.springframework.stereotype.Component;

@Component
final class KeyRows implements Tenants {
  @Override
  public List<Owned> owned() {
    return List.of(
        new Owned("signing_key", "id", "r.organisation_id"),
        new Owned("document_key", "id", "r.organisation_id"));
  }

  @Override
  public List<Pointer> pointers() {
    return List.of(
        new Pointer("signing_key", "organisation_id", "organisation"),
        new Pointer("document_key", "organisation_id", "organisation"));
  }
}
