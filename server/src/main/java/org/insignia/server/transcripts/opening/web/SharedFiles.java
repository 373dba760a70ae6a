package org.insignia.server.transcripts.opening.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Window;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a browser that showed the right code may take along; nobody else finds a file here. */
@Controller
class SharedFiles {
  private static final String HERE = "/transcripts" + OpeningPages.ID;

  private final Granted granted;
  private final Window window;
  private final SharedRecords records;
  private final Views views;

  SharedFiles(Granted granted, Window window, SharedRecords records, Views views) {
    this.granted = granted;
    this.window = window;
    this.records = records;
    this.views = views;
  }

  @GetMapping(HERE + "/transcript.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id, HttpServletRequest request, Shell shell) {
    var share =
        granted.of(id, request).map(grant -> grant.share()).orElseThrow(SharedFiles::nothing);
    var content = records.pdf(share, window.of(share, shell.language()));
    views.note(share, Views.Kind.PDF);
    return file(content, MediaType.APPLICATION_PDF, "transcript.pdf");
  }

  @GetMapping(HERE + "/transcript.json")
  ResponseEntity<byte[]> json(@PathVariable String id, HttpServletRequest request, Shell shell) {
    var share = asData(id, request);
    views.note(share, Views.Kind.JSON);
    return file(
        Bytes.utf8(TranscriptJson.of(window.of(share, shell.language()))),
        MediaType.APPLICATION_JSON,
        "transcript.json");
  }

  /**
   * What one organisation signed; of a very long record the parts as a list.
   *
   * @param number of the organisation, in the order of the page
   */
  @GetMapping(HERE + "/records/{number:[0-9]{1,3}}")
  ResponseEntity<byte[]> record(
      @PathVariable String id, @PathVariable int number, HttpServletRequest request, Shell shell) {
    var share = asData(id, request);
    var transcript = window.of(share, shell.language());
    var organisation =
        transcript.issuers().keySet().stream()
            .skip(number)
            .findFirst()
            .orElseThrow(SharedFiles::nothing);
    var signed = records.of(share, transcript.of(organisation));
    if (signed.isEmpty()) {
      throw nothing();
    }
    views.note(share, Views.Kind.CLR);
    var first = signed.getFirst();
    var content = signed.size() == 1 ? first.document() : SharedRecords.list(signed);
    return file(content, MediaType.APPLICATION_JSON, first.fileName());
  }

  private Share asData(String id, HttpServletRequest request) {
    return granted
        .of(id, request)
        .map(grant -> grant.share())
        .filter(share -> share.programs() != Share.Programs.NONE)
        .orElseThrow(SharedFiles::nothing);
  }

  private static Problem nothing() {
    return new Problem.NotFound("nothing is shared here");
  }

  /** A download that no cache keeps. */
  static ResponseEntity<byte[]> file(Bytes content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content.toArray());
  }
}
