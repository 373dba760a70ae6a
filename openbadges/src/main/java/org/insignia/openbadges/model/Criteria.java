package org.insignia.openbadges.model;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * How an achievement is earned.
 *
 * @param id URL of a page that says it
 * @param narrative Markdown
 */
public record Criteria(@Nullable String id, @Nullable String narrative) {
  /** Criteria in words. */
  public static Criteria ofNarrative(String markdown) {
    return new Criteria(null, markdown);
  }

  static Criteria read(MemberReader in) {
    return new Criteria(in.optionalText("id"), in.optionalText("narrative"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter().put("id", id).put("narrative", narrative).object();
  }
}
