package org.insignia.openbadges.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
  private static final SchemaCheck CHECK = SchemaCheck.bundled();

  /** The public validator gave no verdict on these: it looked for a schema that was not there. */
  private static final Set<String> WITHOUT_VERDICT =
      Set.of("ob30/simple-err-type.json", "clr20/simple_v1.json", "clr20/simple-noproof.json");

  @Test
  void agrees_with_the_public_validator_on_its_own_samples() {
    JsonObject expected = object("standards/1edtech-validator-samples/EXPECTED.json");
    assertThat(
            agreements(
                "1edtech-validator-samples", Objects.requireNonNull(expected.object("files"))))
        .isEqualTo(20);
  }

  @Test
  void agrees_with_the_public_validator_on_our_samples() {
    assertThat(agreements("own", object("standards/own/EXPECTED.json"))).isEqualTo(24);
  }

  private static int agreements(String folder, JsonObject files) {
    int compared = 0;
    for (Map.Entry<String, JsonValue> file : files.members().entrySet()) {
      String verdict = Json.write(file.getValue());
      if (file.getKey().matches("(ob30|clr20|own|.*-signed).*\\.json")
          && verdict.contains("\"verdict\"")
          && !WITHOUT_VERDICT.contains(file.getKey())) {
        JsonObject credential = object("standards/" + folder + "/" + file.getKey());
        assertThat(CHECK.problems(credential).isEmpty())
            .as(file.getKey() + " " + CHECK.problems(credential))
            .isEqualTo(!verdict.contains(" JsonSchemaProbe"));
        compared++;
      }
    }
    return compared;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validFrom | \"2024-02-30T00:00:00Z\" | /validFrom",
        "validFrom | \"2024-02-28\" | /validFrom",
        "validFrom | 7 | /validFrom",
        "type | [\"OpenBadgeCredential\"] | /type",
        "issuer | 7 | /issuer",
        "credentialStatus | [] | /credentialStatus",
        "evidence | [{\"type\":[\"Proof\"]}] | /evidence/0/type",
        "@context | [\"https://www.w3.org/ns/credentials/v2\"] | /@context"
      })
  void points_at_what_differs(String name, String value, String pointer) {
    JsonObject changed = badge().with(name, Json.parse(value));
    assertThat(CHECK.problems(changed)).extracting(SchemaProblem::pointer).contains(pointer);
  }

  @Test
  void names_a_member_that_is_missing() {
    assertThat(CHECK.problems(badge().without("validFrom")))
        .containsExactly(new SchemaProblem("", "lacks the required member validFrom"));
  }

  @Test
  void says_so_where_no_schema_is_for_the_type() {
    JsonObject other = badge().with("type", JsonValue.of("VerifiableCredential"));
    assertThat(CHECK.problems(other)).extracting(SchemaProblem::pointer).containsExactly("/type");
  }

  @Test
  void conforming_badges_have_no_problems() {
    assertThat(CHECK.problems(badge())).isEmpty();
  }

  @Test
  void gives_up_on_a_document_made_to_be_slow() {
    JsonValue nested = badge();
    for (int i = 0; i < 14; i++) {
      nested = badge().with("endorsement", JsonValue.from(List.of(nested, nested)));
    }
    assertThat(CHECK.problems((JsonObject) nested)).hasSizeBetween(1, 200);
  }

  @ParameterizedTest
  @CsvSource({"unevaluatedProperties, false", "$recursiveRef, \"#\"", "prefixItems, []"})
  void a_keyword_that_is_not_understood_is_an_error(String keyword, String argument) {
    var schema = (JsonObject) Json.parse("{\"" + keyword + "\":" + argument + "}");
    assertThatThrownBy(() -> SchemaCompiler.compile(schema))
        .isInstanceOf(UnknownRule.class)
        .hasMessageContaining(keyword);
  }

  @Test
  void an_unknown_type_is_an_error() {
    assertThatThrownBy(() -> SchemaCompiler.compile((JsonObject) Json.parse("{\"type\":\"text\"}")))
        .isInstanceOf(UnknownRule.class);
  }

  private static JsonObject badge() {
    return object("standards/own/ob30-signed/full.eddsa-rdfc-2022.json");
  }

  private static JsonObject object(String path) {
    return Json.parseObject(SharedFiles.bytes(path));
  }
}
