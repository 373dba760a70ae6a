package org.insignia.cli.badge;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
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
      split = ",",
      description = "Pointers of what may be kept back.")
  private List<String> disclosures = List.of();

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

  List<String> disclosures() {
    return disclosures;
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
