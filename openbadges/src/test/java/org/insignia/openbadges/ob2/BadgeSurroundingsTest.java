package org.insignia.openbadges.ob2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who speaks for a badge, what is added to it, and where it may be hosted. */
class BadgeSurroundingsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant DAY = Instant.parse("2026-01-31T10:00:00Z");
  private static final String ISSUER = "https://issuer.example/profile";
  private static final String CLASS = "https://issuer.example/class";
  private static final String BADGE = "https://issuer.example/badges/1";
  private static final String SPEAKER = "https://speaker.example/profile";
  private static final String WORD = "https://speaker.example/words/1";

  private final Map<String, String> web = new HashMap<>();

  BadgeSurroundingsTest() {
    put(Profile.of(ISSUER, "Issuer", "https://issuer.example", "a@issuer.example").toJson());
    put(Profile.of(SPEAKER, "Speaker", "https://speaker.example", "a@b.example").toJson());
    put(
        BadgeClass.of(CLASS, "Cloud", "About clouds", "https://issuer.example/i.png", ISSUER)
            .withCriteria("https://issuer.example/criteria", null)
            .toJson());
    put(badge());
  }

  private static JsonObject badge() {
    var recipient = Recipient.hashedEmail("ada@example.org", "salt");
    return Assertion.of(BADGE, recipient, CLASS, Verification.hosted(), DAY).toJson();
  }

  private void put(JsonObject document) {
    web.put(String.valueOf(document.string("id")), Json.write(document));
  }

  private JsonObject at(String url) {
    return (JsonObject) Json.parse(web.get(url));
  }

  private Report verify() {
    return new Verifier(
            VerifierOptions.online(url -> {
              String found = web.get(url.toString());
              return found == null
                  ? new Loaded.Gone(404)
                  : new Loaded.Document(Bytes.utf8(found), "application/json", url);
            }))
        .verify(Bytes.utf8(web.get(BADGE)), NOW, Set.of(ISSUER, SPEAKER));
  }

  private static List<Finding> findings(Report report, Step step) {
    return report.findings().stream().filter(f -> f.step() == step).toList();
  }

  @Nested
  @DisplayName("endorsements")
  class Endorsements {
    private Endorsement endorsement(String endorsed) {
      return Endorsement.of(WORD, endorsed, SPEAKER, DAY, Verification.hosted())
          .withComment("*Good.*");
    }

    @ParameterizedTest
    @CsvSource({
      BADGE + "," + BADGE + ",/endorsement/0",
      CLASS + "," + CLASS + ",/badge/endorsement/0",
      ISSUER + "," + ISSUER + ",/badge/issuer/endorsement/0"
    })
    void a_hosted_one_is_verified_wherever_it_stands(String place, String about, String pointer) {
      put(endorsement(about).toJson());
      put(at(place).with("endorsement", JsonValue.of(WORD)));
      Report report = verify();
      assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      assertThat(report.parts()).hasSize(1);
      assertThat(report.parts().getFirst().pointer()).isEqualTo(pointer);
      assertThat(report.parts().getFirst().report().verdict()).isEqualTo(Verdict.VALID);
      assertThat(findings(report, Step.ENDORSEMENTS)).hasOnlyElementsOfType(Finding.Passed.class);
    }

    @Test
    void an_embedded_one_is_compared_with_its_host() {
      JsonObject good = endorsement(BADGE).toJson();
      put(badge().with("endorsement", JsonValue.from(List.of(good))));
      assertThat(findings(verify(), Step.ENDORSEMENTS))
          .hasOnlyElementsOfType(Finding.Failed.class); // its host does not have it
      put(good);
      assertThat(findings(verify(), Step.ENDORSEMENTS)).hasOnlyElementsOfType(Finding.Passed.class);
      put(endorsement(BADGE).withComment("Bad.").toJson());
      assertThat(findings(verify(), Step.ENDORSEMENTS)).hasOnlyElementsOfType(Finding.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
      "claim,'{\"id\":\"https://issuer.example/other\"}'",
      "type,'\"Assertion\"'",
      "revoked,true",
      "issuedOn,'\"2027-01-01T00:00:00Z\"'",
      "issuer,'\"https://elsewhere.example/profile\"'",
      "claim,3"
    })
    void a_bad_one_is_shown_as_bad_and_changes_nothing_else(String member, String value) {
      put(endorsement(BADGE).toJson().with(member, Json.parse(value)));
      put(
          Profile.of("https://elsewhere.example/profile", "E", "https://e.example", "e@e.example")
              .toJson());
      put(badge().with("endorsement", JsonValue.of(WORD)));
      Report report = verify();
      assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      assertThat(findings(report, Step.ENDORSEMENTS)).hasOnlyElementsOfType(Finding.Failed.class);
    }

    @Test
    void a_signed_one_is_verified_by_the_speakers_key_and_list() {
      KeyPair pair = rsa();
      String keyUrl = "https://speaker.example/key";
      put(new CryptographicKey(keyUrl, SPEAKER, pem(pair)).toJson());
      String list = "https://speaker.example/revoked";
      put(
          at(SPEAKER)
              .with("publicKey", JsonValue.of(keyUrl))
              .with("revocationList", JsonValue.of(list)));
      put(
          new RevokedAssertions(list, SPEAKER, new java.util.LinkedHashMap<>())
              .toJson()
              .with("revokedAssertions", JsonValue.from(List.of())));
      JsonObject word =
          Endorsement.of(WORD, BADGE, SPEAKER, DAY, Verification.signed(keyUrl)).toJson();
      String token = signed(word, pair);
      put(badge().with("endorsement", JsonValue.of(token)));
      Report report = verify();
      assertThat(findings(report, Step.ENDORSEMENTS))
          .as("%s", report.parts())
          .hasOnlyElementsOfType(Finding.Passed.class);
      var reasons = new java.util.LinkedHashMap<String, String>();
      reasons.put(WORD, "withdrawn");
      put(new RevokedAssertions(list, SPEAKER, reasons).toJson());
      assertThat(findings(verify(), Step.ENDORSEMENTS)).hasOnlyElementsOfType(Finding.Failed.class);
    }

    private static KeyPair rsa() {
      try {
        var generator = java.security.KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return KeyPair.rsa(Bytes.wrap(generator.generateKeyPair().getPrivate().getEncoded()));
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String pem(KeyPair pair) {
      var key = (org.insignia.openbadges.key.PublicKey.Rsa) pair.publicKey();
      try {
        byte[] der =
            java.security.KeyFactory.getInstance("RSA")
                .generatePublic(
                    new java.security.spec.RSAPublicKeySpec(key.modulus(), key.exponent()))
                .getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END PUBLIC KEY-----";
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String signed(JsonObject document, KeyPair pair) {
      String text =
          Base64Url.encode(Bytes.utf8("{\"alg\":\"RS256\"}"))
              + "."
              + Base64Url.encode(Bytes.utf8(Json.write(document)));
      return text + "." + Base64Url.encode(pair.sign(Bytes.utf8(text)));
    }

    @Test
    void the_sample_of_the_public_validator_is_read() {
      String samples = "standards/1edtech-validator-samples/ob20/assets/";
      Endorsement sample =
          Endorsement.read(
              (JsonObject) Json.parse(SharedFiles.bytes(samples + "endorsement-3.json")));
      assertThat(sample.endorsementComment()).isEqualTo("Pretty good");
      assertThat(sample.issuedOn()).isEqualTo(Instant.parse("2017-10-01T00:00:00Z"));
    }
  }

  @Nested
  @DisplayName("extensions")
  class Extension {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "exampleExtension|extensions:ExampleExtension|{\"exampleProperty\":\"a\"}|{\"exampleProperty\":3}",
          "exampleExtension|extensions:ExampleExtension|{\"http://schema.org/text\":\"a\"}|{}",
          "applyLinkExtension|extensions:ApplyLink|{\"url\":\"https://a.example\"}|{\"url\":3}",
          "originalCreatorExtension|extensions:originalCreator|{\"url\":\"https://a.example\"}|{}",
          "accessibilityExtension|extensions:#accessibility|{\"accessibilityFeature\":\"captions\",\"url\":\"https://a.example\"}|{\"url\":\"https://a.example\"}",
          "geoCoordinatesExtension|extensions:GeoCoordinates|{\"name\":\"a\",\"description\":\"b\",\"geo\":{\"latitude\":1,\"longitude\":2}}|{\"geo\":3}",
          "extraDescription|extensions:ExtraDescriptionExtension|{\"name\":\"a\",\"narrative\":\"b\"}|{\"name\":3}"
        })
    void a_published_one_is_held_to_its_schema(String name, String type, String good, String bad) {
      assertThat(conformant(name, type, good)).isTrue();
      assertThat(conformant(name, type, bad)).isFalse();
    }

    private Boolean conformant(String name, String type, String members) {
      JsonObject extension =
          ((JsonObject) Json.parse(members))
              .with(
                  "@context",
                  JsonValue.of("https://w3id.org/openbadges/extensions/" + name + "/context.json"))
              .with("type", JsonValue.from(List.of("Extension", type)));
      put(badge().with("extensions:some", extension));
      Report report = verify();
      assertThat(report.verdict()).isEqualTo(Verdict.VALID); // authentic all the same
      boolean inTheAssertion = Boolean.TRUE.equals(report.conformant());
      put(badge());
      put(at(CLASS).with("extensions:some", extension));
      assertThat(Boolean.TRUE.equals(verify().conformant())).isEqualTo(inTheAssertion);
      put(at(CLASS).without("extensions:some"));
      put(at(ISSUER).with("extensions:some", JsonValue.from(List.of(extension))));
      assertThat(Boolean.TRUE.equals(verify().conformant())).isEqualTo(inTheAssertion);
      put(at(ISSUER).without("extensions:some"));
      return report.conformant();
    }

    @Test
    void one_that_is_not_known_is_passed_over() {
      JsonObject own =
          (JsonObject)
              Json.parse(
                  "{\"@context\":\"https://own.example/context.json\",\"type\":[\"Extension\",\"extensions:Own\"]}");
      put(badge().with("extensions:own", own));
      Report report = verify();
      assertThat(report.conformant()).isTrue();
      assertThat(findings(report, Step.CONFORMANCE))
          .anyMatch(f -> f instanceof Finding.Skipped && f.detail().contains("/extensions:own"));
    }
  }

  @Nested
  @DisplayName("hosts")
  class Hosts {
    @ParameterizedTest
    @CsvSource({
      "startsWith,https://issuer.example/badges/,VALID",
      "startsWith,https://issuer.example/other/,INVALID",
      "startsWith,https://issuer.example,VALID",
      "startsWith,https://issuer.exam,INVALID",
      "startsWith,https://,INVALID",
      "allowedOrigins,issuer.example,VALID",
      "allowedOrigins,https://issuer.example,VALID",
      "allowedOrigins,example,INVALID",
      "allowedOrigins,other.example,INVALID"
    })
    void the_issuer_says_where_its_badges_are(String rule, String value, Verdict verdict) {
      JsonObject rules =
          (JsonObject) JsonValue.from(Map.of("type", "HostedBadge", rule, List.of(value)));
      put(at(ISSUER).with("verification", rules));
      assertThat(verify().verdict()).isEqualTo(verdict);
    }
  }

  /** Not JSON, on purpose. */
  private static final Set<String> BROKEN =
      Set.of("redirected-validation-subject.json", "openbadges_context.json");

  static Stream<Path> samples() {
    return SharedFiles.files("standards/1edtech-validator-samples/ob20", ".json").stream()
        .filter(file -> !BROKEN.contains(file.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothing_of_a_document_gets_lost_by_reading_and_writing(Path file) {
    JsonObject read = (JsonObject) Json.parse(SharedFiles.bytes(file));
    List<JsonValue> types = read.list("type");
    JsonObject written = read;
    if (types.contains(JsonValue.of("Assertion"))) {
      written = Assertion.read(read).toJson();
    } else if (types.contains(JsonValue.of("BadgeClass"))) {
      written = BadgeClass.read(read).toJson();
    } else if (types.contains(JsonValue.of("Issuer"))) {
      written = Profile.read(read).toJson();
    } else if (types.contains(JsonValue.of("Endorsement"))) {
      written = Endorsement.read(read).toJson();
    }
    for (String name : read.members().keySet()) {
      assertThat(written.get(name)).as(name).isEqualTo(read.get(name));
    }
  }
}
