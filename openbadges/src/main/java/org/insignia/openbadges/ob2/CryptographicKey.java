package org.insignia.openbadges.ob2;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;

/**
 * A key that an issuer signs badges with (OB 2.0).
 *
 * @param owner id of the issuer
 * @param publicKeyPem SubjectPublicKeyInfo in PEM
 */
public record CryptographicKey(String id, String owner, String publicKeyPem) {
  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static CryptographicKey read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static CryptographicKey read(MemberReader in) {
    return new CryptographicKey(in.text("id"), in.text("owner"), in.text("publicKeyPem"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("@context", Profile.CONTEXT)
        .put("id", id)
        .put("type", "CryptographicKey")
        .put("owner", owner)
        .put("publicKeyPem", publicKeyPem)
        .object();
  }
}
