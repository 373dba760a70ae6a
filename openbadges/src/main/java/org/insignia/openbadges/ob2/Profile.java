package org.insignia.openbadges.ob2;

import java.util.List;
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
 */
public record Profile(
    String id,
    @Nullable String name,
    @Nullable String url,
    @Nullable String email,
    @Nullable String description,
    @Nullable String image,
    List<String> publicKey,
    @Nullable Verification verification,
    @Nullable String revocationList) {
  static final String CONTEXT = "https://w3id.org/openbadges/v2";

  public Profile {
    publicKey = List.copyOf(publicKey);
  }

  /** What OB 2.0 asks of an issuer, and nothing more. */
  public static Profile of(String id, String name, String url, String email) {
    return new Profile(id, name, url, email, null, null, List.of(), null, null);
  }

  /**
   * @throws MalformedCredential where a member has the wrong form, or there is no id
   */
  public static Profile read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static Profile read(MemberReader in) {
    return new Profile(
        in.text("id"),
        in.optionalText("name"),
        in.optionalText("url"),
        in.optionalText("email"),
        in.optionalText("description"),
        Linked.id(in, "image"),
        Linked.ids(in, "publicKey"),
        in.optionalObject("verification", Verification::read),
        Linked.id(in, "revocationList"));
  }

  /** As it is hosted. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("@context", CONTEXT)
        .put("id", id)
        .put("type", "Issuer")
        .put("name", name)
        .put("url", url)
        .put("email", email)
        .put("description", description)
        .put("image", image)
        .putAll("publicKey", publicKey.stream().map(JsonString::new))
        .put("verification", verification == null ? null : verification.toJson())
        .put("revocationList", revocationList)
        .object();
  }
}
