package org.insignia.server.results.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.source.SourceFile;

/**
 * Writes canonical results files with few words: each row is a plain pass, but for what is said
 * otherwise.
 */
public final class Rows {
  private static final List<String> COLUMNS =
      List.of(
          "provider",
          "result_id",
          "candidate_id",
          "first_name",
          "last_name",
          "email",
          "account_language",
          "birth_month",
          "mcid",
          "exam_code",
          "exam_started_utc",
          "exam_ended_utc",
          "score",
          "score_min",
          "score_max",
          "passing_score",
          "grade",
          "no_show",
          "nda_refused",
          "status",
          "received_utc");

  private final List<Map<String, String>> rows = new ArrayList<>();

  /** A row; {@code changes} are names and values in turn. */
  public Rows add(String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("provider", "certiport");
    row.put("result_id", "R" + (rows.size() + 1));
    row.put("candidate_id", "C1");
    row.put("first_name", "Ana");
    row.put("last_name", "Silva");
    row.put("email", "ana@example.org");
    row.put("account_language", "en");
    row.put("exam_code", "MO-100");
    row.put("exam_ended_utc", "2026-03-01T10:00:00Z");
    row.put("score", "800");
    row.put("score_min", "1");
    row.put("score_max", "1000");
    row.put("passing_score", "700");
    row.put("grade", "pass");
    row.put("status", "final");
    row.put("received_utc", "2026-03-02T00:00:00Z");
    for (int i = 0; i < changes.length; i += 2) {
      if (!COLUMNS.contains(changes[i])) {
        throw new IllegalArgumentException("no column " + changes[i]);
      }
      row.put(changes[i], changes[i + 1]);
    }
    rows.add(row);
    return this;
  }

  /** The file. */
  public String text() {
    var text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (var row : rows) {
      text.append(String.join(",", COLUMNS.stream().map(c -> row.getOrDefault(c, "")).toList()))
          .append('\n');
    }
    return text.toString();
  }

  /** The file's bytes in UTF-8. */
  public InputStream stream() {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A catalogue with four Office exams of which three give a certification, a cloud exam, and a
   * retired one.
   */
  public static List<SourceFile> catalogue() {
    var exams = new StringBuilder();
    for (var number : List.of("MO-100", "MO-200", "MO-300", "MO-400", "AZ-104", "MB-2-716")) {
      exams.append(exam(number, "null"));
    }
    exams.append(exam("70-480", "\"2021-01-31\""));
    var requirement =
        """
        {"certification":"certification.mos-associate","requires":{"op":"atLeast","k":3,"of":[{"exam":"exam.mo-100"},\
        {"exam":"exam.mo-200"},{"exam":"exam.mo-300"},{"exam":"exam.mo-400"}]},"basis":"summary-prose",\
        "snapshot":"2021-07-12","listedExams":["exam.mo-100","exam.mo-200","exam.mo-300"]}
        """;
    var certification =
        """
        {"uid":"certification.mos-associate","slug":"mos-associate","type":"mos","levels":["beginner"],"roles":[],\
        "products":[],"exams":["exam.mo-100","exam.mo-200","exam.mo-300"],"prerequisites":[],"renewalUid":null,\
        "hidden":false,"iconUrl":"","title":"Office Associate","locale":"en-us","snapshot":"2021-07-12"}
        """;
    return List.of(
        file("exams.jsonl", exams.toString()),
        file("certifications.jsonl", certification),
        file("requirements.jsonl", requirement));
  }

  private static String exam(String number, String retirement) {
    return """
    {"uid":"exam.%s","number":"%s","title":"Exam %s","levels":[],"roles":[],"products":[],"languages":["en"],\
    "providers":["certiport"],"retirementDate":%s,"relatedCertifications":[],"relatedExams":[],\
    "hasPracticeTest":false,"skills":[],"locale":"en-us","snapshot":"2021-07-12"}
    """
        .formatted(number.toLowerCase(java.util.Locale.ROOT), number, number, retirement);
  }

  private static SourceFile file(String name, String text) {
    return SourceFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
