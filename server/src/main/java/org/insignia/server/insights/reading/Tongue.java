package org.insignia.server.insights.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells the language of a text by its commonest words, or by its script. */
final class Tongue {
  private static final int LEAST_HITS = 3;
  private static final int READ = 1500;
  private static final int LONGEST_WORD = 12;
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  /** In the order in which languages win where they have equally many words. */
  private static final List<String> LANGUAGES = new ArrayList<>();

  /** The numbers of the languages of which a word is one of the commonest. */
  private static final Map<String, List<Integer>> WORDS = new HashMap<>();

  static {
    words("en", "the and of to in for with you your our we are is will be on as this from or have");
    words(
        "de", "der die das und mit für wir dein deine ihre sie ist im auf den von zu bei eine ein");
    words("fr", "le la les des et vous nous dans pour une est sur avec votre du au qui notre que");
    words(
        "es", "el la los las y de con para una en nuestro tu tus que por como del se experiencia");
    words(
        "pt", "o a os as e de com para uma em nosso você suas que por como do da não experiência");
    words(
        "it", "il la i gli e di con per una in nostro tuo che come della del nel sono esperienza");
    words("nl", "de het een en van je met voor wij bij ons jouw op zijn is aan als dat onze");
    words("pl", "i w z na do oraz dla jest się że o od nas praca pracy lub przez jako ciebie");
  }

  /** Hangul Jamo, the first of these scripts. */
  private static final char FIRST_EAST_ASIAN = '\u1100';

  private Tongue() {}

  private static void words(String language, String list) {
    int number = LANGUAGES.size();
    LANGUAGES.add(language);
    Arrays.stream(list.split(" "))
        .distinct()
        .forEach(word -> WORDS.computeIfAbsent(word, none -> new ArrayList<>()).add(number));
  }

  /** BCP 47, or empty where it cannot be told. */
  static String of(String stated, String text) {
    var said = stated.strip().replace('_', '-');
    if (TAG.matcher(said).matches()) {
      return Locale.forLanguageTag(said).toLanguageTag();
    }
    var head = text.substring(0, Math.min(text.length(), READ));
    var script = byScript(head);
    return script.isEmpty() ? byWords(head) : script;
  }

  private static String byScript(String text) {
    int letters = 0;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      letters++;
      if (c >= FIRST_EAST_ASIAN) { // to ask for the script of each costs more than all else here
        switch (Character.UnicodeScript.of(c)) {
          case HAN -> han++;
          case HIRAGANA, KATAKANA -> kana++;
          case HANGUL -> hangul++;
          default -> {}
        }
      }
    }
    if (kana * 5 > letters) {
      return "ja";
    }
    if (hangul * 3 > letters) {
      return "ko";
    }
    return han * 3 > letters ? "zh" : "";
  }

  private static String byWords(String text) {
    var hits = new int[LANGUAGES.size()];
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetter(text.charAt(i))) {
        begin = begin < 0 ? i : begin;
      } else if (begin >= 0) {
        if (i - begin <= LONGEST_WORD) {
          count(text.substring(begin, i), hits);
        }
        begin = -1;
      }
    }
    int best = 0;
    for (int language = 1; language < hits.length; language++) {
      best = hits[language] > hits[best] ? language : best;
    }
    return hits[best] < LEAST_HITS ? "" : LANGUAGES.get(best);
  }

  private static void count(String word, int[] hits) {
    var of = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (of != null) {
      of.forEach(language -> hits[language]++);
    }
  }
}
