package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.insignia.openbadges.status.StatusEntry;
import org.jspecify.annotations.Nullable;

/**
 * Somebody speaks for a profile, an achievement or a credential (OB 3.0).
 *
 * @param name null only in what others issued
 * @param issuer a profile, or a {@link Profile#reference}
 * @param validFrom written as {@code validFrom}, in VC 1.1 read from {@code issuanceDate}
 * @param credentialStatus for example {@link org.insignia.openbadges.status.StatusEntry#toJson()}
 * @param proof as read; what is signed anew has none
 */
public record EndorsementCredential(
    String id,
    @Nullable String name,
    Profile issuer,
    Instant validFrom,
    EndorsementSubject credentialSubject,
    @Nullable String description,
    @Nullable Instant awardedDate,
    @Nullable Instant validUntil,
    List<Evidence> evidence,
    List<Service> credentialSchema,
    @Nullable JsonObject credentialStatus,
    @Nullable Service refreshService,
    List<Service> termsOfUse,
    List<JsonObject> proof) {
  public EndorsementCredential {
    evidence = List.copyOf(evidence);
    credentialSchema = List.copyOf(credentialSchema);
    termsOfUse = List.copyOf(termsOfUse);
    proof = List.copyOf(proof);
  }

  /** Starts with what every EndorsementCredential has. */
  public static Builder of(
      String id,
      String name,
      Profile issuer,
      Instant validFrom,
      EndorsementSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static EndorsementCredential read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static EndorsementCredential read(MemberReader in) {
    return new EndorsementCredential(
        in.text("id"),
        in.optionalText("name"),
        Profile.readIssuer(in),
        CredentialDates.validFrom(in),
        in.object("credentialSubject", EndorsementSubject::read),
        in.optionalText("description"),
        in.optionalInstant("awardedDate"),
        CredentialDates.validUntil(in),
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
        .putAll("@context", CredentialContexts.openBadge(needsExtensions()))
        .put("id", id)
        .types("VerifiableCredential", "EndorsementCredential")
        .put("name", name)
        .put("issuer", issuer.toReference())
        .put("validFrom", validFrom)
        .put("credentialSubject", credentialSubject.toJson())
        .put("description", description)
        .put("awardedDate", awardedDate)
        .put("validUntil", validUntil)
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

  /**
   * What is endorsed and why.
   *
   * @param id of the endorsed thing
   * @param endorsementComment Markdown
   */
  public record EndorsementSubject(String id, @Nullable String endorsementComment) {
    static EndorsementSubject read(MemberReader in) {
      return new EndorsementSubject(in.text("id"), in.optionalText("endorsementComment"));
    }

    /** As it stands in JSON. */
    public JsonObject toJson() {
      return new MemberWriter()
          .put("id", id)
          .types("EndorsementSubject")
          .put("endorsementComment", endorsementComment)
          .object();
    }
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final EndorsementSubject credentialSubject;
    private @Nullable String description;
    private @Nullable Instant awardedDate;
    private @Nullable Instant validUntil;
    private List<Evidence> evidence = List.of();
    private List<Service> credentialSchema = List.of();
    private @Nullable JsonObject credentialStatus;
    private @Nullable Service refreshService;
    private List<Service> termsOfUse = List.of();
    private List<JsonObject> proof = List.of();

    private Builder(
        String id,
        String name,
        Profile issuer,
        Instant validFrom,
        EndorsementSubject credentialSubject) {
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

    public Builder awardedDate(Instant awardedDate) {
      this.awardedDate = awardedDate;
      return this;
    }

    public Builder validUntil(Instant validUntil) {
      this.validUntil = validUntil;
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

    public EndorsementCredential build() {
      return new EndorsementCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          awardedDate,
          validUntil,
          evidence,
          credentialSchema,
          credentialStatus,
          refreshService,
          termsOfUse,
          proof);
    }
  }
}
