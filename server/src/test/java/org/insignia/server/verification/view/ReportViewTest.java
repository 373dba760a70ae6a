package org.insignia.server.verification.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.junit.jupiter.api.Test;

class ReportViewTest {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private final BadgeReader reader = new BadgeReader(url -> new Loaded.Unavailable("no network"));

  private ReportView view(Findings findings, String json) {
    var document = json.isEmpty() ? null : (JsonObject) Json.parse(json);
    return ReportView.of(
        new Report(
            CredentialKind.OPEN_BADGE_3,
            findings.verdict(),
            findings.authentic(),
            findings.conformant(),
            findings.inOrder(),
            document,
            List.of()),
        reader);
  }

  private static Findings allPassed() {
    var findings = new Findings();
    for (var step : Step.values()) {
      findings.passed(step, "fine");
    }
    return findings;
  }

  @Test
  void counts_the_steps_that_there_were_to_take() {
    var findings = new Findings();
    findings.passed(Step.PARSE, "");
    findings.skipped(Step.REFRESH, "");
    findings.failed(Step.PROOF, Reason.WRONG_SIGNATURE, "");
    var view = view(findings, "");
    assertThat(view.passed()).isEqualTo(1);
    assertThat(view.taken()).isEqualTo(2);
    assertThat(view.why()).isEqualTo("verification.reason.wrong-signature");
    assertThat(view.isConfirmed()).isFalse();
  }

  @Test
  void what_could_not_be_checked_outweighs_what_passed_in_the_same_step() {
    var findings = allPassed();
    findings.unchecked(Step.STATUS, Reason.STATUS_UNAVAILABLE, "timeout");
    var view = view(findings, "");
    assertThat(view.tone()).isEqualTo("open");
    assertThat(view.steps())
        .filteredOn(s -> s.code().equals("status"))
        .singleElement()
        .satisfies(s -> assertThat(s.tone()).isEqualTo("open"))
        .satisfies(s -> assertThat(s.key()).isEqualTo("verification.step.status.unchecked"));
  }

  @Test
  void the_reason_that_decides_is_not_a_mere_departure_from_the_standard() {
    var findings = new Findings();
    findings.failed(Step.CONFORMANCE, Reason.NOT_THE_SCHEMA, "");
    findings.failed(Step.ISSUER, Reason.KEY_OF_SOMEBODY_ELSE, "");
    assertThat(view(findings, "").why()).isEqualTo("verification.reason.key-of-somebody-else");
  }

  @Test
  void that_it_is_not_signed_says_more_than_that_it_is_badly_written() {
    var findings = new Findings();
    findings.failed(Step.DATA_MODEL, Reason.MALFORMED, "");
    findings.failed(Step.PROOF, Reason.NO_PROOF, "");
    assertThat(view(findings, "").why()).isEqualTo("verification.reason.no-proof");
  }

  @Test
  void shows_all_subjects_and_achievements_not_only_the_first() {
    var badge =
        view(
                allPassed(),
                """
                {"credentialSubject": [
                   {"identifier": [{"identityType": "name", "identityHash": "Ana", "hashed": false}],
                    "achievement": {"name": "First"}},
                   {"name": "Bo", "achievement": [{"name": "Second"}, {"name": "Third"}]}],
                 "issuer": {"id": "did:key:z6Mk", "name": "Northwind"},
                 "validFrom": "2026-01-02T03:04:05Z", "validUntil": "not a date"}
                """)
            .badge();
    assertThat(badge).isNotNull();
    assertThat(badge.names()).containsExactly("First", "Second", "Third");
    assertThat(badge.earners()).containsExactly("Ana", "Bo");
    assertThat(badge.issuerId()).isEqualTo("did:key:z6Mk");
    assertThat(badge.from()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(badge.until()).isNull();
  }

  @Test
  void a_hashed_identifier_is_not_a_name() {
    var badge =
        view(
                allPassed(),
                """
                {"credentialSubject": {"identifier": [
                  {"identityType": "name", "identityHash": "sha256$ab", "hashed": true}]}}
                """)
            .badge();
    assertThat(badge).isNotNull();
    assertThat(badge.earners()).isEmpty();
  }

  @Test
  void pictures_are_png_inside_the_page_or_none() {
    assertThat(image("data:image/png;base64," + PIXEL)).startsWith("data:image/png;base64,iVBOR");
    assertThat(image("data:image/png;base64,PHN2Zz4=")).isEmpty();
    assertThat(image("data:image/svg+xml;base64,PHN2Zz4=")).isEmpty();
    assertThat(image("https://issuer.example/badge.png")).isEmpty();
    assertThat(image("javascript:alert(1)")).isEmpty();
  }

  private String image(String address) {
    var json =
        "{\"credentialSubject\": {\"achievement\": {\"image\": {\"id\": \"%s\"}}}}"
            .formatted(address);
    var badge = view(allPassed(), json).badge();
    assertThat(badge).isNotNull();
    return badge.image();
  }
}
