package org.insignia.server.api.me.record;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.print.OwnTranscript;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's transcript as a document, and as each organisation signs it. */
@RestController
@RequestMapping("/rest/v1/me")
class MyTranscriptFilesApi {
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
  private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc+ld+json");

  private final EarnerDoor door;
  private final Transcripts transcripts;
  private final OwnTranscript own;
  private final Settings settings;

  MyTranscriptFilesApi(
      EarnerDoor door, Transcripts transcripts, OwnTranscript own, Settings settings) {
    this.door = door;
    this.transcripts = transcripts;
    this.own = own;
    this.settings = settings;
  }

  /** An organisation that signs what it gave. */
  record Signer(String slug, String name) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_RECORD);
  }

  @GetMapping("/transcript.pdf")
  ResponseEntity<byte[]> pdf(
      @RequestParam(name = "paper", defaultValue = "a4") String sheet,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request) {
    var person = person(request);
    var size =
        switch (sheet) {
          case "a4" -> Sheet.A4;
          case "letter" -> Sheet.LETTER;
          default -> throw new Problem.Invalid("paper", "one of a4, letter");
        };
    var pdf = own.pdf(person, door.language(person, language), size);
    return file("transcript.pdf", MediaType.APPLICATION_PDF, pdf);
  }

  @GetMapping("/transcript/records")
  ResponseEntity<Listing<Signer>> signers(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var signers = own.signers(transcripts.of(person(request)));
    var all = signers.entrySet().stream().map(e -> new Signer(e.getKey(), e.getValue())).toList();
    return Listing.within(
        Page.of(limit, after), all, Signer::slug, one -> one, settings.url("").toString());
  }

  /** A ZIP where it takes more than one credential. */
  @GetMapping("/transcript/records/{slug}")
  ResponseEntity<byte[]> record(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request) {
    var person = person(request);
    var taken = own.record(person, slug, door.language(person, language));
    return file(taken.fileName(), taken.isArchive() ? ZIP : CREDENTIAL, taken.content());
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, Bytes content) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(type)
        .body(content.toArray());
  }
}
