package org.insignia.openbadges.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"integer\"} | 3 | 3.5",
        "{\"type\":\"integer\"} | 1.0 | \"1\"",
        "{\"type\":[\"string\",\"null\"]} | null | 1",
        "{\"const\":{\"a\":1}} | {\"a\":1} | {\"a\":2}",
        "{\"minimum\":3} | 3 | 2.9",
        "{\"exclusiveMinimum\":3} | 3.1 | 3",
        "{\"maximum\":3} | 3 | 3.1",
        "{\"exclusiveMaximum\":3} | 2.9 | 3",
        "{\"multipleOf\":0.5} | 2.5 | 2.6",
        "{\"minLength\":2} | \"😀😀\" | \"😀\"",
        "{\"maxLength\":1} | \"😀\" | \"ab\"",
        "{\"minItems\":1} | [1] | []",
        "{\"maxItems\":1} | [1] | [1,2]",
        "{\"uniqueItems\":true} | [1,2] | [1,1]",
        "{\"minProperties\":1} | {\"a\":1} | {}",
        "{\"maxProperties\":1} | {\"a\":1} | {\"a\":1,\"b\":1}",
        "{\"not\":{\"type\":\"string\"}} | 1 | \"a\"",
        "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2},\"else\":{\"minimum\":2}} | 2 | \"a\"",
        "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2},\"else\":{\"minimum\":2}} | \"ab\" | 1",
        "{\"contains\":{\"const\":1},\"maxContains\":1} | [1,2] | [1,1]",
        "{\"contains\":{\"const\":1},\"minContains\":2} | [1,1] | [1,2]",
        "{\"dependentRequired\":{\"a\":[\"b\"]}} | {\"b\":1} | {\"a\":1}",
        "{\"patternProperties\":{\"^x\":{\"type\":\"number\"}}} | {\"xa\":1,\"y\":\"\"} | {\"xa\":\"\"}",
        "{\"patternProperties\":{\"^x\":true},\"additionalProperties\":false} | {\"xa\":1} | {\"y\":1}",
        "{\"properties\":{\"y\":true},\"patternProperties\":{\"^x\":true},\"additionalProperties\":false} | {\"xa\":1,\"y\":2} | {\"z\":1}",
        "{\"$ref\":\"#/definitions/a\",\"definitions\":{\"a\":{\"type\":\"string\"}}} | \"a\" | 1",
        "{\"$id\":\"https://a.example/s\",\"$ref\":\"https://a.example/s#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"string\"}}} | \"a\" | 1",
        "{\"items\":{\"$ref\":\"#\"},\"maxItems\":2} | [[[]]] | [[[],[],[]]]"
      })
  void a_rule_tells_good_from_bad(String schema, String good, String bad) {
    ForeignSchema compiled = ForeignSchema.compile(Json.parseObject(Bytes.utf8(schema)));
    assertThat(compiled.problems(Json.parse(good))).isEmpty();
    assertThat(compiled.problems(Json.parse(bad))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unevaluatedProperties\":false}",
        "{\"$ref\":\"https://other.example/schema\"}",
        "{\"$ref\":\"#anchor\"}",
        "{\"$recursiveRef\":\"#\"}",
        "{\"pattern\":\"(\"}",
        "{\"pattern\":1}",
        "{\"minimum\":\"1\"}",
        "{\"multipleOf\":0}",
        "{\"type\":\"text\"}",
        "{\"allOf\":[3]}"
      })
  void a_rule_that_is_not_understood_is_no_rule_that_is_kept(String schema) {
    assertThatExceptionOfType(UnknownRule.class)
        .isThrownBy(() -> ForeignSchema.compile(Json.parseObject(Bytes.utf8(schema))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(.*a){12}x", "(a|b|ab)*c", "(x+x+)+y|^(a*a*)*z"})
  void a_pattern_that_takes_for_ever_is_left(String pattern) {
    String schema = "{\"pattern\":\"" + pattern + "\"}";
    ForeignSchema compiled = ForeignSchema.compile(Json.parseObject(Bytes.utf8(schema)));
    assertThatExceptionOfType(UnknownRule.class)
        .isThrownBy(() -> compiled.problems(Json.parse("\"" + "a".repeat(300_000) + "!\"")));
  }

  @Test
  void schemas_that_call_themselves_come_to_an_end() {
    for (String schema :
        new String[] {
          "{\"allOf\":[{\"$ref\":\"#\"}]}",
          "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}],\"not\":{\"$ref\":\"#\"}}",
          "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}}}"
        }) {
      ForeignSchema compiled = ForeignSchema.compile(Json.parseObject(Bytes.utf8(schema)));
      assertThat(compiled.problems(Json.parse("{}"))).isNotEmpty();
    }
  }
}
