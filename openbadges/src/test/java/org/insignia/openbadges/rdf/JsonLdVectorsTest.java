package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;

/**
 * The inputs of the W3C's JSON-LD tests. We read a part of the language and refuse the rest; what
 * we read must say what an independent implementation reads in it.
 */
class JsonLdVectorsTest {
  /** Why a document that the standard takes is not for us; each is a rule, not a gap by chance. */
  static final List<Pattern> REASONS_TO_REFUSE =
      List.of(
          Pattern.compile("no @context"),
          Pattern.compile("the document says nothing"),
          Pattern.compile("not a JSON object"),
          Pattern.compile("not an absolute IRI"),
          Pattern.compile("neither an absolute IRI nor @id or @type"),
          Pattern.compile("a keyword that has no place here"),
          Pattern.compile("a keyword cannot be redefined"),
          Pattern.compile("unsupported (entry|container)"),
          Pattern.compile("not supported"),
          Pattern.compile("has no place beside @value"),
          Pattern.compile("@value is neither"),
          Pattern.compile("defined in none of the contexts"),
          Pattern.compile("stands for nothing"),
          Pattern.compile("null, which would be dropped"),
          Pattern.compile("says nothing, and would be dropped"),
          Pattern.compile("an array in an array"),
          Pattern.compile("a second identifier"),
          Pattern.compile("not a string"),
          Pattern.compile("unknown context"),
          Pattern.compile("@type is no absolute IRI|@language is no language tag|mapped to no IRI"),
          Pattern.compile("not an absolute IRI|a type is a string|an identifier is one string"));

  @Test
  void reads_what_it_reads_like_the_standard() throws Exception {
    var reasons = new TreeMap<String, Integer>();
    int same = 0;
    for (JsonObject test : tests("jld:PositiveEvaluationTest")) {
      String input = "standards/json-ld-api/" + test.string("input");
      try {
        JsonObject document = Json.parseObject(SharedFiles.bytes(input));
        String ours = Canonical.form(document, Contexts.conformance()).utf8();
        Dataset theirs = OtherReader.toDataset(document, Contexts.conformance());
        assertThat(ours)
            .as(test.string("name"))
            .isEqualTo(Rdfc10.canonicalize(theirs, WorkBudget.standard()).utf8());
        same++;
      } catch (MalformedCredential e) {
        reasons.merge(reason(e), 1, Integer::sum);
      }
    }
    assertThat(same).as("refused: " + reasons).isGreaterThanOrEqualTo(50);
  }

  static String reason(MalformedCredential refusal) {
    return REASONS_TO_REFUSE.stream()
        .filter(reason -> reason.matcher(refusal.getMessage()).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("refused for another reason", refusal))
        .pattern();
  }

  @Test
  void refuses_what_the_standard_calls_an_error() {
    int refused = 0;
    for (JsonObject test : tests("jld:NegativeEvaluationTest")) {
      assertThat(accepts("standards/json-ld-api/" + test.string("input")))
          .as(test.string("@id") + " " + test.string("name"))
          .isFalse();
      refused++;
    }
    assertThat(refused).isGreaterThan(90);
  }

  private static boolean accepts(String input) {
    try {
      JsonObject document = Json.parseObject(SharedFiles.bytes(input));
      return !JsonLd.toDataset(document, Contexts.conformance()).quads().isEmpty();
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static List<JsonObject> tests(String kind) {
    JsonObject manifest =
        Json.parseObject(SharedFiles.bytes("standards/json-ld-api/expand-manifest.jsonld"));
    return manifest.list("sequence").stream()
        .map(JsonObject.class::cast)
        .filter(test -> test.list("@type").contains(JsonValue.of(kind)))
        .filter(test -> String.valueOf(test.string("input")).endsWith(".jsonld"))
        .filter(test -> !isForJsonLd10(test))
        .toList();
  }

  static boolean isForJsonLd10(JsonObject test) {
    return test.object("option") instanceof JsonObject option
        && ("json-ld-1.0".equals(option.string("processingMode"))
            || "json-ld-1.0".equals(option.string("specVersion")));
  }
}
