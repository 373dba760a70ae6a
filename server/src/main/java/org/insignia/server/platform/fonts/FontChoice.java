package org.insignia.server.platform.fonts;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.ETHIOPIC;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.NKO;
import static java.lang.Character.UnicodeScript.ORIYA;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.SYRIAC;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;
import static java.lang.Character.UnicodeScript.THAANA;
import static java.lang.Character.UnicodeScript.THAI;
import static java.lang.Character.UnicodeScript.TIFINAGH;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which bundled font has a character: the one place that knows. Fonts are read when the first
 * character of their script is asked for.
 */
final class FontChoice {
  private static final String MORE_HAN = "NotoSansSC-MediumMore";
  private static final String KOREAN = "NotoSansKR-Medium";
  private static final String EMOJI = "NotoEmoji-Medium";
  private static final String SYMBOLS = "NotoSansSymbols-Medium";
  private static final int EMOJI_STYLE = 0xfe0f;

  private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

  static {
    BY_SCRIPT.put(HANGUL, KOREAN);
    BY_SCRIPT.put(NKO, "NotoSansNKo-Regular");
    BY_SCRIPT.put(TIFINAGH, "NotoSansTifinagh-Regular");
    for (UnicodeScript script :
        List.of(
            ARABIC,
            ARMENIAN,
            BENGALI,
            DEVANAGARI,
            ETHIOPIC,
            GEORGIAN,
            GUJARATI,
            GURMUKHI,
            HEBREW,
            KANNADA,
            KHMER,
            LAO,
            MALAYALAM,
            MYANMAR,
            ORIYA,
            SINHALA,
            SYRIAC,
            TAMIL,
            TELUGU,
            THAANA,
            THAI)) {
      String name = script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
      BY_SCRIPT.put(script, "NotoSans" + name + "-Medium");
    }
  }

  private FontChoice() {}

  /**
   * The font for a letter with all that is upon it.
   *
   * @param before the font of what stands before it: signs of no script of their own take it
   * @return null where no one font has all of it
   */
  static @Nullable FontFile of(String cluster, Face face, @Nullable FontFile before) {
    int first = cluster.codePointAt(0);
    if (first > ' ' && first < 0x80
        || cluster.length() == 1 && face.western().has(first) && !isCommon(first)) {
      return hasAll(face.western(), cluster) ? face.western() : anywhere(cluster, face);
    }
    if (cluster.indexOf(EMOJI_STYLE) > 0 || Character.isEmojiPresentation(first)) {
      FontFile emoji = FontFile.named(EMOJI);
      if (hasAll(emoji, cluster)) {
        return emoji;
      }
    }
    if (before != null && isCommon(first) && !isPictures(before) && hasAll(before, cluster)) {
      return before;
    }
    return anywhere(cluster, face);
  }

  /** Their spaces are as wide as their pictures. */
  private static boolean isPictures(FontFile font) {
    return font.name().equals(EMOJI) || font.name().equals(SYMBOLS);
  }

  private static boolean isCommon(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
  }

  private static @Nullable FontFile anywhere(String cluster, Face face) {
    String own = BY_SCRIPT.get(UnicodeScript.of(cluster.codePointAt(0)));
    if (own != null && hasAll(FontFile.named(own), cluster)) {
      return FontFile.named(own);
    }
    if (hasAll(face.western(), cluster)) {
      return face.western();
    }
    if (hasAll(face.chinese(), cluster)) {
      return face.chinese();
    }
    for (String name : List.of(MORE_HAN, SYMBOLS, EMOJI)) {
      if (hasAll(FontFile.named(name), cluster)) {
        return FontFile.named(name);
      }
    }
    return byItsMarks(cluster);
  }

  /** A sign of no script with the marks of one: a dotted circle, a hyphen with a vowel. */
  private static @Nullable FontFile byItsMarks(String cluster) {
    return cluster
        .codePoints()
        .skip(1)
        .mapToObj(c -> BY_SCRIPT.get(UnicodeScript.of(c)))
        .filter(Objects::nonNull)
        .map(FontFile::named)
        .filter(font -> hasAll(font, cluster))
        .findFirst()
        .orElse(null);
  }

  private static boolean hasAll(FontFile font, String cluster) {
    return visible(cluster).allMatch(font::has);
  }

  private static IntStream visible(String cluster) {
    return cluster.codePoints().filter(c -> !Wording.isJoiner(c) && c != EMOJI_STYLE);
  }
}
