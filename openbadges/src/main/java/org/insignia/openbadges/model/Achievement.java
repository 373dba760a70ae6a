package org.insignia.openbadges.model;

import java.math.BigDecimal;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * What can be earned: the definition of a badge.
 *
 * @param endorsement signed credentials, kept as they are
 * @param humanCode such as an exam code
 * @param inLanguage BCP 47, in its canonical case ({@code en-GB})
 */
public record Achievement(
    String id,
    String name,
    String description,
    Criteria criteria,
    @Nullable AchievementType achievementType,
    List<Alignment> alignment,
    @Nullable Profile creator,
    @Nullable BigDecimal creditsAvailable,
    List<JsonObject> endorsement,
    List<String> endorsementJwt,
    @Nullable String fieldOfStudy,
    @Nullable String humanCode,
    @Nullable Image image,
    @Nullable String inLanguage,
    List<IdentifierEntry> otherIdentifier,
    List<Related> related,
    List<ResultDescription> resultDescription,
    @Nullable String specialization,
    List<String> tag,
    @Nullable String version) {
  public Achievement {
    alignment = List.copyOf(alignment);
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    otherIdentifier = List.copyOf(otherIdentifier);
    related = List.copyOf(related);
    resultDescription = List.copyOf(resultDescription);
    tag = List.copyOf(tag);
  }

  /** Starts with what every Achievement has. */
  public static Builder of(String id, String name, String description, Criteria criteria) {
    return new Builder(id, name, description, criteria);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static Achievement read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static Achievement read(MemberReader in) {
    return new Achievement(
        in.text("id"),
        in.text("name"),
        in.text("description"),
        in.object("criteria", Criteria::read),
        in.optionalWord("achievementType", AchievementType::new),
        in.objects("alignment", Alignment::read),
        in.optionalObject("creator", Profile::read),
        in.optionalNumber("creditsAvailable"),
        in.jsons("endorsement"),
        in.texts("endorsementJwt"),
        in.optionalText("fieldOfStudy"),
        in.optionalText("humanCode"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalText("inLanguage"),
        in.objects("otherIdentifier", IdentifierEntry::read),
        in.objects("related", Related::read),
        in.objects("resultDescription", ResultDescription::read),
        in.optionalText("specialization"),
        in.texts("tag"),
        in.optionalText("version"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("Achievement")
        .put("name", name)
        .put("description", description)
        .put("criteria", criteria.toJson())
        .put("achievementType", achievementType == null ? null : achievementType.value())
        .putAll("alignment", alignment.stream().map(Alignment::toJson))
        .put("creator", creator == null ? null : creator.toJson())
        .put("creditsAvailable", creditsAvailable)
        .putAll("endorsement", endorsement.stream())
        .putAll("endorsementJwt", endorsementJwt.stream().map(JsonString::new))
        .put("fieldOfStudy", fieldOfStudy)
        .put("humanCode", humanCode)
        .put("image", image == null ? null : image.toJson())
        .put("inLanguage", inLanguage)
        .putAll("otherIdentifier", otherIdentifier.stream().map(IdentifierEntry::toJson))
        .putAll("related", related.stream().map(Related::toJson))
        .putAll("resultDescription", resultDescription.stream().map(ResultDescription::toJson))
        .put("specialization", specialization)
        .putAll("tag", tag.stream().map(JsonString::new))
        .put("version", version)
        .object();
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final String description;
    private final Criteria criteria;
    private @Nullable AchievementType achievementType;
    private List<Alignment> alignment = List.of();
    private @Nullable Profile creator;
    private @Nullable BigDecimal creditsAvailable;
    private List<JsonObject> endorsement = List.of();
    private List<String> endorsementJwt = List.of();
    private @Nullable String fieldOfStudy;
    private @Nullable String humanCode;
    private @Nullable Image image;
    private @Nullable String inLanguage;
    private List<IdentifierEntry> otherIdentifier = List.of();
    private List<Related> related = List.of();
    private List<ResultDescription> resultDescription = List.of();
    private @Nullable String specialization;
    private List<String> tag = List.of();
    private @Nullable String version;

    private Builder(String id, String name, String description, Criteria criteria) {
      this.id = id;
      this.name = name;
      this.description = description;
      this.criteria = criteria;
    }

    public Builder achievementType(AchievementType achievementType) {
      this.achievementType = achievementType;
      return this;
    }

    public Builder alignment(List<Alignment> alignment) {
      this.alignment = alignment;
      return this;
    }

    public Builder creator(Profile creator) {
      this.creator = creator;
      return this;
    }

    public Builder creditsAvailable(BigDecimal creditsAvailable) {
      this.creditsAvailable = creditsAvailable;
      return this;
    }

    public Builder endorsement(List<JsonObject> endorsement) {
      this.endorsement = endorsement;
      return this;
    }

    public Builder endorsementJwt(List<String> endorsementJwt) {
      this.endorsementJwt = endorsementJwt;
      return this;
    }

    public Builder fieldOfStudy(String fieldOfStudy) {
      this.fieldOfStudy = fieldOfStudy;
      return this;
    }

    public Builder humanCode(String humanCode) {
      this.humanCode = humanCode;
      return this;
    }

    public Builder image(Image image) {
      this.image = image;
      return this;
    }

    public Builder inLanguage(String inLanguage) {
      this.inLanguage = inLanguage;
      return this;
    }

    public Builder otherIdentifier(List<IdentifierEntry> otherIdentifier) {
      this.otherIdentifier = otherIdentifier;
      return this;
    }

    public Builder related(List<Related> related) {
      this.related = related;
      return this;
    }

    public Builder resultDescription(List<ResultDescription> resultDescription) {
      this.resultDescription = resultDescription;
      return this;
    }

    public Builder specialization(String specialization) {
      this.specialization = specialization;
      return this;
    }

    public Builder tag(List<String> tag) {
      this.tag = tag;
      return this;
    }

    public Builder version(String version) {
      this.version = version;
      return this;
    }

    public Achievement build() {
      return new Achievement(
          id,
          name,
          description,
          criteria,
          achievementType,
          alignment,
          creator,
          creditsAvailable,
          endorsement,
          endorsementJwt,
          fieldOfStudy,
          humanCode,
          image,
          inLanguage,
          otherIdentifier,
          related,
          resultDescription,
          specialization,
          tag,
          version);
    }
  }
}
