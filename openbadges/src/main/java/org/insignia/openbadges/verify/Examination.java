package org.insignia.openbadges.verify;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Report;
import org.jspecify.annotations.Nullable;

/** One document on its way through the steps, with what was found so far. */
final class Examination {
  private final Desk desk;
  private final String form;
  private final @Nullable Envelope envelope;
  private final Findings findings = new Findings();
  private final List<Report.Part> parts = new ArrayList<>();
  private List<ProofResult> proofs = List.of();
  private JsonObject document;

  private Examination(Desk desk, String form, JsonObject document, @Nullable Envelope envelope) {
    this.desk = desk;
    this.form = form;
    this.document = document;
    this.envelope = envelope;
  }

  private static Examination of(Desk desk, String form, Envelope envelope) {
    return new Examination(desk, form, envelope.document(), envelope);
  }

  static Examination of(Desk desk, JsonObject document) {
    return new Examination(desk, "JSON", document, null);
  }

  static Examination of(Desk desk, Source.Token token) {
    EnvelopeCheck check = check(desk);
    Envelope opened =
        token.compact().contains("~") ? check.sdJwt(token.compact()) : check.jwt(token.compact());
    return of(desk, "JWT", opened);
  }

  static Examination of(Desk desk, Source.Cose cose) {
    return of(desk, "COSE", check(desk).cose(cose.bytes()));
  }

  private static EnvelopeCheck check(Desk desk) {
    Inquiry inquiry = desk.inquiry();
    return EnvelopeCheck.at(inquiry.now(), desk.keys())
        .answering(inquiry.challenge(), inquiry.domain());
  }

  Desk desk() {
    return desk;
  }

  Findings findings() {
    return findings;
  }

  /** How the document came. */
  String form() {
    return form;
  }

  JsonObject document() {
    return document;
  }

  /** From here on the newer form is judged. */
  void replace(JsonObject newer) {
    document = newer;
  }

  /** What the envelope's signature came to; null where there is no envelope. */
  @Nullable ProofResult envelope() {
    return envelope == null ? null : envelope.proof();
  }

  /** What the holder's key binding came to; null where there is none and none is needed. */
  @Nullable ProofResult holder() {
    return envelope == null ? null : envelope.holder();
  }

  /** All proofs that were checked, the envelope's too. */
  List<ProofResult> proofs() {
    return proofs;
  }

  void proofs(List<ProofResult> results) {
    proofs = List.copyOf(results);
  }

  void part(Report.Part part) {
    parts.add(part);
  }

  /** Whether {@code type} holds this word. */
  boolean isA(String type) {
    return document.list("type").contains(JsonValue.of(type));
  }

  CredentialKind kind() {
    if (isA("VerifiablePresentation")) {
      return CredentialKind.PRESENTATION;
    }
    if (isA("ClrCredential")) {
      return CredentialKind.CLR_2;
    }
    if (isA("EndorsementCredential")) {
      return CredentialKind.ENDORSEMENT_3;
    }
    if (isA("OpenBadgeCredential") || isA("AchievementCredential")) {
      return CredentialKind.OPEN_BADGE_3;
    }
    return isA("VerifiableCredential") ? CredentialKind.CREDENTIAL : CredentialKind.UNKNOWN;
  }

  /** Id of the issuer, or of the holder of a presentation; null where none is named. */
  @Nullable String signer() {
    return id(document.get(kind() == CredentialKind.PRESENTATION ? "holder" : "issuer"));
  }

  /** The id of a thing that is written as its id or as an object. */
  static @Nullable String id(@Nullable JsonValue thing) {
    return switch (thing) {
      case JsonString s -> s.value();
      case JsonObject o -> o.string("id");
      case null, default -> null;
    };
  }

  /** The subjects, as objects. */
  List<JsonObject> subjects() {
    return objects(document.get("credentialSubject"));
  }

  static List<JsonObject> objects(@Nullable JsonValue value) {
    return switch (value) {
      case JsonObject o -> List.of(o);
      case JsonArray a ->
          a.elements().stream()
              .filter(JsonObject.class::isInstance)
              .map(JsonObject.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  Report report() {
    return new Report(
        kind(),
        findings.verdict(),
        findings.authentic(),
        findings.conformant(),
        findings.inOrder(),
        document,
        parts);
  }
}
