package org.insignia.openbadges.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

  @Test
  void good_news_does_not_crowd_out_bad_news() {
    Findings findings = signed();
    for (int i = 0; i < 30; i++) findings.passed(Step.EMBEDDED, "valid");
    findings.failed(Step.EMBEDDED, Reason.EMBEDDED_NOT_VALID, "the 31st is forged");
    assertThat(findings.verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "EMBEDDED, EMBEDDED_NOT_CURRENT, EMBEDDED_NOT_VALID, INVALID",
    "STATUS, REVOKED, MALFORMED, INVALID",
    "STATUS, SUSPENDED, REVOKED, REVOKED"
  })
  void much_bad_news_does_not_crowd_out_worse(
      Step step, Reason often, Reason once, Verdict verdict) {
    Findings findings = signed();
    for (int i = 0; i < 30; i++) findings.failed(step, often, "again");
    findings.failed(step, once, "the 31st");
    assertThat(findings.verdict()).isEqualTo(verdict);
  }

  @Test
  void of_one_step_and_reason_no_more_than_20_are_kept() {
    var findings = new Findings();
    for (int i = 0; i < 30; i++) findings.failed(Step.DATA_MODEL, Reason.MALFORMED, "again");
    assertThat(findings.inOrder()).hasSize(20);
  }

  private static Findings signed() {
    var findings = new Findings();
    findings.passed(Step.PROOF, "holds");
    findings.passed(Step.ISSUER, "the key is the issuer's");
    findings.passed(Step.TRUST, "known");
    assertThat(findings.verdict()).isEqualTo(Verdict.VALID);
    return findings;
  }
}
