package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.jspecify.annotations.Nullable;

/**
 * A Comprehensive Learner Record 2.0: a transcript of signed credentials.
 *
 * @param name null only in what others issued
 * @param issuer a profile, or a {@link Profile#reference}
 * @param validFrom written as {@code validFrom}, in VC 1.1 read from {@code issuanceDate}
 * @param credentialStatus for example {@link org.insignia.openbadges.status.StatusEntry#toJson()}
 * @param proof as read; what is signed anew has none
 * @param partial whether the issuer left things out
 */
public record ClrCredential(
    String id,
    @Nullable String name,
    Profile issuer,
    Instant validFrom,
    ClrSubject credentialSubject,
    @Nullable String description,
    @Nullable Image image,
    @Nullable Boolean partial,
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
  public ClrCredential {
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    evidence = List.copyOf(evidence);
    credentialSchema = List.copyOf(credentialSchema);
    termsOfUse = List.copyOf(termsOfUse);
    proof = List.copyOf(proof);
  }

  /** Starts with what every ClrCredential has. */
  public static Builder of(
      String id, String name, Profile issuer, Instant validFrom, ClrSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static ClrCredential read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static ClrCredential read(MemberReader in) {
    return new ClrCredential(
        in.text("id"),
        in.optionalText("name"),
        Profile.readIssuer(in),
        CredentialMembers.validFrom(in),
        in.object("credentialSubject", ClrSubject::read),
        in.optionalText("description"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalFlag("partial"),
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
        CredentialMembers.begin(this, "ClrCredential", credentialSubject.toJson())
            .put("image", image == null ? null : image.toJson())
            .put("partial", partial)
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
    private final ClrSubject credentialSubject;
    private @Nullable Image image;
    private @Nullable Boolean partial;
    private List<JsonObject> endorsement = List.of();
    private List<String> endorsementJwt = List.of();

    private Builder(
        String id, String name, Profile issuer, Instant validFrom, ClrSubject credentialSubject) {
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

    public Builder partial(Boolean partial) {
      this.partial = partial;
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

    public ClrCredential build() {
      return new ClrCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          image,
          partial,
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
