package org.insignia.openbadges.ob2;

import java.time.Instant;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * Somebody speaks for a badge class or an issuer (OB 2.0).
 *
 * @param endorsed id of the thing
 * @param issuer id of the one who speaks
 * @param others members that this class has no place for, as they are
 */
public record Endorsement(
    String id,
    String endorsed,
    @Nullable String endorsementComment,
    String issuer,
    Instant issuedOn,
    Verification verification,
    JsonObject others) {

  /** Speaks for a badge class, an assertion or an issuer, in words or without. */
  public static Endorsement of(
      String id, String endorsed, String issuer, Instant issuedOn, Verification verification) {
    return new Endorsement(id, endorsed, null, issuer, issuedOn, verification, Kept.NOTHING);
  }

  /** A copy that says why, in Markdown. */
  public Endorsement withComment(String comment) {
    return new Endorsement(
        id, endorsed, comment, issuer, issuedOn, verification, others.without("claim"));
  }

  /**
   * @throws MalformedCredential where a member is missing or has the wrong form
   */
  public static Endorsement read(JsonObject object) {
    Endorsement known = read(object, Kept.NOTHING);
    return read(object, Kept.of(object, known.toJson()));
  }

  private static Endorsement read(JsonObject object, JsonObject others) {
    var in = new MemberReader(object);
    JsonObject claim = in.optionalJson("claim");
    String issuer = Linked.id(in, "issuer");
    Instant issuedOn = LooseDate.read(object.get("issuedOn"), "/issuedOn");
    if (claim == null || issuer == null || issuedOn == null) {
      throw new MalformedCredential("", "claim, issuer or issuedOn is missing");
    }
    var claimed = new MemberReader(claim, "/claim");
    return new Endorsement(
        in.text("id"),
        claimed.text("id"),
        claimed.optionalText("endorsementComment"),
        issuer,
        issuedOn,
        in.object("verification", Verification::read),
        others);
  }

  /** As it is hosted or signed. */
  public JsonObject toJson() {
    return Kept.restored(known(), others);
  }

  private JsonObject known() {
    return new MemberWriter()
        .put("@context", Profile.CONTEXT)
        .put("id", id)
        .put("type", "Endorsement")
        .put(
            "claim",
            new MemberWriter()
                .put("id", endorsed)
                .put("endorsementComment", endorsementComment)
                .object())
        .put("issuer", issuer)
        .put("issuedOn", issuedOn)
        .put("verification", verification.toJson())
        .object();
  }
}
