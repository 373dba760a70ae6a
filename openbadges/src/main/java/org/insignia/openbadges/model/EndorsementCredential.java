package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
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
    List<JsonObject> proof)
    implements Credential {
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
        CredentialMembers.validFrom(in),
        in.object("credentialSubject", EndorsementSubject::read),
        in.optionalText("description"),
        in.optionalInstant("awardedDate"),
        CredentialMembers.validUntil(in),
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
        CredentialMembers.begin(this, "EndorsementCredential", credentialSubject.toJson())
            .put("awardedDate", awardedDate)
            .put("validUntil", validUntil),
        this);
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
  public static final class Builder extends Credential.Builder<Builder> {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final EndorsementSubject credentialSubject;

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

    @Override
    Builder self() {
      return this;
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
