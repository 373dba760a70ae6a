package org.insignia.server.verification.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the library finds can be said in every language. */
class VerificationWordsTest {
  private final Texts texts = new Texts();

  @ParameterizedTest
  @EnumSource
  void every_step_outcome_reason_and_verdict_has_a_sentence(Language language) {
    var wanted = new ArrayList<String>();
    for (var step : Step.values()) {
      for (var finding : outcomes(step)) {
        wanted.add(StepView.of(step, List.of(finding)).key());
      }
    }
    for (var reason : Reason.values()) {
      wanted.add(StepView.key(reason));
    }
    for (var verdict : Verdict.values()) {
      wanted.add("verification.verdict." + verdict.text() + ".title");
      wanted.add("verification.verdict." + verdict.text() + ".meaning");
    }
    assertThat(texts.all(language).keySet()).containsAll(wanted);
  }

  @ParameterizedTest
  @EnumSource
  void only_valid_has_the_colour_and_the_words_of_good_news(Language language) {
    var titles = new TreeSet<String>();
    for (var verdict : Verdict.values()) {
      assertThat(Tone.of(verdict).equals("good")).isEqualTo(verdict == Verdict.VALID);
      titles.add(texts.text(language, "verification.verdict." + verdict.text() + ".title"));
    }
    assertThat(titles).as("each verdict reads differently").hasSize(Verdict.values().length);
  }

  private static List<Finding> outcomes(Step step) {
    return List.of(
        new Finding.Passed(step, ""),
        new Finding.Failed(step, Reason.MALFORMED, ""),
        new Finding.Unchecked(step, Reason.MALFORMED, ""),
        new Finding.Skipped(step, ""));
  }
}
