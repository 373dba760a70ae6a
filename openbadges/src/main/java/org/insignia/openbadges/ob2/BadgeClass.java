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
 * What can be earned (OB 2.0, BadgeClass).
 *
 * @param id null where it stands inside of an assertion without one
 * @param image URL or {@code data:} URI
 * @param criteriaNarrative Markdown
 * @param criteriaUrl a page that says how it is earned
 * @param issuer id of the issuer
 * @param issuerProfile the issuer itself, where it stands inside
 * @param alignment objects as they are
 * @param endorsement URLs, objects or tokens, as they are
 * @param others members that this class has no place for, as they are
 */
public record BadgeClass(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String image,
    @Nullable String criteriaUrl,
    @Nullable String criteriaNarrative,
    @Nullable String issuer,
    @Nullable JsonObject issuerProfile,
    List<String> tags,
    List<JsonValue> alignment,
    List<JsonValue> endorsement,
    JsonObject others) {
  public BadgeClass {
    tags = List.copyOf(tags);
    alignment = List.copyOf(alignment);
    endorsement = List.copyOf(endorsement);
  }

  /** With the members that OB 2.0 asks for. */
  public static BadgeClass of(
      String id, String name, String description, String image, String issuer) {
    return new BadgeClass(
        id,
        name,
        description,
        image,
        null,
        null,
        issuer,
        null,
        List.of(),
        List.of(),
        List.of(),
        Kept.NOTHING);
  }

  /** A copy with criteria. */
  public BadgeClass withCriteria(@Nullable String url, @Nullable String narrative) {
    return new BadgeClass(
        id,
        name,
        description,
        image,
        url,
        narrative,
        issuer,
        issuerProfile,
        tags,
        alignment,
        endorsement,
        others.without("criteria"));
  }

  /**
   * @throws MalformedCredential where a member has the wrong form
   */
  public static BadgeClass read(JsonObject object) {
    BadgeClass known = read(object, Kept.NOTHING);
    return read(object, Kept.of(object, known.toJson()));
  }

  private static BadgeClass read(JsonObject object, JsonObject others) {
    var in = new MemberReader(object);
    JsonObject criteria = Linked.embedded(in, "criteria");
    return new BadgeClass(
        in.optionalUrl("id"),
        in.optionalText("name"),
        in.optionalText("description"),
        Linked.id(in, "image"),
        Linked.id(in, "criteria"),
        criteria == null ? null : criteria.string("narrative"),
        Linked.id(in, "issuer"),
        Linked.embedded(in, "issuer"),
        in.texts("tags"),
        in.values("alignment"),
        in.values("endorsement"),
        others);
  }

  /** As it is hosted. */
  public JsonObject toJson() {
    return Kept.restored(known(), others);
  }

  private JsonObject known() {
    JsonObject criteria =
        new MemberWriter().put("id", criteriaUrl).put("narrative", criteriaNarrative).object();
    return new MemberWriter()
        .put("@context", Profile.CONTEXT)
        .put("id", id)
        .put("type", "BadgeClass")
        .put("name", name)
        .put("description", description)
        .put("image", image)
        .put("criteria", criteria.members().isEmpty() ? null : criteria)
        .put("issuer", issuerJson())
        .putAll("tags", tags.stream().map(JsonString::new))
        .putAll("alignment", alignment.stream())
        .putAll("endorsement", endorsement.stream())
        .object();
  }

  private @Nullable JsonValue issuerJson() {
    if (issuerProfile != null) {
      return issuerProfile;
    }
    return issuer == null ? null : JsonValue.of(issuer);
  }
}
