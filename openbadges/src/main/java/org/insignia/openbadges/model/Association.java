package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;

/** How two things in a record belong together. */
public record Association(Kind associationType, String sourceId, String targetId) {
  static Association read(MemberReader in) {
    return new Association(
        new Kind(in.text("associationType")), in.text("sourceId"), in.text("targetId"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("type", "Association")
        .put("associationType", associationType.value())
        .put("sourceId", sourceId)
        .put("targetId", targetId)
        .object();
  }

  /**
   * CLR 2.0, AssociationType.
   *
   * @param value as written in JSON
   */
  public record Kind(String value) {
    private static final List<String> DEFINED =
        List.of(
            "exactMatchOf",
            "exemplar",
            "hasSkillLevel",
            "isChildOf",
            "isParentOf",
            "isPartOf",
            "isPeerOf",
            "isRelatedTo",
            "precedes",
            "replacedBy");

    /** Whether the standard lists this word; the list is closed. */
    public boolean isDefined() {
      return DEFINED.contains(value);
    }
  }
}
