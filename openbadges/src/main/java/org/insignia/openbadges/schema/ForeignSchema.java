package org.insignia.openbadges.schema;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** A JSON Schema that somebody else wrote: compiled and applied with bounded work. */
public final class ForeignSchema {
  private final Schema schema;

  private ForeignSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @throws UnknownRule where it holds a rule that is not understood here
   */
  public static ForeignSchema compile(JsonObject schema) {
    return new ForeignSchema(SchemaCompiler.compile(schema));
  }

  /**
   * What differs; empty where the value conforms.
   *
   * @throws UnknownRule where applying a rule takes too much work
   */
  public List<SchemaProblem> problems(JsonValue value) {
    var findings = new Findings();
    schema.check(value, findings);
    return findings.problems();
  }
}
