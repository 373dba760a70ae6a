package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/** Another achievement that this one belongs with, such as an earlier version. */
public record Related(String id, @Nullable String inLanguage, @Nullable String version) {
  static Related read(MemberReader in) {
    return new Related(in.text("id"), in.optionalText("inLanguage"), in.optionalText("version"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("Related")
        .put("inLanguage", inLanguage)
        .put("version", version)
        .object();
  }
}
