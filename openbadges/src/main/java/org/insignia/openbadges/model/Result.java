package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * A result that an earner had.
 *
 * @param resultDescription id of the description of this result in the achievement
 * @param achievedLevel id of a rubric level
 */
public record Result(
    @Nullable String resultDescription,
    @Nullable String value,
    @Nullable Status status,
    @Nullable String achievedLevel,
    List<Alignment> alignment) {
  public Result {
    alignment = List.copyOf(alignment);
  }

  /** A value for a result that the achievement describes. */
  public static Result of(String resultDescription, String value) {
    return new Result(resultDescription, value, null, null, List.of());
  }

  static Result read(MemberReader in) {
    return new Result(
        in.optionalText("resultDescription"),
        in.optionalText("value"),
        in.optionalWord("status", Status::new),
        in.optionalText("achievedLevel"),
        in.objects("alignment", Alignment::read));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .types("Result")
        .put("resultDescription", resultDescription)
        .put("value", value)
        .put("status", status == null ? null : status.value())
        .put("achievedLevel", achievedLevel)
        .putAll("alignment", alignment.stream().map(Alignment::toJson))
        .object();
  }

  /**
   * How far an earner is (OB 3.0, ResultStatusType).
   *
   * @param value as written in JSON
   */
  public record Status(String value) {
    public static final Status COMPLETED = new Status("Completed");
    public static final Status ENROLLED = new Status("Enrolled");
    public static final Status FAILED = new Status("Failed");
    public static final Status IN_PROGRESS = new Status("InProgress");
    public static final Status ON_HOLD = new Status("OnHold");
    public static final Status PROVISIONAL = new Status("Provisional");
    public static final Status WITHDREW = new Status("Withdrew");

    /** Whether the standard lists this word; the list is closed. */
    public boolean isDefined() {
      return List.of(COMPLETED, ENROLLED, FAILED, IN_PROGRESS, ON_HOLD, PROVISIONAL, WITHDREW)
          .contains(this);
    }
  }
}
