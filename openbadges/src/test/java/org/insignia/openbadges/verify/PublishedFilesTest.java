package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.ob2.Assertion;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.HashName;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.status.StatusListCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published, and what of it is part of this library, byte for byte. */
class PublishedFilesTest {
  /** Published under the address of another file of these. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "obv3x.jsonld", // a draft of Open Badges 3.0
          "security-v3-unstable.jsonld", // a draft that changed under its address
          "suites-ed25519-2020.jsonld"); // another spelling of security-suites-ed25519-2020-v1

  @Test
  void the_bundled_contexts_are_those_that_were_published() {
    Set<Bytes> bundled =
        Stream.of(Contexts.bundled(), Contexts.conformance())
            .flatMap(contexts -> contexts.urls().stream().map(contexts::document))
            .collect(Collectors.toSet());
    for (Path file : SharedFiles.files("standards/contexts", "")) {
      String name = file.getFileName().toString();
      assertThat(bundled.contains(SharedFiles.bytes(file)))
          .as(name)
          .isEqualTo(!LEFT_OUT.contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open-badges/v3_0/ob_v3p0_achievementcredential_schema.json",
        "open-badges/v3_0/ob_v3p0_endorsementcredential_schema.json",
        "clr/v2_0/clr_v2p0_clrcredential_schema.json",
        "ob30-per-class/ob_v3p0_achievementcredentialv1p1-jsonschema1.json",
        "ob30-per-class/ob_v3p0_endorsementcredentialv1p1-jsonschema1.json"
      })
  void the_bundled_schemas_are_those_that_were_published(String file) throws IOException {
    assertThat(bundled(SchemaCheck.class, "1edtech/" + file.replaceFirst(".*/", "")))
        .isEqualTo(SharedFiles.bytes("standards/1edtech-schemas/" + file));
  }

  static Stream<Path> extensions() {
    return SharedFiles.files("standards/1edtech-spec-data/ob_v2p0/extensions", ".json").stream();
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void the_bundled_extensions_are_those_that_were_published(Path file) throws IOException {
    String name = file.getParent().getFileName() + "/" + file.getFileName();
    assertThat(bundled(Assertion.class, "extensions/" + name)).isEqualTo(SharedFiles.bytes(file));
  }

  private static Bytes bundled(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return Bytes.wrap(in.readAllBytes());
    }
  }

  static Stream<Path> canonical() {
    return Stream.of(
            SharedFiles.files("standards/1edtech-spec-data/test-vectors", ".txt").stream(),
            SharedFiles.files("standards/rdf-canon/rdfc10", "-rdfc10.nq").stream(),
            SharedFiles.files("hostile/ext-rdf-canon", "-rdfc10.nq").stream())
        .flatMap(files -> files)
        .filter(file -> !file.toString().contains("test075")); // by SHA-384
  }

  @ParameterizedTest
  @MethodSource("canonical")
  void what_is_canonical_stays_as_it_is(Path file) {
    String text = SharedFiles.bytes(file).utf8();
    String canonical = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
    assertThat(Rdfc10.canonicalize(NQuads.parse(text), WorkBudget.standard()).utf8())
        .isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"044", "046", "054", "056"})
  void the_hard_graphs_of_the_suite_are_canonicalised(String test) {
    String folder = "hostile/ext-rdf-canon/test" + test;
    var result =
        Rdfc10.canonicalize(
            NQuads.parse(SharedFiles.bytes(folder + "-in.nq").utf8()),
            HashName.SHA256,
            WorkBudget.standard());
    assertThat(result.nquads()).isEqualTo(SharedFiles.bytes(folder + "-rdfc10.nq"));
    if (test.equals("056")) {
      Map<String, String> labels = result.labels();
      var expected = Json.parseObject(SharedFiles.bytes(folder + "-rdfc10map.json"));
      assertThat(labels.keySet()).isEqualTo(expected.members().keySet());
    }
  }

  @Test
  void the_poison_graph_of_the_suite_is_refused() {
    var poison = NQuads.parse(SharedFiles.bytes("hostile/ext-rdf-canon/test074-in.nq").utf8());
    assertThatExceptionOfType(OverBudget.class)
        .isThrownBy(() -> Rdfc10.canonicalize(poison, WorkBudget.standard()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number_-9223372036854775808.json",
        "number_9223372036854775807.json",
        "number_9223372036854775808.json"
      })
  void large_numbers_are_written_as_they_were_read(String name) {
    Bytes file = SharedFiles.bytes("hostile/ext-json-transform/" + name);
    assertThat(Json.write(Json.parse(file))).isEqualTo(file.utf8().strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object_same_key_same_value.json",
        "object_same_key_unclear_values.json",
        "string_3_invalid_codepoints.json"
      })
  void what_parsers_read_differently_is_refused(String name) {
    Bytes file = SharedFiles.bytes("hostile/ext-json-transform/" + name);
    assertThatExceptionOfType(MalformedCredential.class).isThrownBy(() -> Json.parse(file));
  }

  @Test
  void the_status_list_of_the_public_validator_is_read() {
    var sample =
        SharedFiles.bytes("standards/1edtech-validator-samples/ob30/bit-string-list/testlist");
    StatusListCredential list = StatusListCredential.read(Json.parseObject(sample));
    assertThat(list.list().size()).isPositive();
  }

  @Test
  void the_pictures_of_the_public_validator_are_read() {
    for (String name : List.of("beths-robot-badge.png", "robotics-badge.png")) {
      Bytes picture = SharedFiles.bytes("standards/1edtech-validator-samples/ob20/assets/" + name);
      assertThatCode(() -> Baking.unbake(picture)).doesNotThrowAnyException();
    }
  }
}
