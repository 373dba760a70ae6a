package org.insignia.bench.feeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as the generator understands it: exams with their codes and last days,
 * certifications with their requirement trees. Read from the same files as the server reads, by
 * other code.
 */
final class Programme {

  /**
   * @param lastDay null while it is offered
   */
  record Exam(String uid, String code, @Nullable LocalDate lastDay) {}

  /**
   * @param requires null where it is not known how its exams combine
   */
  record Certification(
      String uid, boolean legacy, @Nullable Tree requires, List<String> exams, int prerequisites) {}

  private final Map<String, Exam> exams = new TreeMap<>();
  private final Map<String, Certification> certifications = new TreeMap<>();

  static Programme read(Path folder) throws IOException {
    var programme = new Programme();
    Map<String, JsonObject> newestExams = newest(folder.resolve("exams.jsonl.gz"));
    newestExams.forEach((uid, row) -> programme.exams.put(uid, exam(row)));
    Map<String, Tree> trees = new HashMap<>();
    for (var row : rows(folder.resolve("requirements.jsonl"))) {
      if (row.get("requires") instanceof JsonObject tree) {
        trees.put(text(row, "certification"), tree(tree));
      }
    }
    newest(folder.resolve("certifications.jsonl.gz"))
        .forEach((uid, row) ->
            programme.certifications.put(
                uid,
                new Certification(
                    uid,
                    row.get("hidden") instanceof JsonBoolean(boolean hidden) && hidden,
                    trees.get(uid),
                    row.list("exams").stream()
                        .filter(JsonString.class::isInstance)
                        .map(v -> ((JsonString) v).value())
                        .toList(),
                    row.list("prerequisites").size())));
    return programme;
  }

  Map<String, Exam> exams() {
    return exams;
  }

  Map<String, Certification> certifications() {
    return certifications;
  }

  /** Exams named anywhere in a tree. */
  static Set<String> examsIn(Tree tree) {
    Set<String> found = new LinkedHashSet<>();
    switch (tree) {
      case Tree.Pass(String uid) -> found.add(uid);
      case Tree.Hold(String uid) -> {}
      case Tree.Some(int k, List<Tree> of) -> of.forEach(t -> found.addAll(examsIn(t)));
    }
    return found;
  }

  private static Exam exam(JsonObject row) {
    var day = row.string("retirementDate");
    return new Exam(
        text(row, "uid"),
        text(row, "number"),
        day == null || !day.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(day));
  }

  private static Tree tree(JsonObject node) {
    if (node.string("exam") instanceof String uid) {
      return new Tree.Pass(uid);
    }
    if (node.string("certification") instanceof String uid) {
      return new Tree.Hold(uid);
    }
    var parts = node.list("of").stream().map(v -> tree((JsonObject) v)).toList();
    return switch (text(node, "op")) {
      case "all" -> new Tree.Some(parts.size(), parts);
      case "any" -> new Tree.Some(1, parts);
      case "atLeast" ->
          new Tree.Some(
              (int) ((JsonNumber) java.util.Objects.requireNonNull(node.get("k"))).doubleValue(),
              parts);
      default -> throw new IllegalStateException("unknown operator in " + Json.write(node));
    };
  }

  /** The row of the latest edition for each uid; of one day the last one. */
  private static Map<String, JsonObject> newest(Path file) throws IOException {
    Map<String, JsonObject> newest = new HashMap<>();
    for (var row : rows(file)) {
      newest.merge(
          text(row, "uid"),
          row,
          (a, b) -> text(b, "snapshot").compareTo(text(a, "snapshot")) >= 0 ? b : a);
    }
    return newest;
  }

  private static List<JsonObject> rows(Path file) throws IOException {
    List<JsonObject> rows = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          rows.add((JsonObject) Json.parse(line));
        }
      }
    }
    return rows;
  }

  private static String text(JsonObject row, String name) {
    JsonValue value = row.get(name);
    return value instanceof JsonString(String text) ? text : "";
  }
}
