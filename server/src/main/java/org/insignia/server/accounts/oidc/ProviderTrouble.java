package org.insignia.server.accounts.oidc;

/**
 * A provider does not answer, or not as it must. The reason is for the log: what an attacker sent
 * is among what can cause it.
 */
final class ProviderTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderTrouble(String reason) {
    super(reason);
  }

  ProviderTrouble(String reason, Throwable cause) {
    super(reason, cause);
  }
}
