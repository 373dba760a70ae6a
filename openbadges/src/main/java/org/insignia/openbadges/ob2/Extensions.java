package org.insignia.openbadges.ob2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.schema.ForeignSchema;
import org.insignia.openbadges.schema.SchemaProblem;
import org.insignia.openbadges.schema.UnknownRule;
import org.jspecify.annotations.Nullable;

/**
 * The extensions of OB 2.0: parts of a badge with a context of their own, which names a schema. The
 * published ones are part of this library; nothing is fetched.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v2p0/#extensions">Open Badges 2.0, extensions</a>
 */
final class Extensions {
  private static final Pattern CONTEXT =
      Pattern.compile(
          "https?://(?:w3id\\.org/openbadges|openbadgespec\\.org)/extensions/(\\w+)/context\\.json");
  private static final int MOST = 50;

  private static final Map<String, Extension> BUNDLED = bundled();

  /**
   * @param schemas by the type that they validate
   */
  private record Extension(JsonObject context, Map<String, ForeignSchema> schemas) {}

  private final Findings findings;
  private int seen;

  private Extensions(Findings findings) {
    this.findings = findings;
  }

  /**
   * Compares every extension in a document with its schema.
   *
   * @param at JSON Pointer of the document in the badge
   */
  static void check(JsonObject document, String at, Findings findings) {
    var extensions = new Extensions(findings);
    document
        .members()
        .forEach((name, value) -> extensions.look(value, at + "/" + JsonPointer.escape(name)));
  }

  private void look(JsonValue value, String at) {
    switch (value) {
      case JsonObject object -> {
        if (types(object).stream().anyMatch(type -> type.startsWith("extensions:"))) {
          extension(object, at);
        }
        object.members().forEach((name, v) -> look(v, at + "/" + JsonPointer.escape(name)));
      }
      case JsonArray array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          look(array.elements().get(i), at + "/" + i);
        }
      }
      default -> {}
    }
  }

  private void extension(JsonObject node, String at) {
    if (++seen > MOST) {
      return;
    }
    boolean known = false;
    for (JsonValue context : node.list("@context")) {
      Matcher name = CONTEXT.matcher(context instanceof JsonString s ? s.value() : "");
      Extension extension = name.matches() ? BUNDLED.get(name.group(1)) : null;
      if (extension != null) {
        known = true;
        validate(node, extension, at);
      }
    }
    if (!known) {
      findings.skipped(Step.CONFORMANCE, at + ": an extension that is not known here");
    }
  }

  private void validate(JsonObject node, Extension extension, String at) {
    JsonObject renamed = renamed(node, extension.context());
    for (String type : types(node)) {
      ForeignSchema schema = extension.schemas().get(type);
      List<SchemaProblem> problems = schema == null ? List.of() : problems(schema, renamed);
      for (SchemaProblem problem : problems) {
        findings.failed(
            Step.CONFORMANCE,
            Reason.NOT_THE_SCHEMA,
            at + problem.pointer() + ": " + problem.detail());
      }
      if (schema != null && problems.isEmpty()) {
        findings.passed(Step.CONFORMANCE, at + ": keeps to the schema of " + type);
      }
    }
  }

  private static List<SchemaProblem> problems(ForeignSchema schema, JsonObject node) {
    try {
      return schema.problems(node);
    } catch (UnknownRule e) {
      return List.of(new SchemaProblem("", String.valueOf(e.getMessage())));
    }
  }

  /** Members may be named by their IRI instead of the word that the context has for it. */
  private static JsonObject renamed(JsonObject node, JsonObject context) {
    var members = new LinkedHashMap<String, JsonValue>();
    node.members()
        .forEach(
            (name, value) -> members.put(name.contains("://") ? word(name, context) : name, value));
    return new JsonObject(members);
  }

  private static String word(String iri, JsonObject context) {
    return context.members().entrySet().stream()
        .filter(term -> iri.equals(expanded(iri(term.getValue()), context)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(iri);
  }

  private static @Nullable String iri(JsonValue definition) {
    return definition instanceof JsonObject o
        ? o.string("@id")
        : definition instanceof JsonString s ? s.value() : null;
  }

  private static @Nullable String expanded(@Nullable String name, JsonObject context) {
    if (name == null || name.indexOf(':') < 0) {
      return name;
    }
    int colon = name.indexOf(':');
    String prefix = context.string(name.substring(0, colon));
    return prefix == null ? name : prefix + name.substring(colon + 1);
  }

  /** The types, in the one spelling of several that are in use. */
  private static List<String> types(JsonObject node) {
    List<String> types = new ArrayList<>();
    for (JsonValue type : node.list("type")) {
      if (type instanceof JsonString s) {
        types.add(spelled(s.value()));
      }
    }
    return types;
  }

  private static String spelled(String type) {
    return type.replaceFirst(
        "^(extensions:?#|https://w3id\\.org/openbadges/extensions#)", "extensions:");
  }

  private static Map<String, Extension> bundled() {
    Map<String, Extension> all = new HashMap<>();
    for (String name : resource("names.txt").utf8().lines().toList()) {
      JsonObject document = Json.parseObject(resource(name + "/context.json"));
      ForeignSchema schema =
          ForeignSchema.compile(sound(Json.parseObject(resource(name + "/schema.json"))));
      Map<String, ForeignSchema> schemas = new HashMap<>();
      for (JsonValue validation : document.list("obi:validation")) {
        String type = ((JsonObject) validation).string("obi:validatesType");
        schemas.put(spelled(String.valueOf(type)), schema);
      }
      JsonObject context = document.object("@context");
      all.put(name, new Extension(context == null ? document : context, schemas));
    }
    return all;
  }

  /** One published schema has the list of its required members among the properties. */
  private static JsonObject sound(JsonObject schema) {
    JsonObject properties = schema.object("properties");
    return properties != null && properties.get("required") instanceof JsonArray required
        ? schema.with("properties", properties.without("required")).with("required", required)
        : schema;
  }

  private static Bytes resource(String name) {
    try (InputStream in = Extensions.class.getResourceAsStream("extensions/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in this library: " + name);
      }
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
