package org.insignia.server.organisations;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a name pretends: by letters that look like others, by signs that nobody sees, or by a
 * mark that only a proven domain gives. Scripts may stand side by side in a name, not within a
 * word.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/tr39-30.html">UTS 39</a>, of whose table this
 *     holds the letters of the scripts that are mistaken for Latin ones
 */
final class LookAlike {
  /** What speaks against a name by itself; each has its words for the one who typed it. */
  enum Objection {
    /** Signs that nobody sees, or that turn the direction of what follows. */
    INVISIBLE,
    /** Check marks, shields, stars and other pictures. */
    MARK,
    /** Letters in another dress: full width, bold, struck. */
    DRESSED,
    /** A word of letters of several alphabets that look alike. */
    MIXED
  }

  private static final String PLAIN_SIGNS = "©®™℠°№";
  private static final Map<Integer, Integer> LATIN = new HashMap<>();

  static {
    pair("АВЕКМНОРСТУХЅІЈԚԜѴаеорсухѕіјԛԝѵкһ", "abekmhopctyxsijqwvaeopcyxsijqwvkh");
    pair("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοντυικργηω", "abezhikmnoptyxaovtuikpynw");
    pair("ՕՍԼհոսցօ", "oulhnugo");
    pair("ᎪᏴᏟᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "abcehjklmprstvwz");
  }

  private LookAlike() {}

  private static void pair(String others, String latin) {
    for (int i = 0; i < others.length(); i++) {
      LATIN.put((int) others.charAt(i), (int) latin.charAt(i));
    }
  }

  /** What speaks against this name, whatever others are called. */
  static Optional<Objection> objection(String name) {
    if (has(name, LookAlike::isInvisible)) {
      return Optional.of(Objection.INVISIBLE);
    }
    if (has(name, LookAlike::isMark)) {
      return Optional.of(Objection.MARK);
    }
    if (has(name, LookAlike::isDressed)) {
      return Optional.of(Objection.DRESSED);
    }
    return isMixed(name) ? Optional.of(Objection.MIXED) : Optional.empty();
  }

  private static boolean has(String name, java.util.function.IntPredicate what) {
    return name.codePoints().anyMatch(what);
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT && c != 0x200c && c != 0x200d
        || type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c >= 0xfe00 && c <= 0xfe0f
        || c == 0x115f
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0
        || c == 0x2800;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL && PLAIN_SIGNS.indexOf(c) < 0
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || c == 0x221a;
  }

  private static boolean isDressed(int c) {
    var block = Character.UnicodeBlock.of(c);
    return Character.isLetterOrDigit(c)
        && (block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
            || block == Character.UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS
            || block == Character.UnicodeBlock.LETTERLIKE_SYMBOLS
            || block == Character.UnicodeBlock.ENCLOSED_ALPHANUMERICS);
  }

  private static boolean isMixed(String name) {
    for (var word : name.split("[^\\p{L}\\p{M}\\p{N}]+")) {
      long scripts =
          word.codePoints()
              .filter(Character::isLetter)
              .mapToObj(Character.UnicodeScript::of)
              .filter(LookAlike::isMistakable)
              .distinct()
              .count();
      if (scripts > 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMistakable(Character.UnicodeScript script) {
    return switch (script) {
      case LATIN, CYRILLIC, GREEK, ARMENIAN, CHEROKEE, COPTIC -> true;
      default -> false;
    };
  }

  /** The name as the eye reads it: two that are read alike have the same; so have Ana and Anna. */
  static String skeleton(String name) {
    var read = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> read.append(plain(LATIN.getOrDefault(c, c))));
    return read.toString().replace("rn", "m").replace("vv", "w").replaceAll("(.)\\1+", "$1");
  }

  private static String plain(int c) {
    var lower = Character.toString(c).toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "0" -> "o";
      case "1", "i", "ı", "ł" -> "l";
      case "5" -> "s";
      default -> lower;
    };
  }
}
