package org.insignia.server.api.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.badges.CertificatePaper;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.certificates.files.CertificateDownloads;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.record.Transcripts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's transcript and certificates. */
@RestController
@RequestMapping("/rest/v1/me")
class MyRecordApi {
  private final ActingPrograms programs;
  private final Transcripts transcripts;
  private final Certificates certificates;
  private final CertificatePaper paper;
  private final CertificateDownloads downloads;
  private final Accounts accounts;
  private final Settings settings;

  MyRecordApi(
      ActingPrograms programs,
      Transcripts transcripts,
      Certificates certificates,
      CertificatePaper paper,
      CertificateDownloads downloads,
      Accounts accounts,
      Settings settings) {
    this.programs = programs;
    this.transcripts = transcripts;
    this.certificates = certificates;
    this.paper = paper;
    this.downloads = downloads;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * A certificate.
   *
   * @param page where anybody checks its number
   */
  record Json(
      UUID badge,
      String number,
      String title,
      String issuer,
      URI page,
      Instant earnedAt,
      @Nullable Instant expiresAt,
      String standing) {}

  private PersonId person(HttpServletRequest request) {
    return programs
        .require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.ME_RECORD)
        .person();
  }

  @GetMapping("/transcript")
  ResponseEntity<String> transcript(HttpServletRequest request) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(TranscriptJson.of(transcripts.of(person(request))));
  }

  @GetMapping("/certificates")
  ResponseEntity<Listing<Json>> certificates(HttpServletRequest request) {
    return Listing.answer(
        certificates.of(person(request)).stream().map(this::json).toList(), null, "");
  }

  /** The document; of a replaced badge the one that stands in for it. */
  @GetMapping("/certificates/{id}")
  ResponseEntity<byte[]> certificate(
      @PathVariable UUID id,
      @RequestParam(name = "paper", defaultValue = "a4") String sheet,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request) {
    var certificate =
        certificates
            .of(person(request), new CredentialId(id))
            .orElseThrow(() -> new Problem.NotFound("there is no certificate " + id));
    return paper.of(certificate, new CertificatePaper.Wish(sheet, language));
  }

  /** Several as one ZIP, one as PDF; of a replaced badge the one that stands in for it. */
  @GetMapping("/certificates.zip")
  void certificates(
      @RequestParam(name = "badge", defaultValue = "") List<UUID> ids,
      @RequestParam(name = "paper", defaultValue = "a4") String sheet,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var person = person(request);
    var own = accounts.person(person).language();
    var edition = CertificatePaper.edition(new CertificatePaper.Wish(sheet, language), own);
    var wanted = ids.stream().distinct().map(CredentialId::new).toList();
    if (wanted.isEmpty() || wanted.size() > CertificateDownloads.MOST) {
      throw new Problem.Invalid("badge", "1 to " + CertificateDownloads.MOST + " ids");
    }
    var found = certificates.of(person, wanted);
    if (found.size() != wanted.size()) {
      throw new Problem.NotFound("one of these is no certificate of this person");
    }
    found.forEach(paper::require);
    downloads.send(found, edition, response);
  }

  private Json json(Certificate certificate) {
    var badge = certificate.credential();
    return new Json(
        certificate.id().value(),
        certificate.number().text(),
        certificate.title(Language.EN),
        certificate.organisation().name(),
        settings.url(certificate.verifyPath()),
        badge.earnedAt(),
        badge.validUntil(),
        MyBadgeJson.word(certificate.standing()));
  }
}
