package org.insignia.server.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description, written by hand in {@code resources/openapi}, a file for each resource. What
 * holds of every operation is added here, so that no file can forget it.
 */
@Component
public class Description {
  /** In the order in which they are read by people. */
  private static final List<String> FILES =
      List.of(
          "general",
          "badges",
          "catalogue",
          "entries",
          "looks",
          "collections",
          "results",
          "people",
          "desk",
          "house",
          "rooms",
          "keys",
          "certificates",
          "settings",
          "tokens",
          "programs",
          "events",
          "webhooks",
          "me",
          "record",
          "shares",
          "profile",
          "me-imports",
          "me-account",
          "me-requests",
          "me-jobs",
          "lists",
          "operator",
          "feeds");

  private final Map<String, Object> document;
  private final Bytes json;

  Description(Settings settings, Texts texts) {
    this.document = new LinkedHashMap<>();
    FILES.forEach(file -> merge(document, read(file)));
    document.put("servers", List.of(Map.of("url", settings.url("").toString())));
    var info = object(document.get("info"));
    info.put("termsOfService", settings.url("/terms").toString());
    info.put("contact", Map.of("url", settings.url("/help/contact").toString()));
    object(document.get("components"))
        .put("securitySchemes", new Access(settings, texts).schemes());
    Operations.complete(document);
    this.json = Bytes.utf8(Json.write(JsonValue.from(document)));
  }

  /** The whole document, JSON. */
  public Bytes json() {
    return json;
  }

  /** The operations in the order of the document. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Operations.each(
        document,
        (path, method, operation) ->
            operations.add(
                new Operation(
                    method.toUpperCase(java.util.Locale.ROOT),
                    path,
                    String.valueOf(
                        ((List<?>) operation.getOrDefault("tags", List.of(""))).getFirst()),
                    String.valueOf(operation.get("summary")),
                    String.valueOf(
                        operation.getOrDefault(
                            "x-scope", operation.getOrDefault("x-personal", ""))))));
    return operations;
  }

  /**
   * One of them, for a table.
   *
   * @param scope empty where none is needed
   */
  public record Operation(String method, String path, String tag, String summary, String scope) {}

  private static Map<String, Object> read(String file) {
    try (InputStream in = Description.class.getResourceAsStream("/openapi/" + file + ".yaml")) {
      var options = new LoaderOptions();
      options.setMaxAliasesForCollections(1000);
      var tree = new Yaml(new SafeConstructor(options)).load(in);
      return object(plain(tree));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names are texts: of statuses, too. */
  private static Object plain(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), nullable(value)));
        yield named;
      }
      case List<?> list -> {
        List<Object> all = new ArrayList<>();
        list.forEach(value -> all.add(nullable(value)));
        yield all;
      }
      default -> tree;
    };
  }

  private static Object nullable(Object value) {
    return value == null ? new JsonValue.JsonNull() : plain(value);
  }

  @SuppressWarnings("unchecked") // plain() made it
  static Map<String, Object> object(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  /** Objects grow, lists get longer, nothing is written twice. */
  private static void merge(Map<String, Object> into, Map<String, Object> from) {
    from.forEach((name, value) -> {
      var there = into.get(name);
      if (there == null) {
        into.put(name, value);
      } else if (there instanceof Map<?, ?> && value instanceof Map<?, ?>) {
        merge(object(there), object(value));
      } else if (there instanceof List<?> one && value instanceof List<?> other) {
        List<Object> both = new ArrayList<>(one);
        both.addAll(other);
        into.put(name, both);
      } else {
        throw new IllegalStateException("described twice: " + name);
      }
    });
  }
}
