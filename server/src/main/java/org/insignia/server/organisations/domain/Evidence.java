package org.insignia.server.organisations.domain;

import java.util.Optional;

/** Port: looks on the internet for what an organisation put at its domain. */
interface Evidence {
  /** Where it was found; empty where it was not, for whatever reason. */
  Optional<DomainProof.Way> of(DomainProof proof);
}
