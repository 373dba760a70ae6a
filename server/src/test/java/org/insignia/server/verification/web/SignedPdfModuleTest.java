package org.insignia.server.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.keys.DocumentKeys;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Samples;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A certificate as PDF: the credential in it and the signature on it are judged each by itself. */
@ServerTest
class SignedPdfModuleTest {
  @Autowired private Organisations organisations;
  @Autowired private SigningKeys keys;
  @Autowired private DocumentKeys documents;
  @Autowired private Settings settings;

  private Organisation organisation;

  @BeforeEach
  void found() {
    organisation = founded();
  }

  private Organisation founded() {
    String slug = "pdf-" + UUID.randomUUID().toString().substring(0, 8);
    return organisations.create("test", slug, "Contoso", null, null);
  }

  @Test
  void signed_by_the_issuer_of_its_credential_both_are_good() {
    Bytes pdf =
        Paper.signedPdf(
            Samples.certificate("Kei", credential()), documents.current(organisation.id()));
    JsonObject report = judged(pdf.toArray());
    assertThat(report.get("authentic").toString()).contains("true");
    assertThat(finding(report)).contains("passed").contains("CN=Contoso");
    assertThat(page(pdf.toArray()))
        .contains("The document itself is signed by the same issuer, and unchanged.");
  }

  @Test
  void signed_with_a_certificate_that_is_retired_since_it_is_good() {
    Bytes pdf =
        Paper.signedPdf(
            Samples.certificate("Kei", credential()), documents.current(organisation.id()));
    documents.rotate("test", organisation.id());
    assertThat(finding(judged(pdf.toArray()))).contains("passed");
  }

  @Test
  void signed_by_somebody_else_is_said_and_changes_no_word_about_the_credential() {
    Bytes pdf =
        Paper.signedPdf(
            Samples.certificate("Kei", credential()), documents.current(founded().id()));
    JsonObject report = judged(pdf.toArray());
    assertThat(report.string("verdict"))
        .isEqualTo(judged(credential().toArray()).string("verdict"));
    assertThat(finding(report)).contains("failed", "document-of-somebody-else");
    assertThat(page(pdf.toArray())).contains("not by the issuer of the badge attached to it");
  }

  @Test
  void changed_after_signing_is_said() {
    Bytes pdf =
        Paper.signedPdf(
            Samples.certificate("Kei", credential()), documents.current(organisation.id()));
    byte[] longer = Arrays.copyOf(pdf.toArray(), pdf.size() + 2);
    longer[pdf.size()] = '\n';
    longer[pdf.size() + 1] = '%';
    assertThat(finding(judged(longer))).contains("document-changed");
  }

  @Test
  void a_pdf_without_signature_is_judged_by_its_credential_alone() {
    Bytes pdf = Paper.pdf(Samples.certificate("Kei", credential()));
    assertThat(finding(judged(pdf.toArray()))).contains("skipped");
  }

  private Bytes credential() {
    var key = keys.current(organisation.id());
    JsonObject document =
        Json.parseObject(
            Bytes.utf8(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "https://example.org/1", "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "Contoso"},
                 "name": "Data Engineer", "validFrom": "2026-01-01T00:00:00Z",
                 "credentialSubject": {"type": ["AchievementSubject"], "identifier": [{"type": "IdentityObject",
                   "hashed": false, "identityHash": "Kei", "identityType": "name"}],
                  "achievement": {"id": "https://example.org/a", "type": ["Achievement"], "name": "Data Engineer",
                   "description": "Data", "criteria": {"narrative": "An exam"}}}}
                """
                    .formatted(key.issuer())));
    return Bytes.utf8(Json.write(key.sealAt(Instant.parse("2026-01-01T10:00:00Z")).sign(document)));
  }

  private JsonObject judged(byte[] file) {
    boolean pdf = file[0] == '%';
    var answer =
        new Questions(settings.baseUrl())
            .rest(file, pdf ? "application/pdf" : "application/vc+ld+json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return (JsonObject) Json.parse(answer.body());
  }

  private String page(byte[] file) {
    return new Questions(settings.baseUrl()).file("certificate.pdf", file).body();
  }

  private static String finding(JsonObject report) {
    return report.list("findings").stream()
        .map(finding -> Json.write(finding))
        .filter(finding -> finding.contains("\"step\":\"document\""))
        .findFirst()
        .orElse("");
  }
}
