package org.insignia.server.support.requests;

import java.util.EnumSet;
import java.util.Set;

/**
 * A request as somebody wrote it.
 *
 * @param subject in a line
 * @param words what is the matter
 * @param about uid of what a badge is missing for; empty: nothing
 */
record Wish(Topic topic, String subject, String words, String about) {
  static final int LONGEST_SUBJECT = 120;
  static final int LONGEST_WORDS = 4000;

  /** What is wrong with it. */
  enum Objection {
    SUBJECT,
    WORDS
  }

  Wish {
    subject = clean(subject.replaceAll("\\s+", " "));
    words = clean(words.replace("\r\n", "\n"));
  }

  Set<Objection> objections() {
    var found = EnumSet.noneOf(Objection.class);
    if (subject.isEmpty() || length(subject) > LONGEST_SUBJECT) {
      found.add(Objection.SUBJECT);
    }
    if (!fits(words)) {
      found.add(Objection.WORDS);
    }
    return found;
  }

  /** Whether these words can be a message. */
  static boolean fits(String words) {
    return !words.isEmpty() && length(words) <= LONGEST_WORDS;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Without what no screen shows, and what turns writing round. */
  static String clean(String typed) {
    return typed
        .codePoints()
        .filter(c ->
            c == '\n'
                || !Character.isISOControl(c)
                    && (c < 0x202A || c > 0x202E)
                    && (c < 0x2066 || c > 0x2069)
                    && (c < 0xD800 || c > 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
