package org.insignia.server.accounts.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What guessing programs try first. Of the long passwords that our length rule leaves, these are
 * the well-known phrases and the ones made by rule: a piece repeated, a run of keys, the person's
 * own data with something around it.
 */
final class GuessableWords {
  private static final int LONGEST_PIECE = 8;
  private static final int FEWEST_KINDS = 5;
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "1q2w3e4r5t6y7u8i9o0p");

  private final Set<String> phrases;

  GuessableWords(Set<String> phrases) {
    this.phrases = phrases;
  }

  static GuessableWords bundled() {
    try (var in =
        Objects.requireNonNull(
            GuessableWords.class.getResourceAsStream("/accounts/well-known-passwords.txt"))) {
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return new GuessableWords(
          lines
              .filter(l -> !l.startsWith("#"))
              .map(GuessableWords::bare)
              .filter(l -> !l.isEmpty())
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Weakness> weakness(String password, List<String> about) {
    var bare = bare(password);
    if (phrases.contains(bare) || phrases.contains(withoutTail(bare))) {
      return Optional.of(Weakness.WELL_KNOWN);
    }
    var lower = password.toLowerCase(Locale.ROOT);
    if (isRepeated(lower) || lower.codePoints().distinct().count() < FEWEST_KINDS) {
      return Optional.of(Weakness.REPEATED);
    }
    if (isRun(bare)) {
      return Optional.of(Weakness.SEQUENCE);
    }
    return about.stream().anyMatch(word -> isMostly(bare, bare(word)))
        ? Optional.of(Weakness.ABOUT_YOU)
        : Optional.empty();
  }

  /**
   * Lower case, letters and digits only: "P@ss word" guesses are tried with and without their
   * signs.
   */
  private static String bare(String text) {
    var out = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String withoutTail(String bare) {
    int end = bare.length();
    while (end > 0 && Character.isDigit(bare.charAt(end - 1))) {
      end--;
    }
    return bare.substring(0, end);
  }

  private static boolean isRepeated(String text) {
    for (int piece = 1; piece <= Math.min(LONGEST_PIECE, text.length() / 2); piece++) {
      int same = piece;
      while (same < text.length() && text.charAt(same) == text.charAt(same % piece)) {
        same++;
      }
      if (same == text.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRun(String bare) {
    return !bare.isEmpty()
        && RUNS.stream()
            .anyMatch(run -> {
              var twice = run + run;
              return twice.contains(bare) || new StringBuilder(twice).reverse().indexOf(bare) >= 0;
            });
  }

  /** Whether the known word is at least half of the password. */
  private static boolean isMostly(String bare, String word) {
    return word.length() >= 4 && bare.contains(word) && word.length() * 2 >= bare.length();
  }
}
