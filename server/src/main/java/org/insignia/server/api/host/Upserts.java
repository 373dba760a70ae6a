package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.host.Arrivals.Arrival;
import org.insignia.server.sharing.foreign.ImportOutcome.Refusal;
import org.insignia.server.verification.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes a credential as JSON or a compact JWS and answers with it as it was stored (Open Badges 3.0
 * #upsertcredential, and the same of CLR 2.0).
 */
@Component
class Upserts {
  private static final MediaType CREDENTIAL = MediaType.valueOf("application/vc+ld+json");

  private final Arrivals arrivals;

  Upserts(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** Which of the two an address takes. */
  enum Kind {
    BADGE,
    RECORD
  }

  /**
   * @throws ImsxRefusal for what is not taken
   */
  ResponseEntity<byte[]> answer(PersonId person, Kind kind, HttpServletRequest request)
      throws IOException {
    var body = request.getInputStream().readNBytes(Verification.MOST_BYTES + 1);
    checkForm(request.getContentType(), body);
    checkKind(kind, body);
    return switch (arrivals.bring(person, Bytes.wrap(body))) {
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

  private static void checkForm(@Nullable String contentType, byte[] body) {
    var text = new String(body, 0, Math.min(body.length, 64), StandardCharsets.UTF_8).strip();
    boolean isJson = text.startsWith("{");
    boolean saysText = contentType != null && contentType.startsWith("text/plain");
    boolean saysJson =
        contentType != null && contentType.matches("application/([a-z.+-]*\\+)?(json|vc)\\b.*");
    if (isJson ? !saysJson : !saysText || !text.startsWith("ey")) {
      throw invalid(
          "send JSON as application/vc+ld+json or application/json, a compact JWS as text/plain");
    }
  }

  /** What cannot be read at all is told by the verification. */
  private static void checkKind(Kind kind, byte[] body) {
    boolean isRecord;
    try {
      isRecord = Written.read(new String(body, StandardCharsets.UTF_8)).isRecord();
    } catch (MalformedCredential unreadable) {
      return;
    }
    if (kind == Kind.BADGE && isRecord) {
      throw invalid("this is a learner record; /ims/clr/v2p0/credentials takes it");
    }
    if (kind == Kind.RECORD && !isRecord) {
      throw invalid("its type is no ClrCredential; /ims/ob/v3p0/credentials takes badges");
    }
  }

  private static ImsxRefusal invalid(String words) {
    return new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", words);
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
