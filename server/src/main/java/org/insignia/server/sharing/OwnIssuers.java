package org.insignia.server.sharing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.verification.KnownIssuers;
import org.springframework.stereotype.Component;

/** The organisations of this server are known here. Their badges are judged like all others. */
@Component
final class OwnIssuers implements KnownIssuers {
  private final Organisations organisations;
  private final Issuers issuers;

  /** An address for a DID never changes; one made of the key does when the key is changed. */
  private final Map<OrganisationId, String> byAddress = new ConcurrentHashMap<>();

  OwnIssuers(Organisations organisations, Issuers issuers) {
    this.organisations = organisations;
    this.issuers = issuers;
  }

  @Override
  public Set<String> ids() {
    return organisations.all().stream().map(this::did).collect(Collectors.toUnmodifiableSet());
  }

  private String did(Organisation organisation) {
    var known = byAddress.get(organisation.id());
    if (known != null) {
      return known;
    }
    var did = issuers.did(organisation);
    if (did.startsWith("did:web:")) {
      byAddress.put(organisation.id(), did);
    }
    return did;
  }
}
