package org.insignia.server.api.oauth.consent;

/** What became of reading an authorization request. */
sealed interface Reading {
  /** It can be put to a person. */
  record Sound(AuthorizationRequest request) implements Reading {}

  /**
   * It cannot.
   *
   * @param error a word of the specification
   * @param detail what was wrong and what would be right, in English: for who made the program
   * @param back where the browser can carry the refusal to; empty where the program or its address
   *     is not sure
   */
  record Refused(String error, String detail, String back) implements Reading {}
}
