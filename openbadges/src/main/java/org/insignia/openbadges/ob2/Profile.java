package org.insignia.openbadges.ob2;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * An issuer (OB 2.0, Profile or Issuer).
 *
 * @param id its URL; in OB 1 the place where it was found
 * @param publicKey ids of the keys it signs with
 * @param verification rules for its hosted assertions
 * @param revocationList URL of the list for its signed assertions
 * @param endorsement URLs, objects or tokens, as they are
 * @param others members that this class has no place for, as they are
 */
public record Profile(
    String id,
    @Nullable String name,
    @Nullable String url,
    @Nullable String email,
    @Nullable String telephone,
    @Nullable String description,
    @Nullable String image,
    List<String> publicKey,
    @Nullable Verification verification,
    @Nullable String revocationList,
    List<JsonValue> endorsement,
    JsonObject others) {
  static final String CONTEXT = "https://w3id.org/openbadges/v2";

  public Profile {
    publicKey = List.copyOf(publicKey);
    endorsement = List.copyOf(endorsement);
  }

  /** What OB 2.0 asks of an issuer, and nothing more. */
  public static Profile of(String id, String name, String url, String email) {
    return new Profile(
        id, name, url, email, null, null, null, List.of(), null, null, List.of(), Kept.NOTHING);
  }

  /**
   * @throws MalformedCredential where a member has the wrong form, or there is no id
   */
  public static Profile read(JsonObject object) {
    Profile known = read(object, Kept.NOTHING);
    return read(object, Kept.of(object, known.toJson()));
  }

  private static Profile read(JsonObject object, JsonObject others) {
    var in = new MemberReader(object);
    return new Profile(
        in.text("id"),
        in.optionalText("name"),
        in.optionalText("url"),
        in.optionalText("email"),
        in.optionalText("telephone"),
        in.optionalText("description"),
        Linked.id(in, "image"),
        Linked.ids(in, "publicKey"),
        in.optionalObject("verification", Verification::read),
        Linked.id(in, "revocationList"),
        in.values("endorsement"),
        others);
  }

  /** As it is hosted. */
  public JsonObject toJson() {
    return Kept.restored(known(), others);
  }

  private JsonObject known() {
    return new MemberWriter()
        .put("@context", CONTEXT)
        .put("id", id)
        .put("type", "Issuer")
        .put("name", name)
        .put("url", url)
        .put("email", email)
        .put("telephone", telephone)
        .put("description", description)
        .put("image", image)
        .putAll("publicKey", publicKey.stream().map(JsonString::new))
        .put("verification", verification == null ? null : verification.toJson())
        .put("revocationList", revocationList)
        .putAll("endorsement", endorsement.stream())
        .object();
  }
}
