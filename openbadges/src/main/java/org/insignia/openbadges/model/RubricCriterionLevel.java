package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/** A level of a rubric. */
public record RubricCriterionLevel(
    String id,
    String name,
    @Nullable String description,
    @Nullable String level,
    @Nullable String points,
    List<Alignment> alignment) {
  public RubricCriterionLevel {
    alignment = List.copyOf(alignment);
  }

  static RubricCriterionLevel read(MemberReader in) {
    return new RubricCriterionLevel(
        in.text("id"),
        in.text("name"),
        in.optionalText("description"),
        in.optionalText("level"),
        in.optionalText("points"),
        in.objects("alignment", Alignment::read));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("RubricCriterionLevel")
        .put("name", name)
        .put("description", description)
        .put("level", level)
        .put("points", points)
        .putAll("alignment", alignment.stream().map(Alignment::toJson))
        .object();
  }
}
