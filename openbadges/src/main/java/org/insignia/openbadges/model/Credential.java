package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.status.StatusEntry;
import org.jspecify.annotations.Nullable;

/** A credential of Open Badges 3.0 or CLR 2.0: what the kinds have in common. */
public sealed interface Credential
    permits AchievementCredential, ClrCredential, EndorsementCredential {
  String id();

  @Nullable String name();

  Profile issuer();

  Instant validFrom();

  @Nullable String description();

  @Nullable Instant awardedDate();

  @Nullable Instant validUntil();

  List<Evidence> evidence();

  List<Service> credentialSchema();

  @Nullable JsonObject credentialStatus();

  @Nullable Service refreshService();

  List<Service> termsOfUse();

  List<JsonObject> proof();

  /** As it stands in JSON. */
  JsonObject toJson();

  /**
   * Collects what every kind of credential may have; each call replaces what was set before.
   *
   * @param <B> the builder of the kind
   */
  abstract sealed class Builder<B extends Builder<B>>
      permits AchievementCredential.Builder, ClrCredential.Builder, EndorsementCredential.Builder {
    @Nullable String description;
    @Nullable Instant awardedDate;
    @Nullable Instant validUntil;
    List<Evidence> evidence = List.of();
    List<Service> credentialSchema = List.of();
    @Nullable JsonObject credentialStatus;
    @Nullable Service refreshService;
    List<Service> termsOfUse = List.of();
    List<JsonObject> proof = List.of();

    Builder() {}

    abstract B self();

    public final B description(String description) {
      this.description = description;
      return self();
    }

    public final B awardedDate(Instant awardedDate) {
      this.awardedDate = awardedDate;
      return self();
    }

    public final B validUntil(Instant validUntil) {
      this.validUntil = validUntil;
      return self();
    }

    public final B evidence(List<Evidence> evidence) {
      this.evidence = evidence;
      return self();
    }

    public final B credentialSchema(List<Service> credentialSchema) {
      this.credentialSchema = credentialSchema;
      return self();
    }

    public final B credentialStatus(JsonObject credentialStatus) {
      this.credentialStatus = credentialStatus;
      return self();
    }

    /** A place in a status list. */
    public final B credentialStatus(StatusEntry entry) {
      return credentialStatus(entry.toJson());
    }

    public final B refreshService(Service refreshService) {
      this.refreshService = refreshService;
      return self();
    }

    public final B termsOfUse(List<Service> termsOfUse) {
      this.termsOfUse = termsOfUse;
      return self();
    }

    public final B proof(List<JsonObject> proof) {
      this.proof = proof;
      return self();
    }
  }
}
