package org.insignia.server.certificates.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.pdf.Attachments;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.certificates.TestEarners;
import org.insignia.server.certificates.TestEarners.Earner;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Conformance;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CertificatePagesModuleTest {
  private static final String LIST = "/home/certificates";
  private static final String DOWNLOAD = LIST + "/download";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestEarners earners;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  private Organisation academy;
  private Earner ana;

  @BeforeEach
  void begin() {
    academy = badges.academy();
    ana = earners.fresh(Language.EN);
  }

  private CredentialId held(String name) {
    return earners.accepted(ana, academy, name, Visibility.PRIVATE);
  }

  private static String path(CredentialId id) {
    return LIST + "/" + id.value();
  }

  @Test
  void a_certification_gives_a_certificate_and_a_single_exam_gives_none() {
    var id = held("Ana Núñez");
    earners.offered(ana, academy, "exam.a", "Ana Núñez");
    var page = earners.signedIn(ana).get(LIST).body();
    assertThat(page)
        .contains("One certificate", id.value().toString(), "for=\"c-" + id.value())
        .contains(CertificateNumber.of(id).text())
        .doesNotContain("Networks");
  }

  @Test
  void a_badge_that_waits_or_was_declined_has_its_certificate_too() {
    var waits = earners.offered(ana, academy, "certification.cloud", "Ana Núñez");
    var declined = earners.offered(ana, academy, "certification.cloud", "Ana Núñez");
    claims.reject(ana.id(), declined);
    assertThat(earners.signedIn(ana).get(LIST).body())
        .contains(waits.value().toString(), declined.value().toString());
  }

  @Test
  void what_others_earned_does_not_exist() {
    var hers = held("Ana Núñez");
    var bo = earners.signedIn(earners.fresh(Language.EN));
    for (var path : List.of(path(hers), path(hers) + "/page.png")) {
      assertThat(bo.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(bo.download(DOWNLOAD, "id", hers.value().toString()).statusCode()).isEqualTo(404);
    assertThat(bo.get(LIST).body()).doesNotContain(hers.value().toString());
    var stranger = Web.stranger(settings);
    assertThat(stranger.get(path(hers)).statusCode()).isEqualTo(303);
    assertThat(stranger.get(path(hers) + "/page.png").statusCode()).isEqualTo(404);
  }

  @Test
  void a_mailbox_that_changed_hands_brings_nobody_elses_certificates() {
    var hers = held("Ana Núñez");
    var bo = earners.fresh(Language.EN);
    assertThat(credentials.find(hers).orElseThrow().recipient()).isEqualTo(ana.address());
    assertThat(earners.signedIn(bo).get(path(hers)).statusCode()).isEqualTo(404);
  }

  @Test
  void one_comes_as_a_pdf_with_the_credential_inside_and_a_name_in_any_script() {
    var id = held("欧阳若曦: \"x\"/\u202Ey");
    var answer = earners.signedIn(ana).download(DOWNLOAD, "id", id.value().toString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.header(answer, "content-type")).isEqualTo("application/pdf");
    assertThat(Web.header(answer, "cache-control")).isEqualTo("private, no-store");
    var disposition = Web.header(answer, "content-disposition");
    assertThat(disposition)
        .startsWith(
            "attachment; filename=\"certificate-" + CertificateNumber.of(id).text() + ".pdf\"");
    assertThat(
            URLDecoder.decode(
                disposition.substring(disposition.indexOf("''") + 2), StandardCharsets.UTF_8))
        .isEqualTo("Northwind Certified Cloud Administrator Associate - 欧阳若曦 x y.pdf");
    assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    assertThat(Attachments.of(Bytes.wrap(answer.body())))
        .contains(credentials.document(id).orElseThrow());
  }

  @Test
  void whoever_has_the_file_can_check_it_though_the_badge_is_private() {
    var id = held("Ana Núñez");
    var pdf = earners.signedIn(ana).download(DOWNLOAD, "id", id.value().toString()).body();
    var checked = Web.stranger(settings).upload("/verify", "file", "certificate.pdf", pdf);
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.body())
        .contains("Its issuer, who is known here, signed exactly this, and it is in force.");
  }

  @Test
  void the_file_is_signed_by_the_organisation_and_stays_conformant(@TempDir Path folder)
      throws Exception {
    var id = held("欧阳若曦");
    var pdf =
        earners.signedIn(ana).download(DOWNLOAD, "id", id.value().toString(), "in", "zh-CN").body();
    Conformance.check(Bytes.wrap(pdf));
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig is not here");
    var file = Files.write(folder.resolve("certificate.pdf"), pdf);
    var process =
        new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .contains("Signature is Valid", "Total document signed", academy.name())
        .doesNotContain("Not total document signed");
  }

  @Test
  void several_come_as_a_zip_and_two_of_one_name_are_told_apart() throws IOException {
    var first = held("Ana Núñez");
    var second = held("Ana Núñez");
    var answer =
        earners
            .signedIn(ana)
            .download(
                DOWNLOAD,
                "id",
                first.value().toString(),
                "id",
                second.value().toString(),
                "in",
                "zh-CN");
    assertThat(Web.header(answer, "content-type")).isEqualTo("application/zip");
    assertThat(names(answer))
        .containsExactly(
            "Northwind 认证：云管理员 - Ana Núñez.pdf",
            "Northwind 认证：云管理员 - Ana Núñez " + CertificateNumber.of(second).text() + ".pdf");
  }

  private static List<String> names(HttpResponse<byte[]> answer) throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(new String(zip.readNBytes(5), StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
      }
    }
    return names;
  }

  @Test
  void fifty_come_in_one_zip() throws IOException {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      var id = badges.issue(academy, ana.address(), "Ana Núñez " + i, Language.EN);
      ids.addAll(List.of("id", id.value().toString()));
    }
    Until.holds(() ->
        ids.stream()
            .filter(id -> id.length() == 36)
            .allMatch(id -> claims.of(new CredentialId(UUID.fromString(id))).isPresent()));
    var answer = earners.signedIn(ana).download(DOWNLOAD, ids.toArray(String[]::new));
    assertThat(names(answer)).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void a_form_without_ticks_or_with_too_many_comes_back_and_says_what_to_do() {
    var id = held("Ana Núñez");
    var web = earners.signedIn(ana);
    var none = web.post(DOWNLOAD, "paper", "letter", "in", "it");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body())
        .contains("Nothing is ticked yet")
        .containsPattern("value=\"letter\" selected")
        .containsPattern("value=\"it\" lang=\"it\" selected");
    var many =
        Stream.concat(
                Stream.of("id", id.value().toString()),
                Stream.generate(() -> Stream.of("id", UUID.randomUUID().toString()))
                    .limit(999)
                    .flatMap(s -> s))
            .toArray(String[]::new);
    var answer = web.post(DOWNLOAD, many);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("You ticked 1,000 certificates; at most 100");
  }

  @Test
  void tampered_ids_are_not_found_and_break_nothing() {
    var mine = held("Ana Núñez").value().toString();
    var web = earners.signedIn(ana);
    for (var other :
        List.of(UUID.randomUUID().toString(), "x", "' or 1=1 --", "0-0-0-0-0", mine + "\u0000")) {
      assertThat(web.post(DOWNLOAD, "id", mine, "id", other).statusCode()).as(other).isEqualTo(404);
    }
    assertThat(web.get(LIST + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(web.get(LIST + "/nonsense").statusCode()).isBetween(400, 404);
    assertThat(web.download(DOWNLOAD, "id", mine, "paper", "a0", "in", "xx").statusCode())
        .isEqualTo(200);
    assertThat(web.bytes(path(new CredentialId(UUID.fromString(mine))) + "/page.png?paper=%00"))
        .satisfies(picture -> assertThat(picture.statusCode()).isEqualTo(200))
        .satisfies(picture -> assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G'));
  }

  @Test
  void the_last_choice_of_paper_and_language_is_kept() {
    var id = held("Ana Núñez").value().toString();
    var web = earners.signedIn(ana);
    assertThat(web.get(LIST, "Accept-Language", "en-US,en;q=0.8").body())
        .containsPattern("value=\"letter\" selected");
    assertThat(web.get(LIST, "Accept-Language", "en-GB").body())
        .containsPattern("value=\"a4\" selected");
    web.download(DOWNLOAD, "id", id, "paper", "letter", "in", "it");
    assertThat(web.get(LIST, "Accept-Language", "en-GB").body())
        .containsPattern("value=\"letter\" selected")
        .containsPattern("value=\"it\" lang=\"it\" selected");
  }

  @Test
  void what_the_issuer_took_out_of_force_is_listed_with_its_reason_and_not_handed_out() {
    var id = held("Ana Núñez");
    var web = earners.signedIn(ana);
    credentials.suspend("test", id, "The exam is looked at again.");
    assertThat(web.get(LIST).body()).contains("The exam is looked at again.");
    assertThat(web.get(path(id)).body())
        .contains("badges@northwind.example")
        .doesNotContain("page.png");
    assertThat(web.get(path(id) + "/page.png").statusCode()).isEqualTo(404);
    var refused = web.post(DOWNLOAD, "id", id.value().toString());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("is out of force and cannot be downloaded");
    credentials.reinstate("test", id);
    assertThat(web.download(DOWNLOAD, "id", id.value().toString()).statusCode()).isEqualTo(200);
    credentials.revoke("test", id, "Issued to the wrong person.");
    assertThat(web.get(LIST).body()).contains("Revoked", "Issued to the wrong person.");
    assertThat(web.post(DOWNLOAD, "id", id.value().toString()).statusCode()).isEqualTo(422);
  }

  @Test
  void what_was_earned_before_it_was_retired_stays_valid_and_says_so() {
    var id = held("Ana Núñez");
    badges.retire(academy);
    var web = earners.signedIn(ana);
    assertThat(web.get(LIST).body()).contains("Valid, retired");
    assertThat(web.get(path(id)).body()).contains("what you earned stays yours");
    assertThat(web.download(DOWNLOAD, "id", id.value().toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_corrected_name_gives_a_new_certificate_and_the_old_address_leads_there() {
    var old = held("Ana Nunes");
    var id = credentials.replace("test", old, "Ana Núñez", "misspelt");
    Until.holds(() -> claims.of(id).isPresent());
    var web = earners.signedIn(ana);
    assertThat(web.get(LIST).body())
        .contains(CertificateNumber.of(id).text())
        .doesNotContain(CertificateNumber.of(old).text());
    var answer = web.get(path(old));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Web.header(answer, "location")).endsWith(path(id));
  }

  @Test
  void a_number_shows_everybody_how_the_certificate_stands() {
    var id = earners.accepted(ana, academy, "Ana Núñez", Visibility.PUBLIC);
    var number = CertificateNumber.of(id).text();
    var stranger = Web.stranger(settings);
    assertThat(stranger.get("/verify/" + number).body())
        .contains("Ana Núñez", "This certificate is in force", "/badges/" + id.value());
    var typed = stranger.post("/verify", "badge", number.toLowerCase(java.util.Locale.ROOT));
    assertThat(typed.statusCode()).isEqualTo(303);
    assertThat(Web.header(typed, "location")).endsWith("/verify/" + number);
    assertThat(Web.header(stranger.get("/verify/" + number.replace("-", "")), "location"))
        .endsWith("/verify/" + number);
    credentials.revoke("test", id, "It was a mistake.");
    assertThat(stranger.get("/verify/" + number).body())
        .contains("has taken this certificate back", "It was a mistake.");
  }

  @Test
  void a_private_certificate_and_one_that_never_was_look_alike() {
    var hidden = CertificateNumber.of(held("Ana Núñez")).text();
    var never = CertificateNumber.of(new CredentialId(UUID.randomUUID())).text();
    var exam = earners.offered(ana, academy, "exam.a", "Ana Núñez");
    claims.accept(ana.id(), exam, Visibility.PUBLIC);
    var ofExam = CertificateNumber.of(exam).text();
    var stranger = Web.stranger(settings);
    var first = stranger.get("/verify/" + hidden);
    assertThat(first.statusCode()).isEqualTo(404);
    assertThat(first.body()).contains("holder keeps this certificate private", "PDF");
    for (var other : List.of(never, ofExam)) {
      var second = stranger.get("/verify/" + other);
      assertThat(second.statusCode()).isEqualTo(404);
      assertThat(second.body().replace(other, "N")).isEqualTo(first.body().replace(hidden, "N"));
    }
  }
}
