package org.insignia.server.transcripts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.transcripts.TestRecords;
import org.insignia.server.transcripts.TestRecords.Earner;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.verification.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LearnerRecordsModuleTest {
  @Autowired TestRecords records;
  @Autowired Transcripts transcripts;
  @Autowired LearnerRecords learnerRecords;
  @Autowired Verification verification;
  @Autowired Credentials credentials;
  @Autowired Accounts accounts;
  @Autowired Settings settings;
  @Autowired Clock clock;

  @Test
  void each_organisation_signs_what_it_gave_and_anybody_can_verify_it() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    List<LearnerRecord> signed = learnerRecords.of("test", transcripts.of(ana.id()));
    assertThat(signed)
        .extracting(LearnerRecord::issuer)
        .containsExactly("Académie du Léman", "Harbour School");
    for (LearnerRecord record : signed) {
      Report report = verification.verify(record.document());
      assertThat(report.kind()).isEqualTo(CredentialKind.CLR_2);
      assertThat(report.authentic()).as(record.issuer()).isTrue();
      assertThat(report.conformant()).as(report.findings().toString()).isTrue();
      assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
    }
    JsonObject harbour = Json.parseObject(signed.getLast().document());
    // Pilot, Tug Mate, the expired Radio Operator and the badge of HX-200 as they were signed, the
    // other exams said anew.
    assertThat(list(harbour, "/credentialSubject/verifiableCredential")).hasSize(8);
    assertThat(list(harbour, "/credentialSubject/association")).isNotEmpty();
    String text = signed.getLast().document().utf8();
    assertThat(text).contains("Harbour Pilot", "HX-070", "Ana Núñez").doesNotContain("HX-300");
  }

  @Test
  void what_is_changed_afterwards_is_seen() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    LearnerRecord record = learnerRecords.of("test", transcripts.of(ana.id())).getFirst();
    String forged = record.document().utf8().replace("Ana Núñez", "Eva Núñez");
    Report report = verification.verify(org.insignia.openbadges.json.Bytes.utf8(forged));
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.findings()).anyMatch(Finding.Failed.class::isInstance);
  }

  @Test
  void revoked_badges_are_in_no_record() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript before = transcripts.of(ana.id());
    var pilot = before.active().getFirst().credential();
    credentials.revoke("test", pilot, "identity not proven");
    List<LearnerRecord> signed =
        learnerRecords.of("test", transcripts.of(ana.id()).of(ana.academy().id()));
    assertThat(signed.getFirst().document().utf8())
        .contains("HX-100")
        .doesNotContain(pilot.value().toString());
  }

  @Test
  void the_shape_that_tools_read_has_their_members_and_nothing_that_failed() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    JsonObject json =
        Json.parseObject(
            org.insignia.openbadges.json.Bytes.utf8(TranscriptJson.of(transcripts.of(ana.id()))));
    assertThat(list(json, "/certificationData/activeCertifications")).hasSize(2);
    assertThat(list(json, "/certificationData/historicalCertifications")).hasSize(2);
    assertThat(list(json, "/certificationData/passedExams")).hasSize(6);
    assertThat(list(json, "/appliedSkillsData/appliedSkillsCredentials")).hasSize(1);
    assertThat(list(json, "/modulesCompleted")).isEmpty();
    assertThat(list(json, "/learningPathsCompleted")).isEmpty();
    assertThat(list(json, "/certificationData/qualifications")).isEmpty();
    for (var total :
        List.of(
            "totalActiveCertifications:2",
            "totalHistoricalCertifications:2",
            "totalExamsPassed:6")) {
      var part = total.split(":", 2);
      assertThat(Json.write(at(json, "/certificationData/" + part[0]))).isEqualTo(part[1]);
    }
    assertThat(Json.write(at(json, "/appliedSkillsData/totalAppliedSkillsEarned"))).isEqualTo("1");
    assertThat(Json.write(at(json, "/certificationData/historicalCertifications/1")))
        .matches(
            "\\{\"name\":\"Radio Operator\",\"certificationNumber\":\"[0-9A-Z-]{19}\","
                + "\"status\":\"Expired\",\"dateEarned\":\"2026-01-02T10:00:00\\+00:00\","
                + "\"expiration\":\"2026-04-02T10:00:00\\+00:00\"}");
    assertThat(Json.write(json)).doesNotContain("HX-300", "HX-310");
  }

  @Test
  void only_the_earner_takes_it() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    String eve = "eve" + java.util.UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Eve", EmailAddress.of(eve), TestRecords.PASSWORD, Language.EN);
    String path = "/home/transcript/records/" + ana.harbour().slug();

    Web mine = Web.signedIn(settings, ana.address(), TestRecords.PASSWORD);
    var answer = mine.bytes(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.header(answer, "Content-Type")).isEqualTo("application/vc+ld+json");
    assertThat(Web.header(answer, "Cache-Control")).contains("no-store");
    assertThat(mine.get("/home/transcript.json").body()).contains("Harbour Pilot");
    assertThat(mine.get("/home/transcript/records/nobody").statusCode()).isEqualTo(404);

    Web others = Web.signedIn(settings, eve, TestRecords.PASSWORD);
    assertThat(others.get(path).statusCode()).isEqualTo(404);
    assertThat(others.get("/home/transcript.json").body()).doesNotContain("Harbour Pilot");
    assertThat(Web.stranger(settings).get(path).statusCode()).isEqualTo(404);
    assertThat(Web.stranger(settings).get("/home/transcript.json").statusCode()).isEqualTo(404);
  }

  private static org.insignia.openbadges.json.JsonValue at(JsonObject json, String pointer) {
    return java.util.Objects.requireNonNull(JsonPointer.parse(pointer).in(json));
  }

  private static List<org.insignia.openbadges.json.JsonValue> list(
      JsonObject json, String pointer) {
    return ((org.insignia.openbadges.json.JsonValue.JsonArray) at(json, pointer)).elements();
  }
}
