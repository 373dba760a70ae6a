package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the public validator checks beyond the schema, in the order in which it does. */
class ConformanceTest {
  private static final String SCHEMA = "https://issuer.example/schema.json";
  private static final String OF_1EDTECH =
      "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
  private static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));

  private final Set<String> asked = new HashSet<>();

  @Test
  void a_badge_that_keeps_to_its_own_schema_conforms() {
    Report report = withSchema(SCHEMA, "{\"required\":[\"validUntil\"]}");
    assertThat(report.conformant()).isFalse();
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(withSchema(SCHEMA, "{\"required\":[\"validFrom\"]}").conformant()).isTrue();
    assertThat(asked).containsExactly(SCHEMA);
  }

  @Test
  void the_schema_of_the_standard_is_known_and_not_asked_for() {
    assertThat(withSchema(OF_1EDTECH, "{\"not\":{}}").conformant()).isTrue();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"unevaluatedItems\":false}", "not JSON", "{\"pattern\":\"(\"}", "''"})
  void a_schema_that_cannot_be_used_leaves_conformance_open_and_the_verdict_as_it_is(String text) {
    Report report = withSchema(SCHEMA, text);
    assertThat(report.conformant()).isNull();
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings())
        .anyMatch(
            f -> f instanceof Finding.Unchecked open && open.reason() == Reason.SCHEMA_UNAVAILABLE);
  }

  @Test
  void a_schema_is_not_asked_for_what_is_not_authentic() {
    JsonObject badge = schema(SCHEMA);
    JsonObject forged = signed(badge).with("name", JsonValue.of("Changed"));
    verify(forged, Map.of(SCHEMA, "{}"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/issuer,'{\"id\":\"ISSUER\",\"type\":\"Organization\"}',/issuer/type",
    "/evidence,'[{\"type\":\"Badge\"}]',/evidence/0/type",
    "/credentialSubject/identifier,'{\"type\":\"Profile\",\"hashed\":false,\"identityHash\":\"a\",\"identityType\":\"name\"}',/credentialSubject/identifier/type",
    "/credentialSubject/result,'{\"type\":\"Badge\",\"value\":\"1\"}',/credentialSubject/result/type",
    "/credentialSubject/source,'{\"id\":\"urn:uuid:1\",\"type\":\"Badge\"}',/credentialSubject/source/type",
    "/credentialSubject/achievement/criteria,'{}',/credentialSubject/achievement/criteria"
  })
  void each_part_has_the_type_of_its_class(String pointer, String part, String complaint) {
    String issuer = DidKey.did(KEY.publicKey());
    JsonValue value = Json.parse(part.replace("ISSUER", issuer));
    JsonObject badge = put(VerifierTest.badge(), List.of(pointer.substring(1).split("/")), value);
    Report report = verify(badge, Map.of());
    assertThat(report.conformant()).as("%s", report.findings()).isFalse();
    assertThat(report.findings())
        .anyMatch(f -> f.step() == Step.CONFORMANCE && f.detail().startsWith(complaint));
  }

  private static JsonObject put(JsonObject object, List<String> path, JsonValue value) {
    String name = path.getFirst();
    return path.size() == 1
        ? object.with(name, value)
        : object.with(name, put(object.object(name), path.subList(1, path.size()), value));
  }

  private Report withSchema(String url, String text) {
    return verify(signed(schema(url)), Map.of(url, text));
  }

  private static JsonObject schema(String url) {
    JsonObject badge = VerifierTest.badge();
    var contexts = new java.util.ArrayList<>(badge.list("@context"));
    contexts.add(JsonValue.of("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
    return badge
        .with("@context", new JsonValue.JsonArray(contexts))
        .with(
            "credentialSchema",
            JsonValue.from(List.of(Map.of("id", url, "type", "1EdTechJsonSchemaValidator2019"))));
  }

  private static JsonObject signed(JsonObject badge) {
    return DataIntegrity.sign(
        badge,
        KEY,
        ProofOptions.assertion(
            Cryptosuite.EDDSA_RDFC_2022,
            DidKey.verificationMethod(KEY.publicKey()),
            Instant.parse("2026-02-01T00:00:00Z")));
  }

  private Report verify(JsonObject badge, Map<String, String> web) {
    Map<String, Bytes> bytes = new HashMap<>();
    web.forEach((url, text) -> bytes.put(url, Bytes.utf8(text)));
    return Verdicts.online(
        Bytes.utf8(Json.write(badge)), Set.of(DidKey.did(KEY.publicKey())), bytes, asked);
  }
}
