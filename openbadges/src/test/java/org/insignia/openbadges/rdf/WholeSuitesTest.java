package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SuiteFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole suites of the W3C, of which the reference data holds a part; skipped where their
 * repositories are not at hand.
 */
class WholeSuitesTest {
  @TestFactory
  Stream<DynamicTest> every_test_of_rdf_canon_passes() {
    var suite = new SuiteFiles("w3c/rdf-canon", "rdf-canon/tests");
    List<JsonValue> entries = Json.parseObject(suite.bytes("manifest.jsonld")).list("entries");
    assertThat(entries).hasSize(86);
    return entries.stream()
        .map(JsonObject.class::cast)
        .map(entry ->
            dynamicTest(
                entry.string("id") + " " + entry.string("name"),
                () -> Rdfc10Test.run(entry, suite::bytes)));
  }

  @Test
  void to_rdf_reads_what_it_reads_like_the_standard() {
    var suite = new SuiteFiles("w3c/json-ld-api", "json-ld-api/tests");
    var refusals = new TreeMap<String, Integer>();
    int same = 0;
    for (JsonObject test : tests(suite, "jld:PositiveEvaluationTest")) {
      try {
        JsonObject document = Json.parseObject(suite.bytes(String.valueOf(test.string("input"))));
        String ours = Canonical.form(document, Contexts.conformance()).utf8();
        String theirs = suite.bytes(String.valueOf(test.string("expect"))).utf8();
        assertThat(ours)
            .as("%s %s", test.string("@id"), test.string("name"))
            .isEqualTo(Rdfc10.canonicalize(NQuads.parse(theirs), WorkBudget.standard()).utf8());
        same++;
      } catch (MalformedCredential e) {
        refusals.merge(JsonLdVectorsTest.reason(e), 1, Integer::sum);
      }
    }
    assertThat(same).as("refused: %s", refusals).isGreaterThanOrEqualTo(125);
  }

  @Test
  void to_rdf_refuses_what_the_standard_calls_an_error() {
    var suite = new SuiteFiles("w3c/json-ld-api", "json-ld-api/tests");
    List<JsonObject> tests = tests(suite, "jld:NegativeEvaluationTest");
    for (JsonObject test : tests) {
      assertThat(accepts(suite, String.valueOf(test.string("input"))))
          .as("%s %s", test.string("@id"), test.string("name"))
          .isFalse();
    }
    assertThat(tests).hasSizeGreaterThan(80);
  }

  private static boolean accepts(SuiteFiles suite, String input) {
    try {
      JsonObject document = Json.parseObject(suite.bytes(input));
      return !JsonLd.toDataset(document, Contexts.conformance()).quads().isEmpty();
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static List<JsonObject> tests(SuiteFiles suite, String kind) {
    return Json.parseObject(suite.bytes("toRdf-manifest.jsonld")).list("sequence").stream()
        .map(JsonObject.class::cast)
        .filter(test -> test.list("@type").contains(new JsonString(kind)))
        .filter(test -> !JsonLdVectorsTest.isForJsonLd10(test))
        .toList();
  }
}
