package org.insignia.openbadges.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.schema.Schema.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Compiles JSON Schema 2019-09, and what older drafts have in common with it. References to other
 * documents and the keywords that look at what others left over are not known here; they and every
 * other keyword are an error: a rule that is not understood must not look like one that is kept.
 *
 * @see <a href="https://json-schema.org/draft/2019-09/json-schema-validation">2019-09</a>
 */
final class SchemaCompiler {
  private final JsonObject root;

  /** By reference; entered before compiling, which closes circles. */
  private final Map<String, Schema> byReference = new HashMap<>();

  private SchemaCompiler(JsonObject root) {
    this.root = root;
  }

  /**
   * @throws UnknownRule where the schema cannot be compiled
   */
  static Schema compile(JsonObject root) {
    return new SchemaCompiler(root).schema(root);
  }

  private Schema schema(JsonValue value) {
    var schema = new Schema();
    schema.rules(rules(value));
    return schema;
  }

  private List<Rule> rules(JsonValue value) {
    return switch (value) {
      case JsonBoolean allowed when allowed.value() -> List.of();
      case JsonBoolean forbidden -> List.of((v, findings) -> findings.problem("must not be here"));
      case JsonObject object -> {
        List<Rule> rules = new ArrayList<>();
        object.members().forEach((keyword, argument) -> add(rules, keyword, argument, object));
        yield rules;
      }
      default -> throw new UnknownRule("neither a schema nor a boolean");
    };
  }

  private void add(List<Rule> rules, String keyword, JsonValue argument, JsonObject siblings) {
    Rule rule =
        switch (keyword) {
          // Annotations, and definitions that count only where they are referred to.
          case "$schema", "$id", "id", "$comment", "$defs", "definitions", "title", "default" ->
              null;
          // One of 1EdTech's schemas misspells the description.
          case "description", "desccription", "examples", "deprecated", "readOnly" -> null;
          case "contentMediaType", "contentEncoding", "$vocabulary", "writeOnly" -> null;
          // Read together with items, if, contains and properties.
          case "additionalItems", "then", "else", "minContains", "maxContains" -> null;
          case "patternProperties", "additionalProperties" ->
              siblings.get("properties") == null && keyword.equals(firstOfMembers(siblings))
                  ? members(siblings)
                  : null;
          case "properties" -> members(siblings);
          case "$ref" -> reference(text(argument));
          case "type" -> ValueRules.type(texts(argument));
          case "required" -> ValueRules.required(texts(argument));
          case "enum" -> ValueRules.oneOfValues(elements(argument));
          case "pattern" -> ValueRules.pattern(text(argument));
          case "format" -> ValueRules.format(text(argument));
          case "const" -> ValueRules.oneOfValues(List.of(argument));
          case "minimum", "exclusiveMinimum" -> BoundRules.least(number(argument), keyword);
          case "maximum", "exclusiveMaximum" -> BoundRules.most(number(argument), keyword);
          case "multipleOf" -> BoundRules.multipleOf(number(argument));
          case "minLength" -> BoundRules.length(number(argument), BoundRules.NONE);
          case "maxLength" -> BoundRules.length(BigDecimal.ZERO, number(argument));
          case "minItems" -> BoundRules.items(number(argument), BoundRules.NONE);
          case "maxItems" -> BoundRules.items(BigDecimal.ZERO, number(argument));
          case "minProperties" -> BoundRules.members(number(argument), BoundRules.NONE);
          case "maxProperties" -> BoundRules.members(BigDecimal.ZERO, number(argument));
          case "uniqueItems" -> BoundRules.unique(argument);
          case "items" -> items(argument, siblings.get("additionalItems"));
          case "contains" -> contains(argument, siblings);
          case "not" -> Alternatives.not(schema(argument));
          case "if" ->
              Alternatives.ifThenElse(
                  schema(argument), optional(siblings, "then"), optional(siblings, "else"));
          case "dependentRequired" -> dependentRequired(argument);
          case "propertyNames" -> ValueRules.propertyNames(schema(argument));
          case "allOf" -> Alternatives.allOf(schemas(argument));
          case "anyOf" -> Alternatives.anyOf(schemas(argument));
          case "oneOf" -> Alternatives.oneOf(schemas(argument));
          default -> throw new UnknownRule("the keyword " + keyword);
        };
    if (rule != null) {
      rules.add(rule);
    }
  }

  private Rule reference(String reference) {
    Schema known = byReference.get(reference);
    if (known == null) {
      known = new Schema();
      byReference.put(reference, known);
      known.rules(rules(target(reference)));
    }
    Schema target = known;
    return (value, findings) -> target.check(value, findings);
  }

  private JsonValue target(String reference) {
    String own = root.string("$id");
    String local =
        own != null && reference.startsWith(own) ? reference.substring(own.length()) : reference;
    JsonValue target =
        local.equals("#") || local.startsWith("#/")
            ? JsonPointer.parse(local.substring(1)).in(root)
            : null;
    if (target == null) {
      throw new UnknownRule("a reference to another document");
    }
    return target;
  }

  /** Which of the keywords that are compiled together comes first. */
  private static String firstOfMembers(JsonObject siblings) {
    return siblings.get("patternProperties") == null ? "additionalProperties" : "patternProperties";
  }

  private Rule members(JsonObject siblings) {
    JsonValue additional = siblings.get("additionalProperties");
    return ValueRules.members(
        schemas(siblings, "properties"),
        schemas(siblings, "patternProperties"),
        additional == null ? new Schema() : schema(additional));
  }

  private Map<String, Schema> schemas(JsonObject siblings, String keyword) {
    Map<String, Schema> named = new LinkedHashMap<>();
    if (siblings.object(keyword) instanceof JsonObject members) {
      members.members().forEach((name, value) -> named.put(name, schema(value)));
    }
    return named;
  }

  private Schema optional(JsonObject siblings, String keyword) {
    JsonValue value = siblings.get(keyword);
    return value == null ? new Schema() : schema(value);
  }

  private Rule contains(JsonValue argument, JsonObject siblings) {
    JsonValue least = siblings.get("minContains");
    JsonValue most = siblings.get("maxContains");
    return BoundRules.contains(
        schema(argument),
        least == null ? BigDecimal.ONE : number(least),
        most == null ? BoundRules.NONE : number(most));
  }

  private static Rule dependentRequired(JsonValue argument) {
    Map<String, Rule> needed = new LinkedHashMap<>();
    if (!(argument instanceof JsonObject object)) {
      throw new UnknownRule("dependentRequired that is no object");
    }
    object.members().forEach((name, names) -> needed.put(name, ValueRules.required(texts(names))));
    return (value, findings) -> {
      if (value instanceof JsonObject subject) {
        needed.forEach((name, rule) -> {
          if (subject.get(name) != null) {
            rule.check(value, findings);
          }
        });
      }
    };
  }

  private Rule items(JsonValue argument, @Nullable JsonValue additional) {
    if (argument instanceof JsonArray tuple) {
      Schema rest = additional == null ? new Schema() : schema(additional);
      return ValueRules.elements(tuple.elements().stream().map(this::schema).toList(), rest);
    }
    return ValueRules.elements(List.of(), schema(argument));
  }

  private List<Schema> schemas(JsonValue argument) {
    return elements(argument).stream().map(this::schema).toList();
  }

  private static List<JsonValue> elements(JsonValue argument) {
    return argument instanceof JsonArray array ? array.elements() : List.of(argument);
  }

  private static List<String> texts(JsonValue argument) {
    return elements(argument).stream().map(SchemaCompiler::text).toList();
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw new UnknownRule("a keyword whose value is no text");
  }

  private static BigDecimal number(JsonValue value) {
    if (value instanceof JsonNumber number && number.literal().length() < 40) {
      return new BigDecimal(number.literal());
    }
    throw new UnknownRule("a keyword whose value is no number");
  }
}
