package org.insignia.cli.badge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that the suite hands over. */
final class JoseCoseFiles {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The document or envelope.")
  private String input = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "A verification method with its JWK.")
  private String key = "";

  @Option(
      names = "--feature",
      required = true,
      description = "credential_jose, presentation_cose, credential_sdjwt, ...")
  private String feature = "";

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the result goes.")
  private @Nullable Path output;

  @Option(
      names = {"--disclosures", "--sd"},
      paramLabel = "LIST",
      description =
          "What may be kept back: a JSON list of paths as a.b[0], or JSON Pointers with commas.")
  private String disclosures = "";

  Bytes input() {
    return LocalFiles.read(input);
  }

  String key() {
    return key;
  }

  boolean isPresentation() {
    return feature.startsWith("presentation");
  }

  /** What follows the underscore: jose, cose or sdjwt. */
  String wrapping() {
    return feature.substring(feature.indexOf('_') + 1);
  }

  /**
   * @throws MalformedCredential where the list cannot be read
   */
  List<JsonPointer> disclosures() {
    var paths = new ArrayList<String>();
    if (disclosures.strip().startsWith("[")) {
      if (!(Json.parse(disclosures) instanceof JsonArray list)) {
        throw new MalformedCredential("/sd", "not a list");
      }
      for (JsonValue path : list.elements()) {
        paths.add(path instanceof JsonString text ? text.value() : "");
      }
    } else if (!disclosures.isBlank()) {
      paths.addAll(List.of(disclosures.split(",")));
    }
    return paths.stream().map(JoseCoseFiles::pointer).map(JsonPointer::parse).toList();
  }

  /** {@code a.b[0]} as the suite writes it, or a pointer already. */
  private static String pointer(String path) {
    return path.startsWith("/")
        ? path
        : "/"
            + path.replace("~", "~0")
                .replace("/", "~1")
                .replaceAll("\\[(\\d{1,9})]", ".$1")
                .replace('.', '/');
  }

  /** Writes {@code {"result", "data"}} in the suite's form. */
  void result(String result, String data) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("result", result);
    members.put("data", data);
    LocalFiles.write(
        Objects.requireNonNull(output), Bytes.utf8(Json.write(JsonValue.from(members))));
  }
}
