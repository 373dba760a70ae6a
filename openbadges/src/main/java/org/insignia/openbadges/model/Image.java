package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a badge, a profile or an earner.
 *
 * @param id URL or {@code data:} URI of a PNG or SVG
 * @param caption text for those who do not see it
 */
public record Image(String id, @Nullable String caption) {
  /** A picture without a caption. */
  public Image(String id) {
    this(id, null);
  }

  static Image read(MemberReader in) {
    return new Image(in.text("id"), in.optionalText("caption"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter().put("id", id).put("type", "Image").put("caption", caption).object();
  }
}
