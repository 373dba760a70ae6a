package org.insignia.server.transcripts.data.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Viewer;
import org.insignia.server.transcripts.data.LearnerRecord;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.print.TranscriptPapers;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files of one's own transcript; for everybody else they do not exist. */
@Controller
class TranscriptDownloads {
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
  private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc+ld+json");

  /** Signing costs time: as often as anybody needs it. */
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(30, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofHours(1));

  private final Transcripts transcripts;
  private final LearnerRecords records;
  private final TranscriptPapers papers;
  private final Organisations organisations;
  private final Attempts attempts;

  TranscriptDownloads(
      Transcripts transcripts,
      LearnerRecords records,
      TranscriptPapers papers,
      Organisations organisations,
      Attempts attempts) {
    this.transcripts = transcripts;
    this.records = records;
    this.papers = papers;
    this.organisations = organisations;
    this.attempts = attempts;
  }

  @GetMapping("/home/transcript.json")
  ResponseEntity<byte[]> json(Shell shell) {
    Transcript transcript = transcripts.of(me(shell), shell.language());
    byte[] json = TranscriptJson.of(transcript).getBytes(StandardCharsets.UTF_8);
    return file("transcript.json", MediaType.APPLICATION_JSON, json);
  }

  /**
   * @param sheet {@code letter} for US Letter; A4 otherwise
   */
  @GetMapping("/home/transcript.pdf")
  ResponseEntity<byte[]> pdf(@RequestParam(defaultValue = "") String sheet, Shell shell) {
    PersonId person = me(shell);
    Transcript transcript = transcripts.of(person, shell.language());
    count(person);
    Sheet size = sheet.equals("letter") ? Sheet.LETTER : Sheet.A4;
    Bytes pdf = papers.pdf("person:" + person, transcript, size);
    return file("transcript.pdf", MediaType.APPLICATION_PDF, pdf.toArray());
  }

  /** What one organisation signs; a ZIP where it takes more than one credential. */
  @GetMapping("/home/transcript/records/{slug:[a-z0-9-]{1,80}}")
  ResponseEntity<byte[]> record(@PathVariable String slug, Shell shell) {
    PersonId person = me(shell);
    Organisation organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("record of " + slug));
    Transcript transcript = transcripts.of(person, shell.language());
    if (!transcript.issuers().containsKey(organisation.id())) {
      throw new Problem.NotFound("record of " + slug);
    }
    count(person);
    List<LearnerRecord> signed = records.of("person:" + person, transcript.of(organisation.id()));
    if (signed.isEmpty()) {
      throw new Problem.NotFound("record of " + slug);
    }
    LearnerRecord first = signed.getFirst();
    return signed.size() == 1
        ? file(first.fileName(), CREDENTIAL, first.document().toArray())
        : file("transcript-" + slug + ".zip", ZIP, zip(signed));
  }

  private void count(PersonId person) {
    attempts
        .count(Attempts.subject("transcript-signed", person.toString()), PACE)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "transcripts signed for one person");
        });
  }

  private static byte[] zip(List<LearnerRecord> records) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (LearnerRecord record : records) {
        zip.putNextEntry(new ZipEntry(record.fileName()));
        zip.write(record.document().view());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(type)
        .body(content);
  }

  private static PersonId me(Shell shell) {
    Viewer viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("transcript of nobody");
    }
    return new PersonId(viewer.id());
  }
}
