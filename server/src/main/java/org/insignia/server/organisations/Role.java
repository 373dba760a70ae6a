package org.insignia.server.organisations;

/** What a member of an organisation may do; each role may do all that the ones before it may. */
public enum Role {
  VIEWER,
  ISSUER,
  ADMIN,
  OWNER;

  /** Whether this role includes that one. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
