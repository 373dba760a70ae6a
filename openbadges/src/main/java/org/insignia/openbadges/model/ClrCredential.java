package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.insignia.openbadges.status.StatusEntry;
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
    List<JsonObject> proof) {
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
        CredentialDates.validFrom(in),
        in.object("credentialSubject", ClrSubject::read),
        in.optionalText("description"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalFlag("partial"),
        in.optionalInstant("awardedDate"),
        CredentialDates.validUntil(in),
        in.jsons("endorsement"),
        in.texts("endorsementJwt"),
        in.objects("evidence", Evidence::read),
        in.objects("credentialSchema", Service::read),
        in.optionalJson("credentialStatus"),
        in.optionalObject("refreshService", Service::read),
        in.objects("termsOfUse", Service::read),
        in.jsons("proof"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .putAll("@context", CredentialContexts.clr(needsExtensions()))
        .put("id", id)
        .types("VerifiableCredential", "ClrCredential")
        .put("name", name)
        .put("issuer", issuer.toReference())
        .put("validFrom", validFrom)
        .put("credentialSubject", credentialSubject.toJson())
        .put("description", description)
        .put("image", image == null ? null : image.toJson())
        .put("partial", partial)
        .put("awardedDate", awardedDate)
        .put("validUntil", validUntil)
        .putAll("endorsement", endorsement.stream())
        .putAll("endorsementJwt", endorsementJwt.stream().map(JsonString::new))
        .putAll("evidence", evidence.stream().map(Evidence::toJson))
        .putAll("credentialSchema", credentialSchema.stream().map(Service::toJson))
        .put("credentialStatus", credentialStatus)
        .put("refreshService", refreshService == null ? null : refreshService.toJson())
        .putAll("termsOfUse", termsOfUse.stream().map(Service::toJson))
        .putAll("proof", proof.stream())
        .object();
  }

  private boolean needsExtensions() {
    return CredentialContexts.needsExtensions(credentialSchema, refreshService, credentialStatus);
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final ClrSubject credentialSubject;
    private @Nullable String description;
    private @Nullable Image image;
    private @Nullable Boolean partial;
    private @Nullable Instant awardedDate;
    private @Nullable Instant validUntil;
    private List<JsonObject> endorsement = List.of();
    private List<String> endorsementJwt = List.of();
    private List<Evidence> evidence = List.of();
    private List<Service> credentialSchema = List.of();
    private @Nullable JsonObject credentialStatus;
    private @Nullable Service refreshService;
    private List<Service> termsOfUse = List.of();
    private List<JsonObject> proof = List.of();

    private Builder(
        String id, String name, Profile issuer, Instant validFrom, ClrSubject credentialSubject) {
      this.id = id;
      this.name = name;
      this.issuer = issuer;
      this.validFrom = validFrom;
      this.credentialSubject = credentialSubject;
    }

    public Builder description(String description) {
      this.description = description;
      return this;
    }

    public Builder image(Image image) {
      this.image = image;
      return this;
    }

    public Builder partial(Boolean partial) {
      this.partial = partial;
      return this;
    }

    public Builder awardedDate(Instant awardedDate) {
      this.awardedDate = awardedDate;
      return this;
    }

    public Builder validUntil(Instant validUntil) {
      this.validUntil = validUntil;
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

    public Builder evidence(List<Evidence> evidence) {
      this.evidence = evidence;
      return this;
    }

    public Builder credentialSchema(List<Service> credentialSchema) {
      this.credentialSchema = credentialSchema;
      return this;
    }

    public Builder credentialStatus(JsonObject credentialStatus) {
      this.credentialStatus = credentialStatus;
      return this;
    }

    public Builder refreshService(Service refreshService) {
      this.refreshService = refreshService;
      return this;
    }

    public Builder termsOfUse(List<Service> termsOfUse) {
      this.termsOfUse = termsOfUse;
      return this;
    }

    public Builder proof(List<JsonObject> proof) {
      this.proof = proof;
      return this;
    }

    /** A place in a status list. */
    public Builder credentialStatus(StatusEntry entry) {
      return credentialStatus(entry.toJson());
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
