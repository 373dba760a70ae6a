package org.insignia.openbadges.rdf.context;

import java.util.Arrays;

/** What is an absolute IRI, and what only looks like one. */
public final class Iris {
  private static final boolean[] EXCLUDED = new boolean[128];

  static {
    Arrays.fill(EXCLUDED, 0, ' ' + 1, true);
    for (char c : "<>\"{}|\\^`\u007f".toCharArray()) {
      EXCLUDED[c] = true;
    }
  }

  private Iris() {}

  /**
   * Whether this has a scheme and no character that would end or bend an IRI in N-Quads. Nothing is
   * decoded or normalised: two spellings are two IRIs.
   */
  public static boolean isAbsolute(String value) {
    int colon = schemeEnd(value);
    if (colon < 0) {
      return false;
    }
    for (int i = colon + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 128 && EXCLUDED[c]) {
        return false;
      }
    }
    return true;
  }

  /** Position of the colon after a well-formed scheme, or -1. */
  private static int schemeEnd(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !later)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether this has the shape of a keyword, known or not: {@code @} and letters. */
  static boolean hasKeywordForm(String value) {
    if (value.length() < 2 || value.charAt(0) != '@') {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      int c = value.charAt(i) | 0x20;
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a language tag by its outer form (BCP 47). */
  public static boolean isLanguageTag(String tag) {
    int length = 0;
    boolean first = true;
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (c == '-' && length > 0) {
        length = 0;
        first = false;
      } else if ((letter || (!first && c >= '0' && c <= '9')) && length < 8) {
        length++;
      } else {
        return false;
      }
    }
    return length > 0;
  }
}
