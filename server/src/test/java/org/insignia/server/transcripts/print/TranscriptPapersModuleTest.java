package org.insignia.server.transcripts.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.pdf.Attachments;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.paper.Conformance;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.transcripts.TestRecords;
import org.insignia.server.transcripts.TestRecords.Earner;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.verification.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TranscriptPapersModuleTest {
  private static final Path KEPT = Path.of("target/transcripts");

  @Autowired TestRecords records;
  @Autowired Transcripts transcripts;
  @Autowired TranscriptPapers papers;
  @Autowired Verification verification;
  @Autowired Accounts accounts;
  @Autowired Settings settings;

  @ParameterizedTest
  @EnumSource
  void it_is_archivable_accessible_signed_and_tells_the_same_as_the_page(Language language)
      throws Exception {
    Earner ana =
        language == Language.ZH_CN
            ? records.earner("伟", "李", language)
            : records.earner("Zoë Ángela", "Łukasiewicz-Ñandú", language);
    Transcript transcript = transcripts.of(ana.id(), language).at("Calle Mayor 1\n28013 Madrid");
    Bytes pdf = papers.pdf("test", transcript, Sheet.A4);
    Conformance.check(pdf);
    Path file = keep("transcript-" + language.tag() + ".pdf", pdf);

    String text = run("pdftotext", "-layout", file.toString(), "-").replaceAll("\\s+", "");
    assertThat(text).contains(transcript.identity().name().replaceAll("\\s+", ""));
    transcript
        .exams()
        .forEach(exam -> assertThat(text).contains(exam.title().replaceAll("\\s+", "")));
    assertThat(text)
        .contains("CalleMayor1", transcript.identity().certificationId().text().replace(" ", ""))
        .doesNotContain("HX-300", "HX-310");
    assertThat(run("pdfsig", "-nocert", file.toString())).contains("Signature is Valid");
  }

  @Test
  void what_each_organisation_signed_travels_inside_and_verifies() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript transcript = transcripts.of(ana.id());
    Bytes pdf = papers.pdf("test", transcript, Sheet.LETTER);
    assertThat(Attachments.of(pdf)).hasSize(1);
    Report report = verification.verify(pdf);
    assertThat(report.kind()).isEqualTo(CredentialKind.PRESENTATION);
    assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.parts())
        .hasSize(2)
        .allMatch(part -> part.report().kind() == CredentialKind.CLR_2)
        .allMatch(part -> part.report().verdict() == Verdict.VALID);

    Bytes one = papers.pdf("test", transcript.of(ana.academy().id()), Sheet.LETTER);
    assertThat(verification.verify(one).kind()).isEqualTo(CredentialKind.CLR_2);
    assertThat(verification.verify(one).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_long_one_breaks_between_rows_and_repeats_its_headings() throws Exception {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript one = transcripts.of(ana.id()).of(ana.harbour().id());
    List<PassedExam> exams = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      exams.add(
          new PassedExam(
              "exam." + UUID.randomUUID(),
              ana.harbour().id(),
              "Harbour School",
              "exam.l" + i,
              "LX-" + (100 + i),
              i % 5 == 0
                  ? "Planning and implementing a passage through waters with a title of two lines"
                  : "Long passage " + i,
              Instant.parse("2026-03-01T10:00:00Z").minus(i, ChronoUnit.DAYS)));
    }
    var transcript =
        new Transcript(
            one.identity(),
            one.language(),
            one.asOf(),
            one.certifications(),
            List.of(),
            exams,
            List.of(),
            one.badges());
    Bytes pdf = papers.pdf("test", transcript, Sheet.A4);
    Conformance.check(pdf);
    Path file = keep("transcript-long.pdf", pdf);
    String text = run("pdftotext", "-layout", file.toString(), "-");
    String[] pages = text.split("\f");
    assertThat(pages.length).isGreaterThan(2);
    for (int page = 1; page <= pages.length; page++) {
      assertThat(pages[page - 1]).contains("Page " + page + " of " + pages.length);
    }
    assertThat(pages[1]).containsPattern("Code\\s+Exam\\s+Passed");
    exams.forEach(exam -> assertThat(text).contains(exam.code()));
  }

  @Test
  void only_the_earner_gets_it_and_nothing_is_printed_of_nothing() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    String eve = "eve" + UUID.randomUUID() + "@example.org";
    var other =
        accounts.createConfirmed("Eve", EmailAddress.of(eve), TestRecords.PASSWORD, Language.EN);
    Web mine = Web.signedIn(settings, ana.address(), TestRecords.PASSWORD);
    for (String sheet : List.of("", "?sheet=a4", "?sheet=letter", "?sheet=napkin")) {
      var answer = mine.bytes("/home/transcript.pdf" + sheet);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Web.header(answer, "Content-Type")).isEqualTo("application/pdf");
      assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
    assertThat(Web.stranger(settings).get("/home/transcript.pdf").statusCode()).isEqualTo(404);
    Web hers = Web.signedIn(settings, eve, TestRecords.PASSWORD);
    assertThat(hers.get("/home/transcript.pdf").statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> papers.pdf("test", transcripts.of(other), Sheet.A4))
        .isInstanceOf(Problem.NotFound.class);
  }

  private static Path keep(String name, Bytes pdf) throws IOException {
    Files.createDirectories(KEPT);
    return Files.write(KEPT.resolve(name), pdf.toArray());
  }

  private static String run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + ": " + said).isZero();
    return said;
  }
}
