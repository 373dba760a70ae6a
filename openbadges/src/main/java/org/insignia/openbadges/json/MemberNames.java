package org.insignia.openbadges.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of members that were met lately: documents use the same few hundred, and one string for all
 * is found faster in maps. Forgetful, so that it needs no lock: an entry is whole or absent.
 */
final class MemberNames {
  private static final int ENTRIES = 1_024;
  private static final int LONGEST = 40;
  private static final @Nullable Name[] RECENT = new Name[ENTRIES];

  private record Name(byte[] ascii, String text) {}

  private MemberNames() {}

  /** The name of these bytes, which are ASCII. */
  static String of(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 0 || length > LONGEST) {
      return text(text, from, to);
    }
    int hash = 31 * (31 * (31 * text[from] + text[from + length / 2]) + text[to - 1]) + length;
    int entry = (hash ^ hash >>> 10) & (ENTRIES - 1);
    Name known = RECENT[entry];
    if (known != null && Arrays.equals(known.ascii, 0, known.ascii.length, text, from, to)) {
      return known.text;
    }
    String name = text(text, from, to);
    RECENT[entry] = new Name(Arrays.copyOfRange(text, from, to), name);
    return name;
  }

  private static String text(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
