package org.insignia.openbadges.jose;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.DateTimeStamp;
import org.insignia.openbadges.proof.ProofProblem;
import org.jspecify.annotations.Nullable;

/** The claims of the envelope beside those of the document inside: they must not contradict. */
final class Claims {
  private static final Set<String> REGISTERED =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", KeyBinding.CONFIRMATION);
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final JsonObject payload;
  private final MediaType type;
  private final boolean presentation;
  private final JsonObject document;

  private Claims(JsonObject payload, MediaType type, boolean presentation, JsonObject document) {
    this.payload = payload;
    this.type = type;
    this.presentation = presentation;
    this.document = document;
  }

  /** Reads the document out of the payload. */
  static Claims of(JsonObject payload, MediaType type) {
    boolean presentation = type.presentation() || payload.get("vp") != null;
    JsonObject rest = unregistered(payload, presentation);
    if (payload.get("vc") == null && payload.get("vp") == null) {
      return new Claims(payload, type, presentation, rest);
    }
    JsonObject wrapped = payload.object(presentation ? "vp" : "vc");
    if (type != MediaType.JWT || wrapped == null || rest.members().size() != 1) {
      throw malformed("a claim vc or vp beside or instead of the document");
    }
    JsonObject document = presentation ? held(wrapped, payload) : filled(wrapped, payload);
    return new Claims(payload, type, presentation, document);
  }

  /** Whether a holder speaks, not an issuer. */
  boolean presentation() {
    return presentation;
  }

  /** What the verifier of a presentation asked to be signed along; null for what it did not ask. */
  void answer(@Nullable String challenge, @Nullable String domain) {
    if (!presentation) return;
    if (challenge != null && !JsonValue.of(challenge).equals(payload.get("nonce"))) {
      throw new Refused(ProofProblem.WRONG_CHALLENGE, "nonce is not the challenge");
    }
    if (domain != null && !payload.list("aud").contains(JsonValue.of(domain))) {
      throw new Refused(ProofProblem.WRONG_DOMAIN, "made for somebody else (aud)");
    }
  }

  JsonObject document() {
    return document;
  }

  /**
   * Who is to have signed: the issuer, or the holder of a presentation; null where nobody is named.
   */
  @Nullable String signer() {
    String member = presentation ? "holder" : "issuer";
    JsonObject object = document.object(member);
    return object == null ? document.string(member) : object.string("id");
  }

  /** The claims that must say the same as the document. */
  void agree() {
    if (document.get("@context") == null || document.get("type") == null) {
      throw malformed("not a credential: @context or type is missing");
    }
    same("iss", signer());
    same("jti", document.string("id"));
    JsonObject subject = document.object("credentialSubject");
    same("sub", subject == null ? null : subject.string("id"));
    // Some issuers name the earner as audience; anybody else is not us.
    boolean forEarner = subject != null && Objects.equals(payload.get("aud"), subject.get("id"));
    if (payload.get("aud") != null && !presentation && !forEarner) {
      throw new Refused(ProofProblem.WRONG_DOMAIN, "made for somebody else (aud)");
    }
  }

  /** The times of the envelope, as of now. */
  void timely(Instant now) {
    Optional<Instant> from = date("nbf");
    Optional<Instant> documentFrom = dated("validFrom", "issuanceDate");
    Optional<Instant> until = date("exp");
    Optional<Instant> documentUntil = dated("validUntil", "expirationDate");
    if (type == MediaType.JWT
        && from.isPresent()
        && documentFrom.isPresent()
        && !from.equals(documentFrom)) {
      throw malformed("nbf is not validFrom");
    }
    if (until.isPresent()
        && documentUntil.isPresent()
        && (type == MediaType.JWT
            ? !until.equals(documentUntil)
            : until.get().isAfter(documentUntil.get()))) {
      throw malformed("exp is not validUntil");
    }
    // What agrees with the document is judged with it: "expired" says more than "wrong proof".
    if (!from.equals(documentFrom) && from.filter(t -> t.isAfter(now.plus(LEEWAY))).isPresent()) {
      throw new Refused(ProofProblem.CREATED_IN_FUTURE, "nbf lies in the future");
    }
    if (!until.equals(documentUntil) && until.filter(t -> !t.isAfter(now)).isPresent()) {
      throw new Refused(ProofProblem.EXPIRED, "exp has passed");
    }
  }

  private void same(String claim, @Nullable String inDocument) {
    JsonValue value = payload.get(claim);
    if (value == null) return;
    if (!(value instanceof JsonString s)) throw malformed(claim + " is not text");
    if (!s.value().equals(inDocument)) throw malformed(claim + " is not what the document says");
  }

  private Optional<Instant> date(String claim) {
    JsonValue value = payload.get(claim);
    if (value == null) return Optional.empty();
    double seconds = value instanceof JsonNumber n ? n.doubleValue() : Double.NaN;
    // Years 0001 to 9999; also keeps the conversion to long exact.
    if (!(seconds > -62_135_596_800d && seconds < 253_402_300_800d)) {
      throw malformed(claim + " is not a date in seconds");
    }
    return Optional.of(Instant.ofEpochSecond((long) Math.floor(seconds)));
  }

  private Optional<Instant> dated(String member, String older) {
    String text = document.string(member);
    if (text == null) text = document.string(older);
    if (text == null) return Optional.empty();
    try {
      Instant instant = DateTimeStamp.parse(text, "/" + member);
      return Optional.of(Instant.ofEpochSecond(instant.getEpochSecond()));
    } catch (MalformedCredential e) {
      // That the document's own date is none is found with the document, not with the envelope.
      return Optional.empty();
    }
  }

  private static JsonObject unregistered(JsonObject payload, boolean presentation) {
    var members = new LinkedHashMap<>(payload.members());
    members.keySet().removeAll(REGISTERED);
    if (presentation) members.remove("nonce");
    return new JsonObject(members);
  }

  /** VC Data Model 1.1 lets iss stand in for the holder, and jti for the id. */
  private static JsonObject held(JsonObject vp, JsonObject payload) {
    return standIns(vp, payload, Map.of("iss", "holder", "jti", "id"));
  }

  /** VC Data Model 1.1 lets the claims stand in for members of the credential. */
  private static JsonObject filled(JsonObject vc, JsonObject payload) {
    JsonObject document = standIns(vc, payload, Map.of("iss", "issuer", "jti", "id"));
    document = filledDate(document, payload, "nbf", "issuanceDate");
    return filledDate(document, payload, "exp", "expirationDate");
  }

  private static JsonObject standIns(
      JsonObject inside, JsonObject payload, Map<String, String> byClaim) {
    JsonObject document = inside;
    for (Map.Entry<String, String> standIn : byClaim.entrySet()) {
      JsonValue value = payload.get(standIn.getKey());
      if (value != null && document.get(standIn.getValue()) == null) {
        document = document.with(standIn.getValue(), value);
      }
    }
    return document;
  }

  private static JsonObject filledDate(
      JsonObject document, JsonObject payload, String claim, String member) {
    Optional<Instant> date = new Claims(payload, MediaType.JWT, false, document).date(claim);
    return date.isEmpty() || document.get(member) != null
        ? document
        : document.with(member, JsonValue.of(date.get().toString()));
  }

  private static Refused malformed(String detail) {
    return new Refused(ProofProblem.MALFORMED, detail);
  }
}
