package org.insignia.server.results.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Passed or not, in the words of the languages in which providers write exports. */
public enum Grade {
  PASS,
  FAIL,
  NONE;

  private static final Set<String> PASSED =
      Set.of(
          "pass",
          "passed",
          "p",
          "aprobado",
          "aprobada",
          "aprovado",
          "aprovada",
          "superato",
          "promosso",
          "reussi",
          "bestanden",
          "合格",
          "通过",
          "及格",
          "通過",
          "합격",
          "сдан");
  private static final Set<String> FAILED =
      Set.of(
          "fail",
          "failed",
          "f",
          "suspenso",
          "no aprobado",
          "reprobado",
          "reprovado",
          "reprovada",
          "nao aprovado",
          "non superato",
          "bocciato",
          "echoue",
          "nicht bestanden",
          "不合格",
          "未通过",
          "不及格",
          "未通過",
          "불합격",
          "не сдан");

  /** Reads a grade; empty cells are {@link #NONE}, unknown words are nothing. */
  static Optional<Grade> find(String text) {
    var word = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    var plain =
        Normalizer.normalize(word, Normalizer.Form.NFD)
            .replaceAll("[\\u0300-\\u0305\\u0307-\\u036f]", "");
    if (word.isEmpty()) {
      return Optional.of(NONE);
    }
    if (PASSED.contains(word) || PASSED.contains(plain)) {
      return Optional.of(PASS);
    }
    return FAILED.contains(word) || FAILED.contains(plain) ? Optional.of(FAIL) : Optional.empty();
  }
}
