package org.insignia.server.sharing.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What somebody typed to find something: without accents and case, and only so much of it.
 *
 * @param folded the words, each of letters and digits only
 */
record SearchWords(List<String> folded) {
  private static final int LONGEST = 100;
  private static final int MOST = 8;

  SearchWords {
    folded = List.copyOf(folded);
  }

  static SearchWords of(String typed) {
    var cut = typed.substring(0, Math.min(LONGEST, typed.length()));
    return new SearchWords(
        Arrays.stream(fold(cut).split(" ")).filter(w -> !w.isEmpty()).limit(MOST).toList());
  }

  /** As texts are kept for searching: words of letters and digits with one blank between them. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  boolean isEmpty() {
    return folded.isEmpty();
  }

  /** Entries with words that begin like all of these. */
  String query() {
    return folded.stream().map(w -> "'" + w + "':*").collect(Collectors.joining(" & "));
  }

  /** Entries that hold all of these anywhere: scripts without blanks need it. */
  String pattern(int number) {
    return number < folded.size() ? "%" + folded.get(number) + "%" : "%";
  }

  int size() {
    return folded.size();
  }

  /** All of it as one text. */
  String text() {
    return String.join(" ", folded);
  }
}
