package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * What an earner did for it.
 *
 * @param narrative Markdown
 */
public record Evidence(
    @Nullable String id,
    @Nullable String name,
    @Nullable String narrative,
    @Nullable String description,
    @Nullable String genre,
    @Nullable String audience) {
  static Evidence read(MemberReader in) {
    return new Evidence(
        in.optionalText("id"),
        in.optionalText("name"),
        in.optionalText("narrative"),
        in.optionalText("description"),
        in.optionalText("genre"),
        in.optionalText("audience"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("Evidence")
        .put("name", name)
        .put("narrative", narrative)
        .put("description", description)
        .put("genre", genre)
        .put("audience", audience)
        .object();
  }
}
