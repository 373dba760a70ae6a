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
 */
public record Endorsement(
    String id,
    String endorsed,
    @Nullable String endorsementComment,
    String issuer,
    Instant issuedOn,
    Verification verification) {

  /**
   * @throws MalformedCredential where a member is missing or has the wrong form
   */
  public static Endorsement read(JsonObject object) {
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
        in.object("verification", Verification::read));
  }

  /** As it is hosted or signed. */
  public JsonObject toJson() {
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
