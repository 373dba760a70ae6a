package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * Whose record it is, with the credentials in it.
 *
 * @param verifiableCredential signed credentials, kept as they are
 */
public record ClrSubject(
    @Nullable String id,
    List<IdentityObject> identifier,
    List<JsonObject> verifiableCredential,
    List<Achievement> achievement,
    List<Association> association) {
  public ClrSubject {
    identifier = List.copyOf(identifier);
    verifiableCredential = List.copyOf(verifiableCredential);
    achievement = List.copyOf(achievement);
    association = List.copyOf(association);
  }

  static ClrSubject read(MemberReader in) {
    return new ClrSubject(
        in.optionalText("id"),
        in.objects("identifier", IdentityObject::read),
        in.jsons("verifiableCredential"),
        in.objects("achievement", Achievement::read),
        in.objects("association", Association::read));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("ClrSubject")
        .putAll("identifier", identifier.stream().map(IdentityObject::toJson))
        .putAll("verifiableCredential", verifiableCredential.stream())
        .putAll("achievement", achievement.stream().map(Achievement::toJson))
        .putAll("association", association.stream().map(Association::toJson))
        .object();
  }
}
