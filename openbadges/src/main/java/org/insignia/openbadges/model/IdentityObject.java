package org.insignia.openbadges.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of an earner, plain or hashed.
 *
 * @param hashed whether {@code identityHash} is a hash; else it is the identifier itself
 * @param identityHash {@code sha256$} and 64 lower-case hexadecimal digits
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#identityobject">OB 3.0, IdentityObject</a>
 */
public record IdentityObject(
    boolean hashed, String identityHash, IdentifierType identityType, @Nullable String salt) {
  private static final String PREFIX = "sha256$";

  /** The identifier for everybody to read. */
  public static IdentityObject plain(String identity, IdentifierType type) {
    return new IdentityObject(false, identity, type, null);
  }

  /**
   * The hash of an identifier. The case is kept: bring an e-mail address to lower case before.
   *
   * @param salt hides little, as it is published; it keeps two badges of one earner apart
   */
  public static IdentityObject hashed(String identity, String salt, IdentifierType type) {
    return new IdentityObject(true, PREFIX + hex("SHA-256", identity + salt), type, salt);
  }

  /** Whether this is the earner who has that identifier. */
  public boolean matches(String identity) {
    if (!hashed) {
      return identityHash.equals(identity);
    }
    String salted = identity + (salt == null ? "" : salt);
    if (identityHash.startsWith("md5$")) { // OB 2.0 allows it, and old badges have it
      return identityHash.substring(4).equalsIgnoreCase(hex("MD5", salted));
    }
    return identityHash.startsWith(PREFIX)
        && identityHash.substring(PREFIX.length()).equalsIgnoreCase(hex("SHA-256", salted));
  }

  static IdentityObject read(MemberReader in) {
    return new IdentityObject(
        in.flag("hashed"),
        in.text("identityHash"),
        new IdentifierType(in.text("identityType")),
        in.optionalText("salt"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("type", "IdentityObject")
        .put("hashed", hashed)
        .put("identityHash", identityHash)
        .put("identityType", identityType.value())
        .put("salt", salt)
        .object();
  }

  private static String hex(String algorithm, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
