package org.insignia.server.api.wallet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * What the issuer says of itself to wallets. There is no deferred issuing and no encryption of
 * answers, so nothing is said of them.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#name-credential-issuer-metadata">OpenID4VCI
 *     1.0</a>
 */
@Component
final class IssuerMetadata {
  static final String WELL_KNOWN = "/.well-known/openid-credential-issuer";
  static final String CREDENTIAL = "/openid4vci/credential";
  static final String NONCE = "/openid4vci/nonce";
  static final String NOTIFICATION = "/openid4vci/notification";

  /** To how many keys of a wallet one request may bind a badge. */
  static final int BATCH = 10;

  private static final List<String> BINDING = List.of("did:key", "did:jwk", "jwk");
  private static final List<String> PROOF_ALGORITHMS = List.of("EdDSA", "Ed25519", "ES256");
  private static final List<String> TYPES = List.of("VerifiableCredential", "OpenBadgeCredential");
  private static final List<String> CONTEXTS =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  private final Settings settings;
  private final Texts texts;

  IssuerMetadata(Settings settings, Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  /** The identifier of the credential issuer: what proofs are made for. */
  String issuer() {
    return settings.baseUrl().toString();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("credential_issuer", issuer());
    json.put("authorization_servers", List.of(issuer()));
    json.put("credential_endpoint", settings.url(CREDENTIAL).toString());
    json.put("nonce_endpoint", settings.url(NONCE).toString());
    json.put("notification_endpoint", settings.url(NOTIFICATION).toString());
    json.put("batch_credential_issuance", Map.of("batch_size", BATCH));
    json.put("display", List.of(Map.of("name", settings.organisation())));
    Map<String, Object> configurations = new LinkedHashMap<>();
    Stream.of(Configuration.values()).forEach(c -> configurations.put(c.id(), json(c)));
    json.put("credential_configurations_supported", configurations);
    return json;
  }

  private Map<String, Object> json(Configuration configuration) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", configuration.form().word());
    json.put("scope", Configuration.SCOPE);
    json.put("cryptographic_binding_methods_supported", BINDING);
    Map<String, Object> definition = new LinkedHashMap<>();
    switch (configuration) {
      case LDP_VC -> {
        json.put("credential_signing_alg_values_supported", List.of("eddsa-rdfc-2022"));
        definition.put("@context", CONTEXTS);
      }
      case JWT_VC_JSON -> json.put("credential_signing_alg_values_supported", List.of("EdDSA"));
    }
    definition.put("type", TYPES);
    json.put("credential_definition", definition);
    json.put(
        "proof_types_supported",
        Map.of("jwt", Map.of("proof_signing_alg_values_supported", PROOF_ALGORITHMS)));
    json.put("display", display("wallet.metadata.badge")); // where drafts up to 15 look for it
    json.put(
        "credential_metadata",
        Map.of("display", display("wallet.metadata.badge"), "claims", claims()));
    return json;
  }

  private List<Object> claims() {
    return List.of(
        claim("wallet.metadata.name", "credentialSubject", "achievement", "name"),
        claim("wallet.metadata.description", "credentialSubject", "achievement", "description"),
        claim(
            "wallet.metadata.criteria",
            "credentialSubject",
            "achievement",
            "criteria",
            "narrative"),
        claim("wallet.metadata.awarded", "awardedDate"));
  }

  private Map<String, Object> claim(String key, String... path) {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("path", List.of(path));
    claim.put("display", display(key));
    return claim;
  }

  private List<Map<String, Object>> display(String key) {
    var display = new ArrayList<Map<String, Object>>();
    for (Language language : Language.values()) {
      display.add(Map.of("name", texts.text(language, key), "locale", language.tag()));
    }
    return display;
  }
}
