package org.insignia.server.insights.skill;

import java.util.List;

/**
 * One spelling of a skill.
 *
 * @param skill empty for an everyday phrase that is no skill: {@code go to market}
 * @param words its tokens, folded
 * @param exact its tokens in the case that counts; empty where any case does
 * @param doubtful whether it counts only in company: {@code Go} and {@code React} are words of
 *     everyday language as well
 */
record Alias(String skill, List<String> words, List<String> exact, boolean doubtful) {
  /**
   * Reads what the table says.
   *
   * @param text the spelling, behind the mark {@code =}, {@code ?} or both, and the language before
   */
  static Alias of(String skill, String text) {
    var rest = text.matches("[a-z]{2}:.+") ? text.substring(3) : text;
    boolean exact = rest.startsWith("=");
    rest = exact ? rest.substring(1) : rest;
    boolean doubtful = rest.startsWith("?");
    rest = doubtful ? rest.substring(1) : rest;
    var tokens = Token.of(rest);
    return new Alias(
        skill,
        tokens.stream().map(Token::folded).toList(),
        exact ? tokens.stream().map(Token::written).toList() : List.of(),
        doubtful);
  }

  /** Whether the case of these tokens, which are its words, is as it must be. */
  boolean fits(List<Token> tokens) {
    return exact.isEmpty() || tokens.stream().map(Token::written).toList().equals(exact);
  }
}
