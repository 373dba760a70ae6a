package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.api.host.Arrivals.Arrival;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.foreign.ImportOutcome.Refusal;
import org.insignia.server.verification.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's badges for programs (Open Badges 3.0 #getcredentials, #upsertcredential). */
@RestController
@RequestMapping("/ims/ob/v3p0/credentials")
class HeldCredentialsApi {
  private static final MediaType CREDENTIAL = MediaType.valueOf("application/vc+ld+json");

  private final ActingPrograms programs;
  private final HeldBadges held;
  private final Arrivals arrivals;
  private final Settings settings;

  HeldCredentialsApi(
      ActingPrograms programs, HeldBadges held, Arrivals arrivals, Settings settings) {
    this.programs = programs;
    this.held = held;
    this.arrivals = arrivals;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<byte[]> list(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String offset,
      @RequestParam(required = false) String since) {
    var program = programs.require(authorization, PersonScope.OB3_READ);
    var stretch = Stretch.read(limit, offset, since);
    var badges = held.of(program.person()).stream().filter(HeldBadge::isCredential).toList();
    return CredentialList.answer(
        badges, stretch, settings.url("/ims/ob/v3p0/credentials").toString());
  }

  /** The body is a credential as JSON or a compact JWS, and comes back as it was stored. */
  @PostMapping
  ResponseEntity<byte[]> upsert(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      HttpServletRequest request)
      throws IOException {
    var program = programs.require(authorization, PersonScope.OB3_ADD);
    var body = request.getInputStream().readNBytes(Verification.MOST_BYTES + 1);
    checkForm(request.getContentType(), body);
    return switch (arrivals.bring(program.person(), Bytes.wrap(body))) {
      case Arrival.Created created -> answer(HttpStatus.CREATED, created.badge());
      case Arrival.Present present -> answer(HttpStatus.OK, present.badge());
      case Arrival.Outdated outdated ->
          ResponseEntity.status(HttpStatus.NOT_MODIFIED)
              .cacheControl(CacheControl.noStore())
              .build();
      case Arrival.Refused refused ->
          throw new ImsxRefusal(
              refused.why() == Refusal.TOO_MANY ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST,
              refused.why() == Refusal.TOO_MANY ? "not_allowed" : "invalid_data",
              words(refused.why()));
    };
  }

  private static void checkForm(String contentType, byte[] body) {
    var text = new String(body, 0, Math.min(body.length, 64), StandardCharsets.UTF_8).strip();
    boolean isJson = text.startsWith("{");
    boolean saysText = contentType != null && contentType.startsWith("text/plain");
    boolean saysJson =
        contentType != null && contentType.matches("application/([a-z.+-]*\\+)?(json|vc)\\b.*");
    if (isJson ? !saysJson : !saysText || !text.startsWith("ey")) {
      throw new ImsxRefusal(
          HttpStatus.BAD_REQUEST,
          "invalid_data",
          "send JSON as application/vc+ld+json or application/json, a compact JWS as text/plain");
    }
  }

  private static ResponseEntity<byte[]> answer(HttpStatus status, HeldBadge badge) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(badge.form() == HeldBadge.Form.CREDENTIAL ? CREDENTIAL : MediaType.TEXT_PLAIN)
        .body(badge.document().getBytes(StandardCharsets.UTF_8));
  }

  /** Why a badge is not taken, in English. */
  static String words(Refusal why) {
    return switch (why) {
      case NOTHING -> "the body is empty";
      case TOO_LARGE -> "larger than " + Verification.MOST_BYTES + " bytes";
      case NO_ADDRESS, NOT_FETCHED, NOT_VALID -> "no badge, or altered, or forged";
      case REVOKED -> "its issuer took it back";
      case UNCHECKED ->
          "something that is needed to judge it cannot be learnt now; try again later";
      case OF_OTHERS -> "made out to a mailbox that is not proven to be this person's";
      case OUR_OWN -> "issued here, and not accepted by this person: claim it by its invitation";
      case TOO_MANY -> "this person keeps as many badges as there is room for";
    };
  }
}
