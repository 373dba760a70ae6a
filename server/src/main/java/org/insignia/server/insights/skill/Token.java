package org.insignia.server.insights.skill;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text, cut so that {@code C}, {@code C#}, {@code C++} and {@code .NET} stay apart; a
 * Chinese character is a token of its own.
 *
 * @param written as in the text
 * @param folded in lower case and without accents
 * @param gap what stood between it and the token before; empty where nothing did
 */
record Token(String written, String folded, String gap) {

  /** The tokens of a text in their order. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int end = 0; // of the token before
    int at = 0;
    while (at < text.length()) {
      int next = endOfToken(text, at);
      if (next == at) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      var written = text.substring(at, next);
      tokens.add(new Token(written, fold(written), text.substring(end, at)));
      at = next;
      end = next;
    }
    return tokens;
  }

  /** Where the token that begins here ends; here itself where none begins. */
  private static int endOfToken(String text, int from) {
    int at = from;
    if (text.charAt(at) == '.') { // .NET, where the dot ends no word before it
      boolean free = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      if (!free || at + 1 >= text.length() || !Character.isLetter(text.codePointAt(at + 1))) {
        return from;
      }
      at++;
    }
    int begin = at;
    int first = text.codePointAt(at);
    if (!Character.isLetterOrDigit(first)) {
      return from;
    }
    at += Character.charCount(first);
    if (isHan(first)) {
      return at;
    }
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if ((!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK)
          || isHan(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at > begin ? endOfSigns(text, at) : from;
  }

  /** C++, C#, F#: signs that belong to the word because they touch it; in C++17 as well. */
  private static int endOfSigns(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '#')) {
      at++;
    }
    boolean free = at == text.length() || !Character.isLetterOrDigit(text.codePointAt(at));
    boolean versioned = !free && at - from == 2 && Character.isDigit(text.codePointAt(at));
    return (free || versioned) && at - from <= 2 ? at : from;
  }

  private static boolean isHan(int c) {
    return c >= 0x2E80 && UnicodeScript.of(c) == UnicodeScript.HAN;
  }

  /** In lower case and without accents. */
  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}+", "")
            .toLowerCase(Locale.ROOT);
      }
    }
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether a name may go on over this gap: a space or a joint, and no end of sentence or item. */
  boolean goesOn() {
    return gap.length() <= 2
        && gap.indexOf(',') < 0
        && gap.indexOf(';') < 0
        && gap.indexOf('\n') < 0
        && !gap.startsWith(". ")
        && !gap.startsWith("。");
  }

  /** Whether it is grown together with the token before, as in {@code go-to-market}. */
  boolean isJoined() {
    return gap.length() == 1 && "-–'’&_@".contains(gap);
  }
}
