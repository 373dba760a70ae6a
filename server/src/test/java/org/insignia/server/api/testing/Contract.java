package org.insignia.server.api.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/** The description of the API as a promise: whether an answer is one that it promises. */
public final class Contract {
  /** What the container says before any operation is found. */
  private static final Set<Integer> OF_NO_OPERATION = Set.of(405, 406);

  private final JsonObject document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final List<Operation> operations = new ArrayList<>();

  public Contract(String openapi) {
    this.document = (JsonObject) Json.parse(openapi);
    object(document, "paths")
        .members()
        .forEach((path, item) ->
            ((JsonObject) item)
                .members()
                .forEach((method, operation) ->
                    operations.add(
                        new Operation(
                            method.toUpperCase(Locale.ROOT), path, (JsonObject) operation))));
    // an address without variables goes before one that has them
    operations.sort(Comparator.comparing(o -> o.path().replace('{', '\uffff')));
  }

  /** One operation. */
  public record Operation(String method, String path, JsonObject described) {
    boolean isMeantBy(String called, String address) {
      var bare = address.replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]+", "");
      var pattern = Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
      return method.equals(called) && pattern.matcher(bare).matches();
    }
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** What is wrong with an answer, in words; empty where it is as promised. */
  public List<String> faults(String method, String path, int status, String type, String body) {
    if (OF_NO_OPERATION.contains(status)) {
      return List.of();
    }
    var operation =
        operations.stream().filter(o -> o.isMeantBy(method, path)).findFirst().orElse(null);
    if (operation == null) {
      return status == 404 ? List.of() : List.of("not described: " + method + " " + path);
    }
    var responses = object(operation.described(), "responses");
    var response = responses.object(Integer.toString(status));
    if (response == null) {
      return List.of("no status " + status + " of " + method + " " + operation.path());
    }
    var content = resolved(response).object("content");
    if (content == null) {
      return body.isEmpty() ? List.of() : List.of("a body where none is described");
    }
    var plain = type.replaceFirst(";.*", "");
    var media = content.object(plain);
    if (media == null) {
      return List.of(
          "a body of type " + type + " where there may be " + content.members().keySet());
    }
    return plain.endsWith("json")
        ? problems(media.get("schema"), body).stream()
            .map(p -> method + " " + operation.path() + " " + status + ": " + p)
            .toList()
        : List.of();
  }

  /** Follows a reference. */
  public JsonObject resolved(JsonObject object) {
    var reference = object.string("$ref");
    if (reference == null) {
      return object;
    }
    var at = document;
    for (var step : reference.substring(2).split("/")) {
      at = object(at, step);
    }
    return at;
  }

  /** What a value lacks of a schema of the document. */
  public List<String> problems(JsonValue schema, String value) {
    var whole = new LinkedHashMap<>(((JsonObject) schema).members());
    whole.put("components", document.get("components"));
    var text = Json.write(new JsonObject(whole));
    var compiled = schemas.computeIfAbsent(text, s -> registry.getSchema(s, InputFormat.JSON));
    return compiled
        .validate(
            value,
            InputFormat.JSON,
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(String::valueOf)
        .toList();
  }

  /** The member of this name, which must be an object. */
  public static JsonObject object(JsonObject in, String name) {
    if (in.get(name) instanceof JsonObject found) {
      return found;
    }
    throw new AssertionError("no object " + name + " in " + Json.write(new JsonString(name)));
  }
}
