package org.insignia.openbadges.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Contexts CONTEXTS = Contexts.bundled();
  private static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  private static final ProofOptions OPTIONS =
      ProofOptions.assertion(
          Cryptosuite.EDDSA_RDFC_2022,
          "https://issuer.example/#" + KEY.publicKey().multibase(),
          Instant.parse("2026-01-15T09:30:00Z"));

  /** A document with its holes; those that end in "id" take IRIs. */
  record Shape(String name, JsonObject example, List<String> holes) {
    Template compile() {
      return Template.compile(example, holes.stream().map(JsonPointer::parse).toList(), CONTEXTS);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    JsonObject full = signed("ob30-signed/full").without("proof");
    JsonObject status = signed("ob30-signed/status").without("proof");
    JsonObject minimal = signed("ob30-signed/minimal").without("proof");
    JsonObject clr = signed("clr20-signed/transcript-1").without("proof");
    return Stream.of(
        new Shape(
            "all that badges have",
            full,
            List.of(
                "/id",
                "/validFrom",
                "/credentialSubject/id",
                "/credentialSubject/achievement/name",
                "/credentialSubject/result/0/value",
                "/credentialSubject/achievement/alignment/0/targetName")),
        new Shape(
            "with a status",
            status,
            List.of(
                "/id",
                "/validFrom",
                "/credentialSubject/id",
                "/credentialStatus/id",
                "/credentialStatus/statusListIndex")),
        new Shape("the least", minimal, List.of("/id", "/credentialSubject/id", "/issuer/id")),
        new Shape(
            "hashed recipient",
            hashedRecipient(minimal),
            List.of(
                "/id",
                "/validFrom",
                "/credentialSubject/identifier/0/identityHash",
                "/credentialSubject/identifier/0/salt",
                "/credentialSubject/result/0/value")),
        new Shape(
            "two recipients alike but for a value",
            twoIdentifiers(minimal),
            List.of(
                "/id",
                "/credentialSubject/identifier/0/identityHash",
                "/credentialSubject/identifier/1/identityHash")),
        new Shape(
            "blank nodes that collide whatever the values",
            collidingAlignments(minimal),
            List.of("/id", "/credentialSubject/id")),
        new Shape("a transcript with badges inside", clr, List.of("/id", "/validFrom")),
        new Shape("no hole", minimal, List.of()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void gives_the_bytes_of_the_general_way_for_any_values(Shape shape) {
    Template template = shape.compile();
    TemplateSigner signer = template.signer(KEY, OPTIONS);
    var random = new Random(shape.name().hashCode());
    for (int i = 0; i < 1_500; i++) {
      List<String> values = values(shape, random);
      JsonObject document = template.fill(values);
      assertThat(template.canonical(values).utf8())
          .isEqualTo(Canonical.form(document, CONTEXTS).utf8());
      if (i % 10 == 0) {
        assertThat(signer.sign(values).utf8())
            .isEqualTo(Json.write(DataIntegrity.sign(document, KEY, OPTIONS)));
      }
    }
  }

  static Stream<Arguments> suites() {
    var random = new SecureRandom();
    KeyPair p256 = KeyPair.generateP256(random);
    KeyPair p384 = KeyPair.generateP384(random);
    return Stream.of(
        Arguments.of(Cryptosuite.EDDSA_JCS_2022, KEY),
        Arguments.of(Cryptosuite.ECDSA_RDFC_2019, p256),
        Arguments.of(Cryptosuite.ECDSA_RDFC_2019, p384),
        Arguments.of(Cryptosuite.ECDSA_JCS_2019, p256),
        Arguments.of(Cryptosuite.ECDSA_JCS_2019, p384));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void signs_with_every_suite_as_the_general_way_does(Cryptosuite suite, KeyPair key) {
    ProofOptions options =
        ProofOptions.assertion(suite, DidKey.verificationMethod(key.publicKey()), Instant.EPOCH);
    shapes()
        .forEach(shape -> {
          Template template = shape.compile();
          TemplateSigner signer = template.signer(key, options);
          var random = new Random(3);
          for (int i = 0; i < 40; i++) {
            List<String> values = values(shape, random);
            JsonObject document = template.fill(values);
            assertThat(signer.sign(values).utf8())
                .isEqualTo(Json.write(DataIntegrity.sign(document, key, options)));
          }
        });
  }

  @Test
  void half_a_character_is_refused_where_its_bytes_would_be_signed() {
    Template template = shapes().findFirst().orElseThrow().compile();
    ProofOptions options =
        ProofOptions.assertion(
            Cryptosuite.EDDSA_JCS_2022, OPTIONS.verificationMethod(), Instant.EPOCH);
    TemplateSigner signer = template.signer(KEY, options);
    var values = List.of("urn:uuid:1", "2026", "urn:x", "half \ud83d", "900", "target");
    assertThatThrownBy(() -> signer.sign(values)).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void selective_disclosure_is_no_matter_of_templates() {
    Template template = shapes().findFirst().orElseThrow().compile();
    KeyPair key = KeyPair.generateP256(new SecureRandom());
    ProofOptions options =
        ProofOptions.assertion(
            Cryptosuite.ECDSA_SD_2023, DidKey.verificationMethod(key.publicKey()), Instant.EPOCH);
    assertThatThrownBy(() -> template.signer(key, options))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Mostly what credentials hold; also what breaks naive escaping, and equal values. */
  private static List<String> values(Shape shape, Random random) {
    List<String> values = new ArrayList<>();
    for (String hole : shape.holes()) {
      boolean reference = hole.endsWith("/id");
      String fresh = reference ? iri(random) : text(random);
      boolean repeat = random.nextInt(8) == 0 && !values.isEmpty() && !reference;
      values.add(repeat ? values.get(random.nextInt(values.size())) : fresh);
    }
    return values;
  }

  private static String iri(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "did:example:" + random.nextInt(1_000_000);
      case 1 -> "https://issuer.example/" + random.nextInt(9) + "?q=é#" + random.nextInt(50);
      case 2 -> "did:key:z6MkewWiodnep3Ci8azQUE3wxVZAKm4JcedANtKeZy2EyYsW";
      case 3 -> "https://issuer.example/achievements/az-204";
      case 4 -> "tel:+49" + random.nextInt(1000);
      default -> "urn:uuid:" + new UUID(random.nextLong(), random.nextLong());
    };
  }

  private static String text(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> "";
      case 1 -> "\"\\\n\r\t\u0000\u001f\u007f\u0085</script>" + random.nextInt(10);
      case 2 -> "é中😀\ufffd\uff01" + random.nextInt(10);
      case 3 -> "2026-01-" + (10 + random.nextInt(20)) + "T09:30:00Z";
      case 4 -> "Completed";
      default -> Long.toHexString(random.nextLong());
    };
  }

  @Test
  void labels_really_move() {
    Shape shape = shapes().filter(s -> s.name().startsWith("hashed")).findFirst().orElseThrow();
    Template template = shape.compile();
    Set<String> orders = new HashSet<>();
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String canonical = template.canonical(values(shape, random)).utf8();
      orders.add(canonical.replaceAll("(_:c14n\\d+)|[^\\n]", "$1"));
    }
    assertThat(orders).hasSizeGreaterThan(3);
  }

  @Test
  void a_value_that_no_badge_may_have_is_refused_as_the_general_way_does() {
    Template template = shapes().findFirst().orElseThrow().compile();
    TemplateSigner signer = template.signer(KEY, OPTIONS);
    var good = List.of("urn:uuid:1", "2026-01-15T09:30:00Z", "urn:x", "name", "900", "target");
    assertThat(signer.sign(good).size()).isPositive();
    for (String bad : List.of("relative", "_:b0", "urn:x> <urn:y", "urn:a b", "")) {
      var values = new ArrayList<>(good);
      values.set(2, bad);
      assertThatThrownBy(() -> signer.sign(values))
          .isInstanceOfSatisfying(
              MalformedCredential.class,
              e -> assertThat(e.pointer()).isEqualTo("/credentialSubject/id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/type/0", "/@context/0", "/nowhere", "/credentialSubject", "/type/9"})
  void a_hole_must_be_a_plain_value(String hole) {
    JsonObject example = signed("ob30-signed/minimal").without("proof");
    List<JsonPointer> holes = List.of(JsonPointer.parse(hole));
    assertThatThrownBy(() -> Template.compile(example, holes, CONTEXTS))
        .isInstanceOfAny(IllegalArgumentException.class, MalformedCredential.class);
  }

  @Test
  void a_signed_example_is_refused() {
    assertThatThrownBy(() -> Template.compile(signed("ob30-signed/minimal"), List.of(), CONTEXTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_number_of_values_must_be_right() {
    TemplateSigner signer = shapes().findFirst().orElseThrow().compile().signer(KEY, OPTIONS);
    assertThatThrownBy(() -> signer.sign(List.of("urn:x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonObject signed(String name) {
    return Json.parseObject(SharedFiles.bytes("standards/own/" + name + ".eddsa-rdfc-2022.json"));
  }

  private static JsonObject withSubject(JsonObject badge, String members) {
    var subject = Objects.requireNonNull(badge.object("credentialSubject"));
    JsonObject changed = subject.without("id");
    for (var member : ((JsonObject) Json.parse(members)).members().entrySet()) {
      changed = changed.with(member.getKey(), member.getValue());
    }
    return badge.with("credentialSubject", changed);
  }

  private static JsonObject hashedRecipient(JsonObject badge) {
    return withSubject(
        badge,
        """
        {"identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress",
         "identityHash":"sha256$0","salt":"s"}],
         "result":[{"type":["Result"],"value":"1"}]}
        """);
  }

  private static JsonObject twoIdentifiers(JsonObject badge) {
    return withSubject(
        badge,
        """
        {"identifier":[
         {"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"0"},
         {"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"1"}]}
        """);
  }

  private static JsonObject collidingAlignments(JsonObject badge) {
    JsonObject subject = Objects.requireNonNull(badge.object("credentialSubject"));
    JsonObject achievement = Objects.requireNonNull(subject.object("achievement"));
    JsonValue alike =
        Json.parse(
            """
            [{"type":["Alignment"],"targetName":"a","targetUrl":"https://a.example/"},
             {"type":["Alignment"],"targetName":"a","targetUrl":"https://a.example/"}]
            """);
    return badge.with(
        "credentialSubject", subject.with("achievement", achievement.with("alignment", alike)));
  }
}
