package org.insignia.server.firstlight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** What the generator says must come of its feed. */
record Answers(
    Map<Integer, String> verdicts,
    Set<Earned> awards,
    Set<Earned> pearson,
    Set<Set<String>> proposals,
    Set<Set<String>> apart,
    List<Together> merged) {

  /**
   * @param record {@code provider/candidate}
   */
  record Earned(String record, String achievement, Instant at) {}

  /** What two records earn once they are one. */
  record Together(Set<String> pair, Map<String, Instant> earned) {}

  /**
   * The catalogue that the generator and the tests read; absent where the shared reference data is.
   */
  static Path catalogue() {
    return Path.of(System.getProperty("insignia.shared"), "data/catalogue/ms-learn-certs");
  }

  static Answers read(Path file) throws IOException {
    // Larger than what the library takes from strangers: one array after the other.
    var whole = parse(Files.readString(file));
    Map<Integer, String> verdicts = new TreeMap<>();
    objects(whole, "rows")
        .forEach(row ->
            verdicts.put(
                (int) ((JsonNumber) row.get("line")).doubleValue(), row.string("verdict")));
    return new Answers(
        verdicts,
        awards(whole, "awards"),
        awards(whole, "pearson"),
        pairs(whole, "proposals"),
        pairs(whole, "apart"),
        objects(whole, "merged").map(Answers::together).toList());
  }

  private static Set<Earned> awards(JsonObject whole, String name) {
    return objects(whole, name)
        .map(a -> new Earned(record(a), a.string("achievement"), Instant.parse(a.string("earned"))))
        .collect(Collectors.toSet());
  }

  private static JsonObject parse(String text) {
    return (JsonObject) Json.parse(Bytes.utf8(text));
  }

  private static Together together(JsonObject merged) {
    Map<String, Instant> earned = new TreeMap<>();
    merged
        .object("earned")
        .members()
        .forEach((uid, at) -> earned.put(uid, Instant.parse(((JsonValue.JsonString) at).value())));
    return new Together(pair(new JsonArray(merged.list("pair"))), earned);
  }

  private static Set<Set<String>> pairs(JsonObject whole, String name) {
    return whole.list(name).stream().map(p -> pair((JsonArray) p)).collect(Collectors.toSet());
  }

  private static Set<String> pair(JsonArray two) {
    return two.elements().stream().map(r -> record((JsonObject) r)).collect(Collectors.toSet());
  }

  private static String record(JsonObject o) {
    return o.string("provider") + "/" + o.string("candidate");
  }

  private static Stream<JsonObject> objects(JsonObject whole, String name) {
    return whole.list(name).stream().map(JsonObject.class::cast);
  }
}
