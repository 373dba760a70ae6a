package org.insignia.server.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Adds to each operation what holds of all of its kind. */
final class Operations {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Variables that are no ids. */
  private static final Set<String> WORDS = Set.of("slug", "session", "skill");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  private Operations() {}

  /** What is done with each. */
  interface Each {
    void operation(String path, String method, Map<String, Object> operation);
  }

  static void each(Map<String, Object> document, Each each) {
    Description.object(document.get("paths"))
        .forEach((path, item) ->
            Description.object(item)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    each.operation(path, method, Description.object(operation));
                  }
                }));
  }

  static void complete(Map<String, Object> document) {
    each(document, Operations::complete);
  }

  private static void complete(String path, String method, Map<String, Object> operation) {
    var parameters = list(operation, "parameters");
    variables(path, parameters);
    Map<String, Object> responses =
        new LinkedHashMap<>(Description.object(operation.get("responses")));
    var scope = operation.get("x-scope");
    if (scope != null) {
      operation.put("security", Access.organisation(scope));
      parameters.add(reference("parameters/Organisation"));
      responses.putIfAbsent("404", reference("responses/NotFound")); // another's organisation
      refusals(responses);
      scoped(operation, scope);
    } else if (operation.get("x-personal") instanceof String personal) {
      operation.put("security", Access.person(personal));
      refusals(responses);
      scoped(operation, personal);
    } else if (operation.containsKey("x-operator")) {
      operation.put("security", Access.operator());
      responses.putIfAbsent("403", reference("responses/NotOperator"));
      refusals(responses);
      saying(operation, "For who runs the server, with the operator's token.");
    }
    responses.putIfAbsent("400", reference("responses/Unreadable")); // a query of no text
    if (path.contains("{")) {
      responses.putIfAbsent("404", reference("responses/NotFound"));
    }
    if (operation.containsKey("parameters")) {
      responses.putIfAbsent("422", reference("responses/Invalid"));
    }
    if (!method.equals("get") && !List.of().equals(operation.get("security"))) {
      changes(operation, parameters, responses);
    }
    operation.put("responses", responses);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
  }

  private static void changes(
      Map<String, Object> operation, List<Object> parameters, Map<String, Object> responses) {
    if (!operation.containsKey("x-own-key")) {
      parameters.add(reference("parameters/IdempotencyKey"));
    }
    responses.putIfAbsent("409", reference("responses/Conflict"));
    responses.putIfAbsent("422", reference("responses/Invalid"));
    if (operation.containsKey("requestBody")) {
      responses.putIfAbsent("415", reference("responses/Unsupported"));
    }
  }

  private static void refusals(Map<String, Object> responses) {
    responses.putIfAbsent("401", reference("responses/Unauthenticated"));
    responses.putIfAbsent("403", reference("responses/Forbidden"));
    responses.putIfAbsent("429", reference("responses/TooMany"));
  }

  private static void scoped(Map<String, Object> operation, Object scope) {
    saying(operation, "Scope: `" + scope + "`.");
  }

  /** One more paragraph of what the operation is. */
  private static void saying(Map<String, Object> operation, String sentence) {
    var description = operation.get("description");
    operation.put(
        "description",
        (description == null ? "" : description.toString().strip() + "\n\n") + sentence);
  }

  private static void variables(String path, List<Object> parameters) {
    var found = VARIABLE.matcher(path);
    while (found.find()) {
      var name = found.group(1);
      if (parameters.stream().anyMatch(p -> isPlace(p, name))) {
        continue; // the file says more of it
      }
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("name", name);
      parameter.put("in", "path");
      parameter.put("required", true);
      parameter.put(
          "schema",
          WORDS.contains(name)
              ? Map.of("type", "string")
              : Map.of("type", "string", "format", "uuid"));
      parameters.add(parameter);
    }
  }

  private static boolean isPlace(Object parameter, String name) {
    return parameter instanceof Map<?, ?> map
        && name.equals(map.get("name"))
        && "path".equals(map.get("in"));
  }

  private static List<Object> list(Map<String, Object> operation, String name) {
    return operation.get(name) instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  private static Map<String, Object> reference(String to) {
    return Map.of("$ref", "#/components/" + to);
  }
}
