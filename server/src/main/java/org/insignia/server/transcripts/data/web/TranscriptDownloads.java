package org.insignia.server.transcripts.data.web;

import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Viewer;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.print.OwnTranscript;
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

  private final Transcripts transcripts;
  private final OwnTranscript own;

  TranscriptDownloads(Transcripts transcripts, OwnTranscript own) {
    this.transcripts = transcripts;
    this.own = own;
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
    Sheet size = sheet.equals("letter") ? Sheet.LETTER : Sheet.A4;
    Bytes pdf = own.pdf(me(shell), shell.language(), size);
    return file("transcript.pdf", MediaType.APPLICATION_PDF, pdf.toArray());
  }

  /** What one organisation signs; a ZIP where it takes more than one credential. */
  @GetMapping("/home/transcript/records/{slug:[a-z0-9-]{1,80}}")
  ResponseEntity<byte[]> record(@PathVariable String slug, Shell shell) {
    OwnTranscript.Taken taken = own.record(me(shell), slug, shell.language());
    return file(taken.fileName(), taken.isArchive() ? ZIP : CREDENTIAL, taken.content().toArray());
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
