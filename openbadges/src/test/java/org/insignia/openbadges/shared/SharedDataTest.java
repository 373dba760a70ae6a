package org.insignia.openbadges.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every vector, sample and hostile input of the reference data is run by a test of the project, or
 * stands here with the reason why not.
 */
class SharedDataTest {
  /**
   * @param files matches paths under {@code data/}; of several rules the first counts
   * @param tests names of the classes that run them; empty where nothing does
   * @param because why nothing does
   */
  private record Rule(Pattern files, List<String> tests, String because) {}

  private static Rule run(String files, String... tests) {
    return new Rule(Pattern.compile(files), List.of(tests), "");
  }

  private static Rule skip(String files, String because) {
    return new Rule(Pattern.compile(files), List.of(), because);
  }

  private static final List<Rule> RULES =
      List.of(
          skip(".*/(PROVENANCE|USAGE)\\.md|.*LICENSE.*|.*/README\\.txt", "says where data is from"),
          // Samples and vectors
          skip("standards/1edtech-validator-samples/ob20/assets/.*\\.html", "a page about a badge"),
          run(
              "standards/1edtech-validator-samples/.*",
              "SamplesOfOneEdTechTest",
              "SchemaCheckTest",
              "BadgeSurroundingsTest",
              "PublishedFilesTest"),
          run("standards/1edtech-spec-data/test-vectors/.*", "PublishedFilesTest"),
          run("standards/1edtech-spec-data/ob_v2p0/extensions/.*", "PublishedFilesTest"),
          skip(
              "standards/1edtech-spec-data/ob_v2p0/v2/.*",
              "the context as its repository has it; the one that was published is bundled"),
          skip(
              "standards/1edtech-spec-data/ob_v2p0/v[01]/.*", "Open Badges 1: read by shape alone"),
          skip(
              "standards/1edtech-spec-data/ob_v2p1/.*",
              "the interface of 2.1, which has no clients"),
          skip(
              "standards/1edtech-spec-data/extensions/.*",
              "drafts of extensions of 3.0, published under no address"),
          run(
              "standards/1edtech-schemas/(open-badges/v3_0|clr/v2_0)/.*credential_schema\\.json",
              "PublishedFilesTest"),
          run(
              "standards/1edtech-schemas/ob30-per-class/.*credentialv1p1-jsonschema1\\.json",
              "PublishedFilesTest"),
          skip("standards/1edtech-schemas/case/.*", "CASE: competencies, not credentials"),
          skip(
              "standards/1edtech-schemas/.*",
              "parts of the credential schemas, or answers of interfaces"),
          run("standards/contexts/.*", "PublishedFilesTest"),
          run("standards/own/api/.*", "ReferenceCredentialsTest", "VerifierTest"),
          run("standards/own/did/.*", "DidVectorsTest"),
          run("standards/own/baked/.*", "BakingTest"),
          run("standards/own/.*", "ReferenceCredentialsTest"),
          run("standards/bakery/.*", "BakingTest"),
          run("standards/dcc-fixtures/.*", "ReferenceCredentialsTest"),
          run("standards/vc-ed-plugfest/.*", "PublishedProofsTest"),
          run("standards/vcdm20-inputs/.*", "DataModelSuiteTest"),
          run("standards/vc-jose-cose-inputs/(credential|presentation)-.*", "CommandsTest"),
          run("standards/vc-jose-cose-inputs/.*", "PublishedEnvelopesTest", "CommandsTest"),
          skip(
              "standards/w3c-vc-di-.*/(docHash|sigBTC58|addProofConfigCanon)[^/]*",
              "an intermediate value, which another file has in another form"),
          run("standards/w3c-vc-di-ecdsa/ecdsa-sd-2023/.*", "SelectiveDisclosureVectorsTest"),
          run("standards/w3c-vc-di-.*", "SignatureVectorsTest", "PublishedProofsTest"),
          skip("standards/multibase/multibase\\.csv", "a table of encodings, most of them unused"),
          run("standards/multibase/.*", "MultibaseTest"),
          skip("standards/rdf-canon/manifest\\.csv", "says the same as manifest.jsonld"),
          run("standards/rdf-canon/.*", "Rdfc10Test", "PublishedFilesTest"),
          skip(
              "standards/json-ld-api/(compact.*|expand/.*-out.*|expand/c031/.*)",
              "nothing here compacts or expands; documents are read to statements"),
          run("standards/json-ld-api/expand.*", "JsonLdVectorsTest"),
          skip("standards/openid4vci-1.0-examples/.*", "messages between wallets and servers"),
          // Hostile inputs
          run(
              "hostile/expected/(external|png-baked|rdf|status-list|svg|vc-jcs|vc-jwt).*",
              "HostileCredentialsTest"),
          skip("hostile/expected/.*", "the verdicts of what is skipped below"),
          run("hostile/png-baked/.*", "HostilePngTest"),
          run("hostile/ext-(pngsuite|libpng-crashers|image-png-bugs)/.*", "HostilePngTest"),
          run("hostile/svg/.*", "HostileSvgTest"),
          run("hostile/vc-jcs/.*", "HostileJcsTest", "HostileCredentialsTest"),
          run("hostile/vc-rdfc-mutations/.*", "HostileCredentialsTest"),
          run("hostile/vc-jwt/.*", "HostileJwtTest", "HostileTokensTest"),
          run("hostile/status-list/.*", "StatusListTest", "HostileTokensTest"),
          run("hostile/rdf-poison/.*", "Rdfc10Test"),
          run("hostile/ext-rdf-canon/.*", "PublishedFilesTest"),
          run("hostile/ext-json-parsing/.*", "JsonTest"),
          run("hostile/ext-json-transform/.*", "PublishedFilesTest"),
          run("hostile/ext-jcs/.*", "JcsTest"),
          run("hostile/ext-wycheproof/.*", "WycheproofTest", "WycheproofJoseTest"),
          run("hostile/ext-cctv-ed25519/.*", "WycheproofTest"),
          run("hostile/ext-w3c-eddsa/.*", "PublishedProofsTest"),
          skip("hostile/keys/.*", "the public halves of the keys that signed the controls"),
          run("hostile/archives/.*", "HostileInputsTest"),
          skip("hostile/csv-import/.*", "files of results, read by the server"),
          skip("hostile/job-feeds/.*", "feeds of jobs, read by the server if at all"),
          skip("hostile/lists/.*", "what is typed into forms of the server"),
          skip("hostile/ext-(blns|dompurify|isemail|patt)/.*", "what is typed into forms"),
          skip("hostile/ext-csv-spectrum/.*", "files of results, read by the server"));

  @Test
  void every_file_is_run_by_a_test_or_skipped_with_a_reason() {
    Set<String> forgotten = new TreeSet<>();
    Set<Rule> used = new java.util.HashSet<>();
    for (String file : files()) {
      RULES.stream()
          .filter(rule -> rule.files().matcher(file).matches())
          .findFirst()
          .ifPresentOrElse(used::add, () -> forgotten.add(file));
    }
    assertThat(forgotten).isEmpty();
    assertThat(RULES).filteredOn(rule -> !used.contains(rule)).isEmpty();
  }

  @Test
  void the_tests_that_are_named_are_there() throws IOException {
    Set<String> sources = new TreeSet<>();
    for (Path tests : List.of(Path.of("src/test/java"), Path.of("../cli/src/test/java"))) {
      try (Stream<Path> walk = Files.walk(tests)) {
        walk.forEach(file -> sources.add(file.getFileName().toString()));
      }
    }
    assertThat(RULES.stream().flatMap(rule -> rule.tests().stream()).map(name -> name + ".java"))
        .allMatch(sources::contains);
    assertThat(RULES).allMatch(rule -> rule.tests().isEmpty() != rule.because().isEmpty());
  }

  private static List<String> files() {
    Path data = SharedFiles.path("");
    List<String> files = new ArrayList<>();
    for (String area : List.of("standards", "hostile")) {
      try (Stream<Path> walk = Files.walk(SharedFiles.path(area))) {
        files.addAll(
            walk.filter(Files::isRegularFile)
                .map(file -> data.relativize(file).toString().replace('\\', '/'))
                .collect(Collectors.toList()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(files).hasSizeGreaterThan(2_000);
    return files;
  }
}
