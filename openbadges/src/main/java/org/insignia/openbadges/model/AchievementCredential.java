package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.jspecify.annotations.Nullable;

/**
 * An Open Badge 3.0: an issuer says that somebody earned an achievement.
 *
 * @param name null only in what others issued
 * @param issuer a profile, or a {@link Profile#reference}
 * @param validFrom written as {@code validFrom}, in VC 1.1 read from {@code issuanceDate}
 * @param credentialStatus for example {@link org.insignia.openbadges.status.StatusEntry#toJson()}
 * @param proof as read; what is signed anew has none
 */
public record AchievementCredential(
    String id,
    @Nullable String name,
    Profile issuer,
    Instant validFrom,
    AchievementSubject credentialSubject,
    @Nullable String description,
    @Nullable Image image,
    @Nullable Instant awardedDate,
    @Nullable Instant validUntil,
    List<JsonObject> endorsement,
    List<String> endorsementJwt,
    List<Evidence> evidence,
    List<Service> credentialSchema,
    @Nullable JsonObject credentialStatus,
    @Nullable Service refreshService,
    List<Service> termsOfUse,
    List<JsonObject> proof)
    implements Credential {
  public AchievementCredential {
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    evidence = List.copyOf(evidence);
    credentialSchema = List.copyOf(credentialSchema);
    termsOfUse = List.copyOf(termsOfUse);
    proof = List.copyOf(proof);
  }

  /** Starts with what every AchievementCredential has. */
  public static Builder of(
      String id,
      String name,
      Profile issuer,
      Instant validFrom,
      AchievementSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static AchievementCredential read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static AchievementCredential read(MemberReader in) {
    return new AchievementCredential(
        in.text("id"),
        in.optionalText("name"),
        Profile.readIssuer(in),
        CredentialMembers.validFrom(in),
        in.object("credentialSubject", AchievementSubject::read),
        in.optionalText("description"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalInstant("awardedDate"),
        CredentialMembers.validUntil(in),
        in.jsons("endorsement"),
        in.texts("endorsementJwt"),
        in.objects("evidence", Evidence::read),
        in.objects("credentialSchema", Service::read),
        in.optionalJson("credentialStatus"),
        in.optionalObject("refreshService", Service::read),
        in.objects("termsOfUse", Service::read),
        in.jsons("proof"));
  }

  @Override
  public JsonObject toJson() {
    return CredentialMembers.end(
        CredentialMembers.begin(this, "OpenBadgeCredential", credentialSubject.toJson())
            .put("image", image == null ? null : image.toJson())
            .put("awardedDate", awardedDate)
            .put("validUntil", validUntil)
            .putAll("endorsement", endorsement.stream())
            .putAll("endorsementJwt", endorsementJwt.stream().map(JsonString::new)),
        this);
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder extends Credential.Builder<Builder> {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final AchievementSubject credentialSubject;
    private @Nullable Image image;
    private List<JsonObject> endorsement = List.of();
    private List<String> endorsementJwt = List.of();

    private Builder(
        String id,
        String name,
        Profile issuer,
        Instant validFrom,
        AchievementSubject credentialSubject) {
      this.id = id;
      this.name = name;
      this.issuer = issuer;
      this.validFrom = validFrom;
      this.credentialSubject = credentialSubject;
    }

    public Builder image(Image image) {
      this.image = image;
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

    @Override
    Builder self() {
      return this;
    }

    public AchievementCredential build() {
      return new AchievementCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          image,
          awardedDate,
          validUntil,
          endorsement,
          endorsementJwt,
          evidence,
          credentialSchema,
          credentialStatus,
          refreshService,
          termsOfUse,
          proof);
    }
  }
}
