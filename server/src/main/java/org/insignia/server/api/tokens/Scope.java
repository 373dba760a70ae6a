package org.insignia.server.api.tokens;

import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.organisations.Role;

/** What a token opens. Each needs a role: that of the one who made the token. */
public enum Scope {
  RESULTS_READ("results:read", Role.VIEWER),
  RESULTS_WRITE("results:write", Role.ISSUER),
  CATALOGUE_WRITE("catalogue:write", Role.ADMIN),
  ISSUE_WRITE("issue:write", Role.ISSUER);

  private final String word;
  private final Role role;

  Scope(String word, Role role) {
    this.word = word;
    this.role = role;
  }

  /** As it is written, for example {@code results:write}. */
  public String word() {
    return word;
  }

  Role role() {
    return role;
  }

  static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }
}
