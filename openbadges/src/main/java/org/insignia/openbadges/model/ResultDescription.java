package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * A result that an achievement may have.
 *
 * @param allowedValue from worst to best
 * @param requiredLevel id of a rubric level
 */
public record ResultDescription(
    String id,
    String name,
    ResultType resultType,
    List<Alignment> alignment,
    List<String> allowedValue,
    @Nullable String requiredLevel,
    @Nullable String requiredValue,
    List<RubricCriterionLevel> rubricCriterionLevel,
    @Nullable String valueMin,
    @Nullable String valueMax) {
  public ResultDescription {
    alignment = List.copyOf(alignment);
    allowedValue = List.copyOf(allowedValue);
    rubricCriterionLevel = List.copyOf(rubricCriterionLevel);
  }

  /** Starts with what every ResultDescription has. */
  public static Builder of(String id, String name, ResultType resultType) {
    return new Builder(id, name, resultType);
  }

  static ResultDescription read(MemberReader in) {
    return new ResultDescription(
        in.text("id"),
        in.text("name"),
        new ResultType(in.text("resultType")),
        in.objects("alignment", Alignment::read),
        in.texts("allowedValue"),
        in.optionalText("requiredLevel"),
        in.optionalText("requiredValue"),
        in.objects("rubricCriterionLevel", RubricCriterionLevel::read),
        in.optionalText("valueMin"),
        in.optionalText("valueMax"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("ResultDescription")
        .put("name", name)
        .put("resultType", resultType.value())
        .putAll("alignment", alignment.stream().map(Alignment::toJson))
        .putAll("allowedValue", allowedValue.stream().map(JsonString::new))
        .put("requiredLevel", requiredLevel)
        .put("requiredValue", requiredValue)
        .putAll(
            "rubricCriterionLevel", rubricCriterionLevel.stream().map(RubricCriterionLevel::toJson))
        .put("valueMin", valueMin)
        .put("valueMax", valueMax)
        .object();
  }

  /**
   * What a result measures (OB 3.0, ResultType). The list is open: an issuer may write {@code ext:}
   * and a word of its own.
   *
   * @param value as written in JSON; reading takes any word, {@link #isDefined()} judges it
   */
  public record ResultType(String value) {
    public static final ResultType GRADE_POINT_AVERAGE = new ResultType("GradePointAverage");
    public static final ResultType LETTER_GRADE = new ResultType("LetterGrade");
    public static final ResultType PERCENT = new ResultType("Percent");
    public static final ResultType PERFORMANCE_LEVEL = new ResultType("PerformanceLevel");
    public static final ResultType PREDICTED_SCORE = new ResultType("PredictedScore");
    public static final ResultType RAW_SCORE = new ResultType("RawScore");
    public static final ResultType RESULT = new ResultType("Result");
    public static final ResultType RUBRIC_CRITERION = new ResultType("RubricCriterion");
    public static final ResultType RUBRIC_CRITERION_LEVEL = new ResultType("RubricCriterionLevel");
    public static final ResultType RUBRIC_SCORE = new ResultType("RubricScore");
    public static final ResultType SCALED_SCORE = new ResultType("ScaledScore");
    public static final ResultType STATUS = new ResultType("Status");

    private static final List<String> DEFINED =
        List.of(
            "GradePointAverage",
            "LetterGrade",
            "Percent",
            "PerformanceLevel",
            "PredictedScore",
            "RawScore",
            "Result",
            "RubricCriterion",
            "RubricCriterionLevel",
            "RubricScore",
            "ScaledScore",
            "Status");

    /** Whether the standard lists this word, or it is marked as an extension. */
    public boolean isDefined() {
      return DEFINED.contains(value) || value.startsWith("ext:");
    }
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final ResultType resultType;
    private List<Alignment> alignment = List.of();
    private List<String> allowedValue = List.of();
    private @Nullable String requiredLevel;
    private @Nullable String requiredValue;
    private List<RubricCriterionLevel> rubricCriterionLevel = List.of();
    private @Nullable String valueMin;
    private @Nullable String valueMax;

    private Builder(String id, String name, ResultType resultType) {
      this.id = id;
      this.name = name;
      this.resultType = resultType;
    }

    public Builder alignment(List<Alignment> alignment) {
      this.alignment = alignment;
      return this;
    }

    public Builder allowedValue(List<String> allowedValue) {
      this.allowedValue = allowedValue;
      return this;
    }

    public Builder requiredLevel(String requiredLevel) {
      this.requiredLevel = requiredLevel;
      return this;
    }

    public Builder requiredValue(String requiredValue) {
      this.requiredValue = requiredValue;
      return this;
    }

    public Builder rubricCriterionLevel(List<RubricCriterionLevel> rubricCriterionLevel) {
      this.rubricCriterionLevel = rubricCriterionLevel;
      return this;
    }

    public Builder valueMin(String valueMin) {
      this.valueMin = valueMin;
      return this;
    }

    public Builder valueMax(String valueMax) {
      this.valueMax = valueMax;
      return this;
    }

    public ResultDescription build() {
      return new ResultDescription(
          id,
          name,
          resultType,
          alignment,
          allowedValue,
          requiredLevel,
          requiredValue,
          rubricCriterionLevel,
          valueMin,
          valueMax);
    }
  }
}
