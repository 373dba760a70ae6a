package org.insignia.server.platform.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the server is made of: the list that is packed with it (CycloneDX), and how it is pinned.
 */
class SupplyTest {
  private static final Path LIST = Path.of("target/classes/META-INF/sbom/application.cdx.json");

  /** Licences under which the server may be handed on; where a part has several, one is chosen. */
  private static final Set<String> TAKEN =
      Set.of(
          "Apache-2.0",
          "MIT",
          "0BSD",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0",
          "Bouncy Castle Licence");

  private static final Pattern PLUGIN = Pattern.compile("<plugin>(.*?)</plugin>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  private static List<JsonObject> parts() throws IOException {
    var list = (JsonObject) Json.parse(Files.readString(LIST));
    return ((JsonArray) list.get("components"))
        .elements().stream().map(JsonObject.class::cast).toList();
  }

  @Test
  @DisplayName("T19: every part is named with its one version and a licence that may be handed on")
  void each_part_has_a_version_and_a_licence() throws IOException {
    var wrong = new TreeSet<String>();
    for (var part : parts()) {
      var version = String.valueOf(part.string("version"));
      if (!version.matches("[0-9][0-9A-Za-z.-]*")
          || version.endsWith("SNAPSHOT") && !"org.insignia".equals(part.string("group"))) {
        wrong.add(part.string("purl") + ": version " + version);
      }
      if (licences(part).stream().noneMatch(TAKEN::contains)) {
        wrong.add(part.string("purl") + ": licences " + licences(part));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> licences(JsonObject part) {
    return part.get("licenses") instanceof JsonArray all
        ? all.elements().stream()
            .map(one -> (JsonObject) ((JsonObject) one).get("license"))
            .map(one ->
                String.valueOf(one.string("id") == null ? one.string("name") : one.string("id")))
            .toList()
        : List.of();
  }

  @Test
  @DisplayName(
      "T19: the checksums are those of the jars that run, and no jar of ours to pack is missing")
  void the_checksums_are_those_of_the_jars() throws IOException {
    Map<String, Path> jars = new HashMap<>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(entry);
      jars.put(String.valueOf(path.getFileName()), path);
    }
    int compared = 0;
    for (var part : parts()) {
      var jar = jars.get(part.string("name") + "-" + part.string("version") + ".jar");
      if (jar != null) {
        assertThat(checksum(part)).as(part.string("purl")).isEqualTo(sha256(jar));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(80);
    assertThat(parts())
        .extracting(part -> part.string("name"))
        .contains("spring-webmvc", "postgresql", "bcprov-jdk18on", "tomcat-embed-core")
        .doesNotContain("junit-jupiter", "assertj-core", "playwright", "opensearch");
  }

  private static String checksum(JsonObject part) {
    return ((JsonArray) part.get("hashes"))
        .elements().stream()
            .map(JsonObject.class::cast)
            .filter(hash -> "SHA-256".equals(hash.string("alg")))
            .map(hash -> String.valueOf(hash.string("content")))
            .findFirst()
            .orElse("none");
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName(
      "T19: two builds give the same list: it has no time of its making and no number of its own")
  void the_list_is_the_same_each_time() throws IOException {
    var list = (JsonObject) Json.parse(Files.readString(LIST));
    assertThat(list.string("bomFormat")).isEqualTo("CycloneDX");
    assertThat(list.string("serialNumber")).isNull();
    assertThat(((JsonObject) list.get("metadata")).string("timestamp")).isNull();
    assertThat(Files.readString(LIST)).doesNotContain(Path.of("").toAbsolutePath().toString());
  }

  @Test
  @DisplayName("T19: no plugin of the build is left to whatever version there is")
  void every_plugin_is_pinned() throws IOException {
    var root = Files.readString(Path.of("../pom.xml"));
    var pinned = new TreeSet<String>();
    PLUGIN
        .matcher(root)
        .results()
        .filter(one -> one.group(1).contains("<version>"))
        .forEach(one -> pinned.add(name(one.group(1))));
    var loose = new TreeSet<String>();
    for (var module :
        List.of(".", "openbadges", "outbound", "bench", "searchnode", "server", "cli")) {
      var pom = Files.readString(Path.of("..").resolve(module).resolve("pom.xml"));
      PLUGIN
          .matcher(pom)
          .results()
          .map(one -> one.group(1))
          .filter(plugin -> !plugin.contains("<version>") && !pinned.contains(name(plugin)))
          .forEach(plugin -> loose.add(module + ": " + name(plugin)));
      VERSION
          .matcher(pom)
          .results()
          .map(one -> one.group(1))
          .filter(version ->
              version.matches(".*(LATEST|RELEASE|[\\[(,]).*") && !version.matches("[0-9.]+RELEASE"))
          .forEach(version -> loose.add(module + ": " + version));
    }
    assertThat(loose).isEmpty();
  }

  private static String name(String plugin) {
    var found = NAME.matcher(plugin);
    return found.find() ? found.group(1) : plugin;
  }
}
