package org.insignia.server.insights.skill;

import java.util.List;

/** The words by which a text is searched, cut as skills are: {@code C#} is not {@code C}. */
public final class Words {
  private Words() {}

  /** In their order, in lower case and without accents; a Chinese character is a word. */
  public static List<String> of(String text) {
    return Token.of(text).stream().map(Token::folded).toList();
  }
}
