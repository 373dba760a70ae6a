package org.insignia.openbadges.ob2;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * How badges are verified (OB 2.0, VerificationObject): of one assertion, or of all of an issuer.
 *
 * @param creator URL of the key of a signed badge
 * @param url where an OB 1 assertion is hosted
 * @param startsWith what the URLs of an issuer's hosted assertions begin with
 * @param allowedOrigins hosts of an issuer's assertions
 */
public record Verification(
    Kind kind,
    @Nullable String creator,
    @Nullable String url,
    List<String> startsWith,
    List<String> allowedOrigins) {
  public Verification {
    startsWith = List.copyOf(startsWith);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** By a document at the issuer's, or by a signature. */
  public enum Kind {
    HOSTED,
    SIGNED
  }

  /** The assertion is at its own URL. */
  public static Verification hosted() {
    return new Verification(Kind.HOSTED, null, null, List.of(), List.of());
  }

  /** The assertion is signed with the key at this URL. */
  public static Verification signed(String creator) {
    return new Verification(Kind.SIGNED, creator, null, List.of(), List.of());
  }

  static Verification read(MemberReader in) {
    List<String> types = in.texts("type");
    boolean signed = types.contains("SignedBadge") || types.contains("signed");
    boolean hosted = types.contains("HostedBadge") || types.contains("hosted");
    if (signed && hosted) {
      throw in.wrong("type", "hosted and signed at once");
    }
    return new Verification(
        signed ? Kind.SIGNED : Kind.HOSTED,
        in.optionalText("creator"),
        in.optionalText("url"),
        in.texts("startsWith"),
        in.texts("allowedOrigins"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("type", kind == Kind.SIGNED ? "SignedBadge" : "HostedBadge")
        .put("creator", creator)
        .put("url", url)
        .putAll("startsWith", startsWith.stream().map(JsonString::new))
        .putAll("allowedOrigins", allowedOrigins.stream().map(JsonString::new))
        .object();
  }
}
