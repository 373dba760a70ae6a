package org.insignia.openbadges.model;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/** A node of a framework (skill, competency, credential) that this corresponds to. */
public record Alignment(
    String targetName,
    String targetUrl,
    @Nullable String targetCode,
    @Nullable String targetDescription,
    @Nullable String targetFramework,
    @Nullable TargetType targetType) {
  /** An alignment with its two required members. */
  public static Alignment of(String targetName, String targetUrl) {
    return new Alignment(targetName, targetUrl, null, null, null, null);
  }

  static Alignment read(MemberReader in) {
    return new Alignment(
        in.text("targetName"),
        in.text("targetUrl"),
        in.optionalText("targetCode"),
        in.optionalText("targetDescription"),
        in.optionalText("targetFramework"),
        in.optionalWord("targetType", TargetType::new));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .types("Alignment")
        .put("targetName", targetName)
        .put("targetUrl", targetUrl)
        .put("targetCode", targetCode)
        .put("targetDescription", targetDescription)
        .put("targetFramework", targetFramework)
        .put("targetType", targetType == null ? null : targetType.value())
        .object();
  }

  /**
   * What an alignment points at (OB 3.0, AlignmentTargetType). The list is open: an issuer may
   * write {@code ext:} and a word of its own.
   *
   * @param value as written in JSON; reading takes any word, {@link #isDefined()} judges it
   */
  public record TargetType(String value) {
    public static final TargetType CEASN_COMPETENCY = new TargetType("ceasn:Competency");
    public static final TargetType CETERMS_CREDENTIAL = new TargetType("ceterms:Credential");
    public static final TargetType CFITEM = new TargetType("CFItem");
    public static final TargetType CFRUBRIC = new TargetType("CFRubric");
    public static final TargetType CFRUBRIC_CRITERION = new TargetType("CFRubricCriterion");
    public static final TargetType CFRUBRIC_CRITERION_LEVEL =
        new TargetType("CFRubricCriterionLevel");
    public static final TargetType CTDL = new TargetType("CTDL");

    private static final List<String> DEFINED =
        List.of(
            "ceasn:Competency",
            "ceterms:Credential",
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL");

    /** Whether the standard lists this word, or it is marked as an extension. */
    public boolean isDefined() {
      return DEFINED.contains(value) || value.startsWith("ext:");
    }
  }
}
