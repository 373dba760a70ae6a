package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonLdTest {
  private static final Contexts BUNDLED = Contexts.bundled();
  private static final Contexts CONFORMANCE = Contexts.conformance();

  @Nested
  class Says_what_the_standard_says {
    @ParameterizedTest
    @CsvSource({
      "w3c-vc-di-eddsa/unsigned.json," + " w3c-vc-di-eddsa/eddsa-rdfc-2022/canonDocDataInt.txt",
      "w3c-vc-di-eddsa/eddsa-rdfc-2022/proofConfigDataInt.json,"
          + " w3c-vc-di-eddsa/eddsa-rdfc-2022/proofCanonDataInt.txt",
      "w3c-vc-di-ecdsa/unsigned.json,"
          + " w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/canonDocECDSAP256.txt",
      "w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/proofConfigECDSAP256.json,"
          + " w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/proofCanonECDSAP256.txt"
    })
    void gives_the_published_canonical_form(String document, String canonical) {
      JsonObject read = Json.parseObject(SharedFiles.bytes("standards/" + document));
      assertThat(Canonical.form(read, CONFORMANCE).utf8())
          .isEqualTo(SharedFiles.bytes("standards/" + canonical).utf8());
    }

    @Test
    void reads_a_context_document_as_its_context_for_the_suites_only() {
      String credential =
          """
          {"@context":["https://www.w3.org/ns/credentials/v2",%s],
           "type":["VerifiableCredential"],"issuer":"did:example:i",
           "credentialSubject":{"id":"did:example:s","alumniOf":"A school"}}
          """;
      String terms = "{\"alumniOf\":\"https://example.org/alumniOf\"}";
      JsonObject plain = (JsonObject) Json.parse(credential.formatted(terms));
      JsonObject wrapped =
          (JsonObject) Json.parse(credential.formatted("{\"@context\":" + terms + "}"));
      assertThat(Canonical.form(wrapped, CONFORMANCE))
          .isEqualTo(Canonical.form(plain, CONFORMANCE));
      assertThatThrownBy(() -> Canonical.form(wrapped, BUNDLED))
          .isInstanceOf(MalformedCredential.class);
    }

    @Test
    void agrees_with_an_independent_implementation_on_every_sample() throws Exception {
      int compared = 0;
      for (String folder :
          List.of(
              "1edtech-validator-samples",
              "dcc-fixtures",
              "own",
              "vc-ed-plugfest",
              "vcdm20-inputs",
              "w3c-vc-di-eddsa",
              "w3c-vc-di-ecdsa")) {
        for (Path file : SharedFiles.files("standards/" + folder, ".json")) {
          compared += compare(file) ? 1 : 0;
        }
      }
      assertThat(compared).isGreaterThan(190);
    }

    @Test
    void agrees_with_an_independent_implementation_on_signed_hostile_documents() throws Exception {
      int compared = 0;
      for (Path file : SharedFiles.files("hostile/vc-jcs", ".json")) {
        compared += compare(file) ? 1 : 0;
      }
      assertThat(compared).isGreaterThan(80);
    }

    /** What we refuse is not compared: the other reader drops where we stop. */
    private boolean compare(Path file) throws Exception {
      JsonObject document;
      String ours;
      try {
        document = Json.parseObject(SharedFiles.bytes(file));
        ours = Canonical.form(document, CONFORMANCE).utf8();
      } catch (MalformedCredential e) {
        return false;
      }
      Dataset theirs = OtherReader.toDataset(document, CONFORMANCE);
      assertThat(ours)
          .as(file.toString())
          .isEqualTo(Rdfc10.canonicalize(theirs, WorkBudget.standard()).utf8());
      return true;
    }

    @Test
    void writes_numbers_and_booleans_as_typed_literals() {
      assertThat(
              canonicalOfSubject("\"ext\":[1,-0,1e2,0.1,1e21,true,5e-324,123456789012345680000]"))
          .contains("\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>")
          .contains("\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>")
          .contains("\"100\"^^<http://www.w3.org/2001/XMLSchema#integer>")
          .contains("\"1.0E-1\"^^<http://www.w3.org/2001/XMLSchema#double>")
          .contains("\"1.0E21\"^^<http://www.w3.org/2001/XMLSchema#double>")
          .contains("\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
          .contains("\"4.940656458412465E-324\"^^<http://www.w3.org/2001/XMLSchema#double>")
          .contains("\"123456789012345683968\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    }

    @Test
    void drops_a_text_direction_only_in_the_conformance_profile() {
      JsonObject document =
          badge()
              .with(
                  "description",
                  Json.parse("{\"@value\":\"a\",\"@language\":\"en-GB\",\"@direction\":\"ltr\"}"));
      assertThat(Canonical.form(document, CONFORMANCE).utf8()).contains("\"a\"@en-gb");
      assertRefused(document, "/description/@direction");
    }
  }

  @Nested
  class Refuses_what_a_signature_would_not_cover {
    private static final Set<String> SAYS_THE_SAME =
        Set.of("ok-official-vector.json", "tamper-value.json", "value-object.json");

    static List<Path> mutations() {
      return SharedFiles.files("hostile/vc-rdfc-mutations", ".json");
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void every_mutation_that_leaves_the_statements_alone(Path file) {
      JsonObject document = Json.parseObject(SharedFiles.bytes(file));
      // All use the example vocabulary, which is none of the bundled contexts.
      assertThatThrownBy(() -> JsonLd.toDataset(document, BUNDLED))
          .isInstanceOf(MalformedCredential.class);
      String name = file.getFileName().toString();
      if (SAYS_THE_SAME.contains(name)) {
        assertThat(JsonLd.toDataset(document, CONFORMANCE).quads()).isNotEmpty();
      } else if (!name.startsWith("remap")
          && !name.startsWith("context-replaced")
          && !name.startsWith("propagate")) {
        assertThatThrownBy(() -> JsonLd.toDataset(document, CONFORMANCE))
            .isInstanceOf(MalformedCredential.class);
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/credentialSubject | gpa | \"4.0\"",
          "/credentialSubject | honours | true",
          "/credentialSubject/achievement | level | \"expert\"",
          "/issuer | accreditedBy | \"https://example.org/\"",
          "/credentialSubject | @gpa | \"4.0\"",
          "/credentialSubject | @id | \"did:example:else\"",
          "/credentialSubject | @type | \"Achievement\"",
          "/credentialSubject | @included | [{\"id\":\"urn:x\"}]",
          "/credentialSubject | @graph | []",
          "/credentialSubject | @reverse | {}",
          "/credentialSubject | https://purl.imsglobal.org/spec/vc/ob/vocab.html#role | \"Chair\"",
          "/credentialSubject | role | null",
          "/credentialSubject | role | [[\"Chair\"]]",
          "/credentialSubject | role | {\"@value\":\"Chair\"}",
          "/credentialSubject | role | {\"@value\":\"Chair\",\"@language\":\"en\",\"@type\":\"x:y\"}",
          "/credentialSubject | role | {\"@value\":\"Chair\",\"@index\":\"a\"}",
          "/credentialSubject | role | {\"@list\":[\"Chair\"]}",
          "/credentialSubject | role | {\"@set\":[\"Chair\"]}",
          "/credentialSubject | role | 9007199254740993",
          "/credentialSubject | role | 1e-400",
          "/credentialSubject | image | \"picture.png\"",
          "/credentialSubject | source | {\"id\":\"profile\"}",
          "/credentialSubject | source | {\"id\":\"_:b0\"}",
          "/credentialSubject | source | {\"id\":[\"urn:x\"]}",
          "/credentialSubject | source | {\"id\":\"urn:x y\"}",
          "/credentialSubject | source | {\"id\":\"urn:x> <urn:y\"}",
          "/credentialSubject | source | {\"type\":[\"Unheard\"]}",
          "/credentialSubject | source | {\"type\":7}",
          "/credentialSubject | @context | {\"role\":null}",
          "/credentialSubject | @context | \"https://w3id.org/openbadges/v2\"",
          "/credentialSubject | @context | null",
          "'' | proof | \"https://example.org/proof\"",
          "'' | proof | {\"id\":\"urn:x\"}",
          "'' | proof | null",
          "'' | type | [\"VerifiableCredential\",\"SuperDegree\"]",
          "'' | type | [\"VerifiableCredential\",\"OpenBadgeCredential\","
              + "\"https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement\"]",
          "'' | @context | \"https://example.org/context\"",
          "'' | @context | [\"https://www.w3.org/ns/credentials/v2\",{\"role\":\"urn:x\"}]"
        })
    void a_member_added_to_a_signed_badge(String parent, String name, String value) {
      JsonObject changed =
          changed(badge(), JsonPointer.parse(parent).tokens(), name, Json.parse(value));
      assertThatThrownBy(() -> JsonLd.toDataset(changed, BUNDLED))
          .isInstanceOfSatisfying(
              MalformedCredential.class,
              e -> assertThat(e.pointer()).startsWith(parent + "/" + JsonPointer.escape(name)));
    }

    @Test
    void a_document_without_a_context() {
      assertRefused(badge().without("@context"), "");
    }

    @Test
    void a_poison_graph_in_a_credential() {
      for (String name :
          List.of("credential-clique", "credential-circulant", "context-object-flood")) {
        JsonObject document =
            Json.parseObject(SharedFiles.bytes("hostile/rdf-poison/" + name + ".json"));
        assertThatThrownBy(() -> Canonical.form(document, BUNDLED))
            .isInstanceOf(MalformedCredential.class);
      }
    }

    @Test
    void nesting_that_no_parser_let_through() {
      JsonValue deep = JsonValue.of("x");
      for (int i = 0; i < 200; i++) {
        deep = JsonValue.from(Map.of("source", deep));
      }
      JsonObject document = changed(badge(), List.of("credentialSubject"), "source", deep);
      assertThatThrownBy(() -> JsonLd.toDataset(document, BUNDLED))
          .isInstanceOf(MalformedCredential.class);
    }
  }

  private static JsonObject badge() {
    return Json.parseObject(
        SharedFiles.bytes("standards/own/ob30-signed/full.eddsa-rdfc-2022.json"));
  }

  private static String canonicalOfSubject(String member) {
    var document =
        (JsonObject)
            Json.parse(
                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",{\"ext\":\"urn:ext\"}],"
                    + "\"id\":\"urn:x\","
                    + member
                    + "}");
    return Canonical.form(document, CONFORMANCE).utf8();
  }

  private static void assertRefused(JsonObject document, String pointer) {
    assertThatThrownBy(() -> JsonLd.toDataset(document, BUNDLED))
        .isInstanceOfSatisfying(
            MalformedCredential.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
  }

  private static JsonObject changed(
      JsonObject object, List<String> path, String name, JsonValue value) {
    if (path.isEmpty()) {
      return object.with(name, value);
    }
    JsonObject inner = Objects.requireNonNull(object.object(path.getFirst()));
    JsonObject done = changed(inner, path.subList(1, path.size()), name, value);
    return object.with(path.getFirst(), done);
  }
}
