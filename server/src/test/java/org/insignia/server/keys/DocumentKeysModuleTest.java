package org.insignia.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Conformance;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Samples;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class DocumentKeysModuleTest {
  @Autowired private Organisations organisations;
  @Autowired private DocumentKeys keys;
  @Autowired private Issuers issuers;
  @Autowired private JdbcClient db;
  @TempDir private Path folder;

  private Organisation organisation;

  @BeforeEach
  void found() {
    String slug = "papers-" + UUID.randomUUID().toString().substring(0, 8);
    organisation = organisations.create("test", slug, "Contoso \u5b66\u9662", null, null);
  }

  @Test
  void a_signed_certificate_is_still_pdf_a_3a_and_pdf_ua() throws Exception {
    Conformance.check(signed());
  }

  @Test
  void pdfsig_finds_the_signature_good_over_the_whole_document() throws Exception {
    Path pdf = Files.write(folder.resolve("certificate.pdf"), signed().toArray());
    String said = said("pdfsig", "-nocert", pdf.toString());
    assertThat(said)
        .contains("Signature is Valid", "Total document signed", "Contoso", "ETSI.CAdES.detached")
        .doesNotContain("Not total document signed");
  }

  @Test
  void pdfsig_sees_one_changed_byte() throws Exception {
    byte[] changed = signed().toArray();
    changed[200] ^= 1;
    Path pdf = Files.write(folder.resolve("changed.pdf"), changed);
    assertThat(said("pdfsig", "-nocert", pdf.toString())).doesNotContain("Signature is Valid");
  }

  @Test
  void a_rotated_certificate_stays_published_and_signs_no_more() {
    PublishedCertificate first = keys.published(organisation.id()).getFirst();
    PublishedCertificate second = keys.rotate("test", organisation.id());

    assertThat(second.key()).isNotEqualTo(first.key());
    List<PublishedCertificate> all = keys.published(organisation.id());
    assertThat(all)
        .extracting(PublishedCertificate::key)
        .containsExactly(second.key(), first.key());
    assertThat(all.getLast().retiredAt()).isNotNull();
    assertThat(issuers.certificates(organisation)).isEqualTo(second.pem() + first.pem());
  }

  @Test
  void a_did_document_names_document_keys_and_lets_them_sign_no_credential() {
    var document = issuers.document(organisation);
    String id =
        issuers.did(organisation)
            + "#"
            + keys.published(organisation.id()).getFirst().key().multibase();
    assertThat(document.list("verificationMethod").toString()).contains(id);
    assertThat(document.list("assertionMethod").toString()).doesNotContain(id);
    assertThat(document.list("authentication").toString()).doesNotContain(id);
  }

  @Test
  void a_certificate_cannot_be_deleted_or_changed() {
    keys.current(organisation.id());
    assertThatThrownBy(() ->
            db.sql("delete from document_key where organisation_id = :o")
                .param("o", organisation.id().value())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("published for ever");
  }

  private Bytes signed() {
    return Paper.signedPdf(
        Samples.certificate(Language.ES, "Zo\u00eb \u5f20\u4f1f"), keys.current(organisation.id()));
  }

  private static String said(String... command) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin", command[0])),
        command[0] + " is not there: ./dev test installs it (poppler-utils)");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
