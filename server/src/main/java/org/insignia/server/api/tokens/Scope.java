package org.insignia.server.api.tokens;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.organisations.Role;

/** What a token opens. Each needs a role: that of the one who made the token. */
public enum Scope {
  ORGANISATION_READ("organisation:read", Role.VIEWER),
  ORGANISATION_WRITE("organisation:write", Role.ADMIN),
  MEMBERS_READ("members:read", Role.VIEWER),
  MEMBERS_WRITE("members:write", Role.ADMIN),
  CATALOGUE_READ("catalogue:read", Role.VIEWER),
  CATALOGUE_WRITE("catalogue:write", Role.ADMIN),
  ACHIEVEMENTS_READ("achievements:read", Role.VIEWER),
  ACHIEVEMENTS_WRITE("achievements:write", Role.ADMIN),
  RESULTS_READ("results:read", Role.VIEWER),
  RESULTS_WRITE("results:write", Role.ISSUER),
  PEOPLE_READ("people:read", Role.VIEWER),
  PEOPLE_WRITE("people:write", Role.ADMIN),
  BADGES_READ("badges:read", Role.VIEWER),
  BADGES_WRITE("badges:write", Role.ISSUER),
  /** What cannot be taken back, and so is not part of writing. */
  BADGES_ERASE("badges:erase", Role.ADMIN),
  ISSUE_WRITE("issue:write", Role.ISSUER),
  SUPPORT_READ("support:read", Role.ISSUER),
  SUPPORT_WRITE("support:write", Role.ISSUER),
  EVENTS_READ("events:read", Role.VIEWER),
  WEBHOOKS_READ("webhooks:read", Role.ADMIN),
  WEBHOOKS_WRITE("webhooks:write", Role.ADMIN),
  ANALYTICS_READ("analytics:read", Role.VIEWER),
  AUDIT_READ("audit:read", Role.ADMIN),
  TOKENS_WRITE("tokens:write", Role.ADMIN),
  KEYS_READ("keys:read", Role.OWNER),
  /** What cannot be taken back: see {@link #isByPeopleAlone}. */
  KEYS_WRITE("keys:write", Role.OWNER);

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

  /** What whoever makes a token with it has to be. */
  public Role role() {
    return role;
  }

  /**
   * Whether a person alone gives it out, on the page of tokens, which asks whether it is still
   * them; no token and no client does.
   */
  public boolean isByPeopleAlone() {
    return this == KEYS_WRITE;
  }

  /** Those that somebody in this role can give out. */
  public static List<Scope> openTo(Role role) {
    return Stream.of(values()).filter(s -> role.includes(s.role())).toList();
  }

  /** The scope of this word. */
  public static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** The words of these, in the order in which they are always told. */
  public static List<String> words(Set<Scope> scopes) {
    return Stream.of(values()).filter(scopes::contains).map(Scope::word).toList();
  }
}
