package org.insignia.openbadges.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A 1EdTechRevocationList: the credentials of an issuer that were revoked, by id.
 *
 * @param id the URL where it is published
 * @param issuer id of the issuer; empty where it does not say
 * @see <a href="https://www.imsglobal.org/spec/vcrl/v1p0/">1EdTech Verifiable Credentials
 *     Revocation List 1.0</a>
 */
public record RevocationList(String id, String issuer, List<RevokedCredential> revoked) {
  private static final int MAX_ENTRIES = 100_000;

  public RevocationList {
    revoked = List.copyOf(revoked);
  }

  /**
   * An entry.
   *
   * @param revoked false where an entry says that the credential is not revoked
   * @param reason empty where it gives none
   */
  public record RevokedCredential(String id, boolean revoked, String reason) {}

  /** The entry that revokes the credential with this id. */
  public Optional<RevokedCredential> find(String credentialId) {
    return revoked.stream().filter(r -> r.revoked() && r.id().equals(credentialId)).findFirst();
  }

  /** The document to publish. */
  public JsonObject toJson() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("issuer", issuer);
    members.put("revokedCredential", revoked.stream().map(RevocationList::entry).toList());
    return (JsonObject) JsonValue.from(members);
  }

  /**
   * Reads a list; some servers call the member {@code revokedCredentials}, and an entry may be just
   * an id.
   *
   * @throws MalformedCredential without either member, or with over 100,000 entries
   */
  public static RevocationList read(JsonObject document) {
    if (document.get("revokedCredential") == null && document.get("revokedCredentials") == null) {
      throw new MalformedCredential("/revokedCredential", "missing");
    }
    List<JsonValue> entries =
        Stream.of("revokedCredential", "revokedCredentials")
            .flatMap(name -> document.list(name).stream())
            .toList();
    if (entries.size() > MAX_ENTRIES) {
      throw new MalformedCredential("/revokedCredential", entries.size() + " entries");
    }
    return new RevocationList(
        text(document, "id"),
        issuer(document),
        entries.stream().map(RevocationList::readEntry).toList());
  }

  private static RevokedCredential readEntry(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonString s -> new RevokedCredential(s.value(), true, "");
      case JsonObject o when o.string("id") != null ->
          new RevokedCredential(
              text(o, "id"),
              !(o.get("revoked") instanceof JsonBoolean b) || b.value(),
              text(o, "revocationReason"));
      default -> throw new MalformedCredential("/revokedCredential", "entry without id");
    };
  }

  private static Map<String, Object> entry(RevokedCredential revoked) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", revoked.id());
    members.put("revoked", revoked.revoked());
    if (!revoked.reason().isEmpty()) {
      members.put("revocationReason", revoked.reason());
    }
    return members;
  }

  private static String issuer(JsonObject document) {
    JsonObject profile = document.object("issuer");
    return profile == null ? text(document, "issuer") : text(profile, "id");
  }

  private static String text(JsonObject object, String name) {
    String value = object.string(name);
    return value == null ? "" : value;
  }
}
