package org.insignia.server.catalog.handmade;

import java.util.Map;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.platform.i18n.Language;

/**
 * What staff say of an achievement, checked.
 *
 * @param main has words
 * @param words by language; skills are the same in each where staff gave them
 */
public record AchievementWish(Language main, Map<Language, Words> words, Particulars particulars) {
  /** Longest name, in code points. */
  public static final int LONGEST_NAME = 200;

  /** Longest description, in code points. */
  public static final int LONGEST_DESCRIPTION = 2_000;

  /** Longest criteria, in code points. */
  public static final int LONGEST_CRITERIA = 6_000;

  public static final int MOST_SKILLS = 40;

  /** Longest skill, in code points. */
  public static final int LONGEST_SKILL = 100;

  public static final int MOST_ALIGNMENTS = 10;

  public AchievementWish {
    words = Map.copyOf(words);
    if (!words.containsKey(main)) {
      throw new IllegalArgumentException("no words in the main language " + main);
    }
  }

  /** The words that are always there. */
  public Words mainWords() {
    Words known = words.get(main);
    if (known == null) {
      throw new IllegalStateException("no words in " + main);
    }
    return known;
  }
}
