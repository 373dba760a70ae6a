package org.insignia.openbadges.ob2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberWriter;

/**
 * The signed assertions that an issuer took back (OB 2.0, RevocationList).
 *
 * @param reasons by id of the assertion; an empty text where none is given
 */
public record RevokedAssertions(String id, String issuer, SequencedMap<String, String> reasons) {
  private static final int MAX_ENTRIES = 100_000;

  public RevokedAssertions {
    reasons = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reasons));
  }

  /** Why the assertion was taken back; empty where it was not. */
  public Optional<String> reason(String assertionId) {
    return Optional.ofNullable(reasons.get(assertionId));
  }

  /**
   * Reads OB 2.0's list, or OB 1's object of ids and reasons.
   *
   * @throws MalformedCredential where it is neither, or has over 100,000 entries
   */
  public static RevokedAssertions read(JsonObject document) {
    var reasons = new LinkedHashMap<String, String>();
    if (document.get("revokedAssertions") == null && document.get("type") == null) {
      document.members().forEach((id, why) -> reasons.put(id, word(why)));
      return new RevokedAssertions("", "", reasons);
    }
    if (document.get("revokedAssertions") == null
        || document.list("revokedAssertions").size() > MAX_ENTRIES) {
      throw new MalformedCredential("/revokedAssertions", "missing, or too many");
    }
    for (JsonValue value : document.list("revokedAssertions")) {
      switch (value) {
        case JsonString s -> reasons.put(s.value(), "");
        case JsonObject o -> {
          for (String name : new String[] {"id", "uid"}) {
            String id = o.string(name);
            if (id != null) {
              reasons.put(id, word(o.get("revocationReason")));
            }
          }
        }
        default -> throw new MalformedCredential("/revokedAssertions", "entry without id");
      }
    }
    return new RevokedAssertions(word(document.get("id")), word(document.get("issuer")), reasons);
  }

  /** As it is hosted. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("@context", Profile.CONTEXT)
        .put("id", id)
        .put("type", "RevocationList")
        .put("issuer", issuer)
        .putAll("revokedAssertions", reasons.entrySet().stream().map(RevokedAssertions::entry))
        .object();
  }

  private static JsonObject entry(Map.Entry<String, String> revoked) {
    return new MemberWriter()
        .put("id", revoked.getKey())
        .put("revocationReason", revoked.getValue().isEmpty() ? null : revoked.getValue())
        .object();
  }

  private static String word(@org.jspecify.annotations.Nullable JsonValue value) {
    return value instanceof JsonString s ? s.value() : "";
  }
}
