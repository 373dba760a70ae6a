package org.insignia.openbadges.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/**
 * Compares credentials with the JSON Schemas (2019-09) of Open Badges 3.0 and CLR 2.0. A difference
 * says nothing about a credential's signature: many that verify differ.
 */
public final class SchemaCheck {
  private static final String VC_1_1 = "https://www.w3.org/2018/credentials/v1";

  private final Map<String, Schema> byUrl = new HashMap<>();
  private final Schema achievement = load("ob_v3p0_achievementcredential_schema.json");
  private final Schema achievementVc11 = load("ob_v3p0_achievementcredentialv1p1-jsonschema1.json");
  private final Schema endorsement = load("ob_v3p0_endorsementcredential_schema.json");
  private final Schema endorsementVc11 = load("ob_v3p0_endorsementcredentialv1p1-jsonschema1.json");
  private final Schema clr = load("clr_v2p0_clrcredential_schema.json");

  private static final class Bundled {
    static final SchemaCheck INSTANCE = new SchemaCheck();
  }

  private SchemaCheck() {}

  /** With the schemas in this library, compiled once. */
  public static SchemaCheck bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * What differs; empty where the credential conforms. The schema is chosen by {@code type} and by
   * the first context; a credential of no type that has a schema is one problem.
   */
  public List<SchemaProblem> problems(JsonObject credential) {
    Optional<Schema> schema = schemaFor(credential);
    if (schema.isEmpty()) {
      return List.of(new SchemaProblem("/type", "no type that has a schema"));
    }
    var findings = new Findings();
    schema.get().check(credential, findings);
    return findings.problems();
  }

  /**
   * What differs from the schema of this URL, whatever the type says; empty where the schema is
   * none of 1EdTech's.
   */
  public Optional<List<SchemaProblem>> problems(JsonObject credential, String schemaUrl) {
    return Optional.ofNullable(byUrl.get(schemaUrl))
        .map(schema -> {
          var findings = new Findings();
          schema.check(credential, findings);
          return findings.problems();
        });
  }

  private Optional<Schema> schemaFor(JsonObject credential) {
    boolean vc11 = credential.list("@context").contains(JsonValue.of(VC_1_1));
    List<JsonValue> types = credential.list("type");
    if (types.contains(JsonValue.of("ClrCredential"))) {
      return Optional.of(clr);
    }
    if (types.contains(JsonValue.of("EndorsementCredential"))) {
      return Optional.of(vc11 ? endorsementVc11 : endorsement);
    }
    boolean badge =
        types.contains(JsonValue.of("OpenBadgeCredential"))
            || types.contains(JsonValue.of("AchievementCredential"));
    return badge ? Optional.of(vc11 ? achievementVc11 : achievement) : Optional.empty();
  }

  private Schema load(String name) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream("1edtech/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in this library: " + name);
      }
      JsonObject document = Json.parseObject(Bytes.wrap(in.readAllBytes()));
      Schema schema = SchemaCompiler.compile(document);
      byUrl.put(String.valueOf(document.string("$id")), schema);
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
