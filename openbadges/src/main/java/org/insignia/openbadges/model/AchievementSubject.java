package org.insignia.openbadges.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * Who earned an achievement, and how.
 *
 * @param id DID or other URI of the earner; either this or an identifier is needed
 * @param narrative Markdown
 */
public record AchievementSubject(
    @Nullable String id,
    List<IdentityObject> identifier,
    Achievement achievement,
    @Nullable Instant activityStartDate,
    @Nullable Instant activityEndDate,
    @Nullable BigDecimal creditsEarned,
    @Nullable Image image,
    @Nullable String licenseNumber,
    @Nullable String narrative,
    List<Result> result,
    @Nullable String role,
    @Nullable Profile source,
    @Nullable String term) {
  public AchievementSubject {
    identifier = List.copyOf(identifier);
    result = List.copyOf(result);
  }

  /** Starts with what every AchievementSubject has. */
  public static Builder of(Achievement achievement) {
    return new Builder(achievement);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static AchievementSubject read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static AchievementSubject read(MemberReader in) {
    return new AchievementSubject(
        in.optionalText("id"),
        in.objects("identifier", IdentityObject::read),
        in.object("achievement", Achievement::read),
        in.optionalInstant("activityStartDate"),
        in.optionalInstant("activityEndDate"),
        in.optionalNumber("creditsEarned"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalText("licenseNumber"),
        in.optionalText("narrative"),
        in.objects("result", Result::read),
        in.optionalText("role"),
        in.optionalObject("source", Profile::read),
        in.optionalText("term"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("AchievementSubject")
        .putAll("identifier", identifier.stream().map(IdentityObject::toJson))
        .put("achievement", achievement.toJson())
        .put("activityStartDate", activityStartDate)
        .put("activityEndDate", activityEndDate)
        .put("creditsEarned", creditsEarned)
        .put("image", image == null ? null : image.toJson())
        .put("licenseNumber", licenseNumber)
        .put("narrative", narrative)
        .putAll("result", result.stream().map(Result::toJson))
        .put("role", role)
        .put("source", source == null ? null : source.toJson())
        .put("term", term)
        .object();
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private @Nullable String id;
    private List<IdentityObject> identifier = List.of();
    private final Achievement achievement;
    private @Nullable Instant activityStartDate;
    private @Nullable Instant activityEndDate;
    private @Nullable BigDecimal creditsEarned;
    private @Nullable Image image;
    private @Nullable String licenseNumber;
    private @Nullable String narrative;
    private List<Result> result = List.of();
    private @Nullable String role;
    private @Nullable Profile source;
    private @Nullable String term;

    private Builder(Achievement achievement) {
      this.achievement = achievement;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder identifier(List<IdentityObject> identifier) {
      this.identifier = identifier;
      return this;
    }

    public Builder activityStartDate(Instant activityStartDate) {
      this.activityStartDate = activityStartDate;
      return this;
    }

    public Builder activityEndDate(Instant activityEndDate) {
      this.activityEndDate = activityEndDate;
      return this;
    }

    public Builder creditsEarned(BigDecimal creditsEarned) {
      this.creditsEarned = creditsEarned;
      return this;
    }

    public Builder image(Image image) {
      this.image = image;
      return this;
    }

    public Builder licenseNumber(String licenseNumber) {
      this.licenseNumber = licenseNumber;
      return this;
    }

    public Builder narrative(String narrative) {
      this.narrative = narrative;
      return this;
    }

    public Builder result(List<Result> result) {
      this.result = result;
      return this;
    }

    public Builder role(String role) {
      this.role = role;
      return this;
    }

    public Builder source(Profile source) {
      this.source = source;
      return this;
    }

    public Builder term(String term) {
      this.term = term;
      return this;
    }

    public AchievementSubject build() {
      return new AchievementSubject(
          id,
          identifier,
          achievement,
          activityStartDate,
          activityEndDate,
          creditsEarned,
          image,
          licenseNumber,
          narrative,
          result,
          role,
          source,
          term);
    }
  }
}
