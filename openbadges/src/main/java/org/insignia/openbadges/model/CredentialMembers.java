package org.insignia.openbadges.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/** The members that all kinds of credentials have, read and written. */
final class CredentialMembers {
  private static final String VC = "https://www.w3.org/ns/credentials/v2";
  private static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
  private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
  private static final String EXTENSIONS =
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

  private CredentialMembers() {}

  static Instant validFrom(MemberReader in) {
    return in.has("validFrom") || !in.has("issuanceDate")
        ? in.instant("validFrom")
        : in.instant("issuanceDate");
  }

  static @Nullable Instant validUntil(MemberReader in) {
    return in.has("validUntil")
        ? in.optionalInstant("validUntil")
        : in.optionalInstant("expirationDate");
  }

  /** Writes what a credential begins with, as far as its description. */
  static MemberWriter begin(Credential credential, String type, JsonObject subject) {
    return new MemberWriter()
        .putAll("@context", contexts(credential).stream().map(JsonString::new))
        .put("id", credential.id())
        .types("VerifiableCredential", type)
        .put("name", credential.name())
        .put("issuer", credential.issuer().toReference())
        .put("validFrom", credential.validFrom())
        .put("credentialSubject", (JsonValue) subject)
        .put("description", credential.description());
  }

  /** Writes what a credential ends with, from its evidence on. */
  static JsonObject end(MemberWriter writer, Credential credential) {
    Service refresh = credential.refreshService();
    return writer
        .putAll("evidence", credential.evidence().stream().map(Evidence::toJson))
        .putAll("credentialSchema", credential.credentialSchema().stream().map(Service::toJson))
        .put("credentialStatus", credential.credentialStatus())
        .put("refreshService", refresh == null ? null : refresh.toJson())
        .putAll("termsOfUse", credential.termsOfUse().stream().map(Service::toJson))
        .putAll("proof", credential.proof().stream())
        .object();
  }

  /** In the order that the standards ask for. */
  private static List<String> contexts(Credential credential) {
    var contexts = new ArrayList<>(List.of(VC));
    if (credential instanceof ClrCredential) {
      contexts.add(CLR);
    }
    contexts.add(OB);
    if (needsExtensions(credential)) {
      contexts.add(EXTENSIONS);
    }
    return contexts;
  }

  /** 1EdTech's own types are defined in no other context, and undefined types cannot be signed. */
  private static boolean needsExtensions(Credential credential) {
    Service refresh = credential.refreshService();
    JsonObject status = credential.credentialStatus();
    return credential.credentialSchema().stream().anyMatch(Service::needsExtensions)
        || refresh != null && refresh.needsExtensions()
        || status != null
            && status.list("type").stream()
                .anyMatch(t -> t instanceof JsonString s && s.value().startsWith("1EdTech"));
  }
}
