package org.insignia.openbadges.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.schema.ForeignSchema;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.openbadges.schema.SchemaProblem;
import org.insignia.openbadges.schema.UnknownRule;

/**
 * The schemas that a credential names for itself. Those of 1EdTech are known here; others are asked
 * for, for a credential that is authentic.
 */
final class OwnSchemas {
  private static final Set<JsonValue> TYPES =
      Set.of(new JsonString("1EdTechJsonSchemaValidator2019"), new JsonString("JsonSchema"));
  private static final int MOST = 5;

  private final Examination examination;

  private OwnSchemas(Examination examination) {
    this.examination = examination;
  }

  static void check(Examination examination) {
    var schemas = new OwnSchemas(examination);
    examination.document().list("credentialSchema").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(entry -> entry.list("type").stream().anyMatch(TYPES::contains))
        .limit(MOST)
        .forEach(entry -> schemas.compare(String.valueOf(entry.string("id"))));
  }

  private void compare(String url) {
    JsonObject document = examination.document();
    Optional<List<SchemaProblem>> known = SchemaCheck.bundled().problems(document, url);
    if (known.isPresent()) {
      report(url, known.get());
    } else if (!Boolean.TRUE.equals(examination.findings().authentic())) {
      examination
          .findings()
          .skipped(Step.CONFORMANCE, "its own schema is not asked for what is not authentic");
    } else {
      switch (examination.desk().allowance().load(url)) {
        case Loaded.Document schema -> compare(url, schema);
        case Loaded.Gone gone -> unknown(Reason.SCHEMA_UNAVAILABLE, url, "there is none");
        case Loaded.Unavailable open -> unknown(Reason.SCHEMA_UNAVAILABLE, url, open.reason());
      }
    }
  }

  private void compare(String url, Loaded.Document fetched) {
    try {
      ForeignSchema schema = ForeignSchema.compile(Json.parseObject(fetched.body()));
      report(url, schema.problems(examination.document()));
    } catch (MalformedCredential | UnknownRule e) {
      unknown(Reason.SCHEMA_UNAVAILABLE, url, String.valueOf(e.getMessage()));
    }
  }

  private void report(String url, List<SchemaProblem> problems) {
    for (SchemaProblem problem : problems) {
      examination
          .findings()
          .failed(
              Step.CONFORMANCE,
              Reason.NOT_THE_SCHEMA,
              problem.pointer() + ": " + problem.detail() + " (" + url + ")");
    }
    if (problems.isEmpty()) {
      examination.findings().passed(Step.CONFORMANCE, "keeps to its own schema " + url);
    }
  }

  private void unknown(Reason reason, String url, String why) {
    examination
        .findings()
        .unchecked(Step.CONFORMANCE, reason, "its own schema " + url + ": " + why);
  }
}
