package org.insignia.server.accounts;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last part of a profile's address: 3 to 60 small letters, digits and hyphens. */
public final class Vanity {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]");
  private static final Set<String> RESERVED =
      Set.of(
          "about",
          "account",
          "admin",
          "administrator",
          "api",
          "badge",
          "badges",
          "console",
          "directory",
          "edit",
          "help",
          "home",
          "insignia",
          "me",
          "new",
          "nobody",
          "null",
          "operator",
          "profile",
          "root",
          "search",
          "security",
          "settings",
          "support",
          "system",
          "undefined");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";
  private static final int LONGEST_STEM = 40;

  private Vanity() {}

  /** Whether it has the form and is not kept for ourselves. */
  public static boolean isValid(String vanity) {
    return FORM.matcher(vanity).matches() && !vanity.contains("--") && !RESERVED.contains(vanity);
  }

  /**
   * Names to try, the nicest first; an endless stream. Names in other scripts give a random one:
   * guessing at a spelling would be rude.
   */
  static Stream<String> proposals(String name) {
    var stem = stem(name);
    var random = Stream.generate(() -> (stem.isEmpty() ? "earner" : stem) + "-" + tail());
    return isValid(stem) ? Stream.concat(Stream.of(stem), random) : random;
  }

  private static String stem(String name) {
    var plain =
        Normalizer.normalize(
                name.replace("ß", "ss")
                    .replace("ø", "o")
                    .replace("Ø", "O")
                    .replace("ł", "l")
                    .replace("Ł", "L")
                    .replace("đ", "d")
                    .replace("Đ", "D"),
                Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-");
    var cut = plain.substring(0, Math.min(LONGEST_STEM, plain.length()));
    return cut.replaceAll("^-+|-+$", "");
  }

  private static String tail() {
    var tail = new StringBuilder();
    RANDOM.ints(6, 0, ALPHABET.length()).forEach(i -> tail.append(ALPHABET.charAt(i)));
    return tail.toString();
  }
}
