package org.insignia.openbadges.datamodel;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Contexts;

/**
 * The members that every verifiable credential has, of the data model 1.1 or 2.0.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-data-model-2.0-20250515/#basic-concepts">VC Data
 *     Model 2.0</a>
 */
public final class CredentialModel {
  private static final JsonString VERSION_1 =
      JsonValue.of("https://www.w3.org/2018/credentials/v1");

  private CredentialModel() {}

  /** What is wrong with a credential, signed or not; empty where nothing is. */
  public static List<MalformedCredential> problems(JsonObject credential, Contexts contexts) {
    var model = new ModelRules(credential);
    model.baseContext();
    model.types("VerifiableCredential");
    model.id("", credential);
    model.issuer();
    dates(credential, model);
    subjects(credential, model);
    for (String name : List.of("credentialStatus", "refreshService", "termsOfUse", "evidence")) {
      model.typed(name, false);
    }
    model.typed("credentialSchema", true);
    model.language("name");
    model.language("description");
    model.relatedResources(contexts);
    return List.copyOf(model.problems());
  }

  private static void dates(JsonObject credential, ModelRules model) {
    for (String name : List.of("validFrom", "validUntil", "issuanceDate", "expirationDate")) {
      switch (credential.get(name)) {
        case null -> {}
        case JsonString s -> model.date(name, s.value());
        default -> model.problem("/" + name, "not a text");
      }
    }
    List<JsonValue> contexts = credential.list("@context");
    if (!contexts.isEmpty()
        && contexts.getFirst().equals(VERSION_1)
        && credential.get("issuanceDate") == null
        && credential.get("validFrom") == null) {
      model.problem("/issuanceDate", "missing");
    }
  }

  private static void subjects(JsonObject credential, ModelRules model) {
    List<JsonValue> all =
        switch (credential.get("credentialSubject")) {
          case null -> List.of();
          case JsonArray a -> a.elements();
          case JsonValue v -> List.of(v);
        };
    if (all.isEmpty()) {
      model.problem("/credentialSubject", "missing");
    }
    for (JsonValue each : all) {
      if (!(each instanceof JsonObject subject) || subject.members().isEmpty()) {
        model.problem("/credentialSubject", "not an object with members");
      } else {
        model.id("/credentialSubject", subject);
      }
    }
  }
}
