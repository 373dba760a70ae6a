package org.insignia.server.organisations.founding;

import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds organisations, each with whoever leads it first. */
@Service
public class Founding {
  private final Organisations organisations;
  private final Members members;

  Founding(Organisations organisations, Members members) {
    this.organisations = organisations;
    this.members = members;
  }

  /**
   * Founds one.
   *
   * @param wish without {@linkplain Foundation#objections() objections}
   * @param owner empty: operators alone see to it until they make somebody its owner
   * @throws org.insignia.server.platform.problem.Problem.Conflict if the slug is taken
   */
  @Transactional
  public Organisation found(String actor, Foundation wish, Optional<UUID> owner) {
    if (!wish.objections().isEmpty()) {
      throw new IllegalArgumentException("not looked at: " + wish.objections());
    }
    var made = organisations.create(actor, wish.slug(), wish.name(), null, null);
    owner.ifPresent(person -> members.grant(actor, person, made.id(), Role.OWNER));
    return made;
  }
}
