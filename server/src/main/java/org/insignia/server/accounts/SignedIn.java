package org.insignia.server.accounts;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.insignia.server.platform.web.Viewer;

/**
 * The principal of a session. Name and language are those of the person when the session began or
 * was last renewed.
 */
public record SignedIn(UUID id, String displayName, String languageTag)
    implements Viewer, Principal, Serializable {
  static SignedIn of(Person person) {
    return new SignedIn(person.id().value(), person.name(), person.language().tag());
  }

  /** Whose session it is. */
  public PersonId person() {
    return new PersonId(id);
  }

  /** The person's id: what sessions are found by when all of them are ended. */
  @Override
  public String getName() {
    return id.toString();
  }
}
