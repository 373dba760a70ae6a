package org.insignia.server.insights.reading;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.insignia.server.insights.syntax.PlainText;

/** One line of text: a title, the name of an employer, a place. */
final class Wording {
  /** Control characters, surrogates without their other half, and marks that turn the writing. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\s]]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern NO_WIDTH = Pattern.compile("[\\u200B\\u2060\\uFEFF]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern RUN = Pattern.compile("^[=@].*", Pattern.DOTALL);
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  private Wording() {}

  static String line(String given, int longest) throws Faulty {
    if (isPlain(given, longest)) {
      return given;
    }
    var text = PlainText.unescape(given);
    if (UNSEEN.matcher(text).find()) {
      throw new Faulty(Fault.CONTROL_CHARACTERS, text);
    }
    var line = blanks(text);
    if (PlainText.hasTags(line)) {
      throw new Faulty(Fault.MARKUP, line);
    }
    if (RUN.matcher(line).matches()) {
      throw new Faulty(Fault.FORMULA, line);
    }
    if (line.length() > longest) {
      throw new Faulty(Fault.TOO_LONG, line);
    }
    return line;
  }

  /**
   * Whether nothing at all can be wrong with it or has to be changed: letters of English, digits
   * and harmless marks, with single blanks between. So most lines are, and looking once tells.
   */
  static boolean isPlain(String text, int longest) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '&' || c == '<' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return !text.isEmpty()
        && before != ' '
        && text.length() <= longest
        && text.charAt(0) != '='
        && text.charAt(0) != '@';
  }

  /** Without what is not seen, and with one blank for many. */
  private static String blanks(String text) {
    return SPACE.matcher(NO_WIDTH.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** As {@link #line}; and no word of it mixes letters that look alike. */
  static String name(String given, int longest) throws Faulty {
    if (isPlain(given, longest)) {
      return given;
    }
    var line = line(given, longest);
    for (var word : BETWEEN_WORDS.split(line)) {
      Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
      word.codePoints().mapToObj(UnicodeScript::of).filter(ALIKE::contains).forEach(scripts::add);
      if (scripts.size() > 1) {
        throw new Faulty(Fault.MIXED_SCRIPTS, line);
      }
    }
    return line;
  }
}
