package org.insignia.openbadges.ob2;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * Somebody earned a badge (OB 2.0; read from OB 1 too).
 *
 * @param id URL or URN; null in OB 1, where {@code verify.url} stands for it
 * @param badge id of the badge class; null where that stands inside without one
 * @param badgeClass the badge class itself, where it stands inside
 * @param evidence URLs, or objects as they are
 * @param endorsement URLs, objects or tokens, as they are
 * @param others members that this class has no place for, as they are
 */
public record Assertion(
    @Nullable String id,
    Recipient recipient,
    @Nullable String badge,
    @Nullable JsonObject badgeClass,
    Verification verification,
    Instant issuedOn,
    @Nullable Instant expires,
    @Nullable String image,
    @Nullable String narrative,
    List<JsonValue> evidence,
    boolean revoked,
    @Nullable String revocationReason,
    List<JsonValue> endorsement,
    JsonObject others) {
  public Assertion {
    evidence = List.copyOf(evidence);
    endorsement = List.copyOf(endorsement);
  }

  /** With the members that OB 2.0 asks for. */
  public static Assertion of(
      String id, Recipient recipient, String badge, Verification verification, Instant issuedOn) {
    return new Assertion(
        id,
        recipient,
        badge,
        null,
        verification,
        issuedOn,
        null,
        null,
        null,
        List.of(),
        false,
        null,
        List.of(),
        Kept.NOTHING);
  }

  /** A copy that ends. */
  public Assertion withExpires(Instant end) {
    return new Assertion(
        id,
        recipient,
        badge,
        badgeClass,
        verification,
        issuedOn,
        end,
        image,
        narrative,
        evidence,
        revoked,
        revocationReason,
        endorsement,
        others.without("expires"));
  }

  /** A copy with a picture and evidence. */
  public Assertion withImage(String imageUrl, List<JsonValue> proofOfWork) {
    return new Assertion(
        id,
        recipient,
        badge,
        badgeClass,
        verification,
        issuedOn,
        expires,
        imageUrl,
        narrative,
        proofOfWork,
        revoked,
        revocationReason,
        endorsement,
        others.without("image").without("evidence"));
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static Assertion read(JsonObject object) {
    Assertion known = read(object, Kept.NOTHING);
    return read(object, Kept.of(object, known.toJson()));
  }

  private static Assertion read(JsonObject object, JsonObject others) {
    var in = new MemberReader(object);
    String verification = in.has("verification") ? "verification" : "verify";
    Instant issuedOn = LooseDate.read(object.get("issuedOn"), "/issuedOn");
    if (issuedOn == null) {
      throw in.wrong("issuedOn", "missing");
    }
    if (!in.has("badge")) {
      throw in.wrong("badge", "missing");
    }
    return new Assertion(
        in.optionalUrl("id"),
        recipient(in, object),
        Linked.id(in, "badge"),
        Linked.embedded(in, "badge"),
        in.object(verification, Verification::read),
        issuedOn,
        LooseDate.read(object.get("expires"), "/expires"),
        Linked.id(in, "image"),
        in.optionalText("narrative"),
        in.values("evidence"),
        object.get("revoked") instanceof JsonBoolean b && b.value(),
        in.optionalText("revocationReason"),
        in.values("endorsement"),
        others);
  }

  /** OB 1.0 before its end wrote the recipient as a plain text with a salt beside it. */
  private static Recipient recipient(MemberReader in, JsonObject object) {
    String plain = object.string("recipient");
    return plain == null
        ? in.object("recipient", Recipient::read)
        : new Recipient(
            "email", plain, plain.matches("(sha256|md5)\\$.*"), in.optionalText("salt"));
  }

  /** As it is hosted or signed. */
  public JsonObject toJson() {
    return Kept.restored(known(), others);
  }

  private JsonObject known() {
    return new MemberWriter()
        .put("@context", Profile.CONTEXT)
        .put("id", id)
        .put("type", "Assertion")
        .put("recipient", recipient.toJson())
        .put("badge", badgeJson())
        .put("verification", verification.toJson())
        .put("issuedOn", issuedOn)
        .put("expires", expires)
        .put("image", image)
        .put("narrative", narrative)
        .putAll("evidence", evidence.stream())
        .put("revoked", revoked ? Boolean.TRUE : null)
        .put("revocationReason", revocationReason)
        .putAll("endorsement", endorsement.stream())
        .object();
  }

  private @Nullable JsonValue badgeJson() {
    if (badgeClass != null) {
      return badgeClass;
    }
    return badge == null ? null : JsonValue.of(badge);
  }
}
