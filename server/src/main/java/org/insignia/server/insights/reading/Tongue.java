package org.insignia.server.insights.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the language of a text by its commonest words, or by its script. */
final class Tongue {
  private static final int LEAST_HITS = 3;
  private static final int READ = 1500;
  private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

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
    WORDS.put(language, Set.copyOf(Arrays.asList(list.split(" "))));
  }

  /** BCP 47, or empty where it cannot be told. */
  static String of(String stated, String text) {
    var said = stated.strip().replace('_', '-');
    if (said.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
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
    var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    var best = "";
    long most = LEAST_HITS - 1;
    for (var entry : WORDS.entrySet()) {
      long hits = Arrays.stream(words).filter(entry.getValue()::contains).count();
      if (hits > most) {
        most = hits;
        best = entry.getKey();
      }
    }
    return best;
  }
}
