package org.insignia.openbadges.ob2;

import java.util.Locale;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.jspecify.annotations.Nullable;

/**
 * Who earned a badge (OB 2.0, IdentityObject).
 *
 * @param type what the identity is: {@code email}, {@code url}, {@code telephone}
 * @param identity plain, or {@code sha256$} or {@code md5$} and the hash
 */
public record Recipient(String type, String identity, boolean hashed, @Nullable String salt) {

  /** The hash of an e-mail address, which is brought to lower case. */
  public static Recipient hashedEmail(String address, String salt) {
    IdentityObject identity =
        IdentityObject.hashed(address.toLowerCase(Locale.ROOT), salt, IdentifierType.EMAIL_ADDRESS);
    return new Recipient("email", identity.identityHash(), true, salt);
  }

  /** Whether this is the one with that identity. */
  public boolean matches(String wanted) {
    var identity = new IdentityObject(hashed, this.identity, IdentifierType.IDENTIFIER, salt);
    return identity.matches(wanted) || identity.matches(wanted.toLowerCase(Locale.ROOT));
  }

  static Recipient read(MemberReader in) {
    String identity = in.text("identity");
    Boolean hashed = in.optionalFlag("hashed");
    return new Recipient(
        in.text("type"),
        identity,
        hashed == null ? identity.matches("(sha256|md5)\\$.*") : hashed,
        in.optionalText("salt"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("type", type)
        .put("identity", identity)
        .put("hashed", Boolean.valueOf(hashed))
        .put("salt", salt)
        .object();
  }
}
