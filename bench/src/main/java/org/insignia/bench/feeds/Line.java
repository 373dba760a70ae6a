package org.insignia.bench.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of the canonical file with the verdict that it must get.
 *
 * @param received when the provider sent it: rows stand in the file in this order
 * @param verdict accepted, duplicate, held or refused
 */
record Line(Instant received, Map<String, String> cells, String verdict) {
  static final List<String> COLUMNS =
      List.of(
          "provider",
          "result_id",
          "registration_id",
          "authorization_id",
          "candidate_id",
          "mcid",
          "first_name",
          "last_name",
          "email",
          "account_language",
          "birth_month",
          "exam_code",
          "exam_language",
          "form",
          "attempt",
          "site_id",
          "country",
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
          "section_scores",
          "voucher",
          "received_utc",
          "file_name",
          "line_no");

  static Line of(Sitting sitting, String status, Instant received) {
    var person = sitting.person();
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach(column -> cells.put(column, ""));
    cells.put("provider", person.provider());
    cells.put("result_id", sitting.result());
    cells.put("registration_id", "5" + sitting.result().replaceAll("\\D", ""));
    cells.put("candidate_id", person.candidate());
    cells.put("first_name", person.first());
    cells.put("last_name", person.last());
    cells.put("email", person.email());
    cells.put("account_language", person.language());
    cells.put("birth_month", person.birthMonth());
    cells.put("exam_code", sitting.code());
    cells.put("exam_language", "en");
    cells.put("attempt", "1");
    cells.put("site_id", "7001");
    cells.put("country", person.country());
    cells.put("exam_started_utc", sitting.at().minus(Duration.ofMinutes(100)).toString());
    cells.put("exam_ended_utc", sitting.at().toString());
    cells.put("score_min", "1");
    cells.put("score_max", "1000");
    cells.put("passing_score", "700");
    cells.put("no_show", Boolean.toString(sitting.kind().equals(Sitting.NO_SHOW)));
    cells.put("nda_refused", Boolean.toString(sitting.kind().equals(Sitting.NDA)));
    cells.put("status", status);
    cells.put("received_utc", received.toString());
    cells.put("file_name", "results.csv");
    if (sitting.passed() != null) {
      int spread = Math.floorMod(sitting.result().hashCode(), 250);
      cells.put("score", Integer.toString(sitting.isPass() ? 700 + spread : 699 - spread));
      cells.put("grade", sitting.isPass() ? "pass" : "fail");
    }
    return new Line(received, cells, "accepted");
  }

  Line with(String column, String value) {
    var copy = new LinkedHashMap<>(cells);
    copy.put(column, value);
    return new Line(received, copy, verdict);
  }

  Line verdict(String expected) {
    return new Line(received, cells, expected);
  }

  String text() {
    return COLUMNS.stream()
        .map(c -> quoted(cells.getOrDefault(c, "")))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
