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
    List<String> tags) {
  public BadgeClass {
    tags = List.copyOf(tags);
  }

  /** With the members that OB 2.0 asks for. */
  public static BadgeClass of(
      String id, String name, String description, String image, String issuer) {
    return new BadgeClass(id, name, description, image, null, null, issuer, null, List.of());
  }

  /** A copy with criteria. */
  public BadgeClass withCriteria(@Nullable String url, @Nullable String narrative) {
    return new BadgeClass(
        id, name, description, image, url, narrative, issuer, issuerProfile, tags);
  }

  /**
   * @throws MalformedCredential where a member has the wrong form
   */
  public static BadgeClass read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static BadgeClass read(MemberReader in) {
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
        in.texts("tags"));
  }

  /** As it is hosted. */
  public JsonObject toJson() {
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
        .object();
  }

  private @Nullable JsonValue issuerJson() {
    if (issuerProfile != null) {
      return issuerProfile;
    }
    return issuer == null ? null : JsonValue.of(issuer);
  }
}
