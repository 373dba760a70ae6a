package org.insignia.server.api.me.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.record.Attempt;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.transcripts.record.UnderWay;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's certifications and exams. What failed and what is under way is in no transcript, so it
 * has a scope of its own.
 */
@RestController
@RequestMapping("/rest/v1/me")
class MyCertificationsApi {
  private final EarnerDoor door;
  private final Transcripts transcripts;
  private final Organisations organisations;
  private final Settings settings;

  MyCertificationsApi(
      EarnerDoor door, Transcripts transcripts, Organisations organisations, Settings settings) {
    this.door = door;
    this.transcripts = transcripts;
    this.organisations = organisations;
    this.settings = settings;
  }

  private Transcript transcript(HttpServletRequest request, PersonScope scope, String language) {
    var person = door.enter(request, scope);
    return transcripts.of(person, door.language(person, language));
  }

  /** Those in force first, then the latest first. */
  @GetMapping("/certifications")
  ResponseEntity<Listing<CertificationJson>> certifications(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var transcript = transcript(request, PersonScope.ME_RECORD, language);
    return Listing.within(
        Page.of(limit, after),
        transcript.certifications(),
        EarnedCertification::key,
        one -> CertificationJson.of(one, issuer(one.organisation(), one.issuer())),
        settings.url("").toString());
  }

  private CertificationJson.Issuer issuer(OrganisationId id, String name) {
    return new CertificationJson.Issuer(organisations.get(id).slug(), name);
  }

  /** What was begun and is not held, with what is missing. */
  @GetMapping("/certifications/under-way")
  ResponseEntity<Listing<UnderWayJson>> underWay(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var transcript = transcript(request, PersonScope.ME_EXAMS, language);
    Function<UnderWay, String> place = one -> one.organisation().value() + " " + one.uid();
    return Listing.within(
        Page.of(limit, after),
        transcript.underWay(),
        place,
        one -> UnderWayJson.of(one, issuer(one.organisation(), one.issuer())),
        settings.url("").toString());
  }

  /** Every sitting, the latest first. */
  @GetMapping("/exams")
  ResponseEntity<Listing<AttemptJson>> exams(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var transcript = transcript(request, PersonScope.ME_EXAMS, language);
    Function<Attempt, String> place =
        one ->
            String.join(
                " ",
                one.organisation().value().toString(),
                one.uid(),
                one.code(),
                one.provider(),
                one.takenAt().toString());
    return Listing.within(
        Page.of(limit, after),
        transcript.attempts(),
        place,
        one -> AttemptJson.of(one, issuer(one.organisation(), one.issuer())),
        settings.url("").toString());
  }
}
