package org.insignia.server.api.results;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.api.json.Body;

/**
 * Results as members of JSON, turned into the canonical table that every provider's results go
 * through: what a row means is judged in one place, however it came.
 */
final class ResultTable {
  private static final int MOST = 200;
  private static final int LONG = 16_000;
  private static final List<String> GRADES = List.of("pass", "fail", "none");
  private static final List<String> STATUSES =
      List.of("final", "held", "released", "corrected", "revoked", "unrevoked", "beta-pending");

  private final List<Map<String, String>> rows = new ArrayList<>();

  /** Reads one; what is wrong is noted in the body, and then it is no row. */
  void read(Body body) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("provider", body.text("provider", 40));
    row.put("result_id", body.required("result", 100));
    var candidate = body.part("candidate");
    row.put("candidate_id", candidate.required("id", 100));
    row.put("mcid", candidate.text("number", 100));
    row.put("first_name", candidate.text("givenName", MOST));
    row.put("last_name", candidate.text("familyName", MOST));
    row.put("email", candidate.text("email", 320));
    row.put("account_language", candidate.text("language", 40));
    row.put("birth_month", candidate.text("birthMonth", 10));
    var exam = body.part("exam");
    row.put("exam_code", exam.required("code", 60));
    row.put("exam_language", exam.text("language", 60));
    row.put("form", exam.text("form", 60));
    row.put("exam_started_utc", body.text("startedAt", 60));
    row.put("exam_ended_utc", body.required("endedAt", 60));
    row.put("grade", grade(body));
    row.put("status", body.word("status", STATUSES, "final").replace("-", "_"));
    row.put("no_show", body.flag("noShow", false) ? "1" : "0");
    row.put("nda_refused", body.flag("ndaRefused", false) ? "1" : "0");
    var score = body.part("score");
    row.put("score", score.decimal("value"));
    row.put("score_min", score.decimal("min"));
    row.put("score_max", score.decimal("max"));
    row.put("passing_score", score.decimal("passing"));
    row.put("section_scores", score.text("sections", LONG));
    row.put("registration_id", body.text("registration", 100));
    row.put("authorization_id", body.text("authorization", 100));
    row.put("attempt", body.text("attempt", 20));
    row.put("site_id", body.text("site", 60));
    row.put("country", body.text("country", 60));
    row.put("voucher", body.text("voucher", 100));
    row.put("received_utc", body.text("reportedAt", 60));
    if (body.faults().isEmpty()) {
      rows.add(row);
    }
  }

  private static String grade(Body body) {
    var word = body.word("grade", GRADES, "none");
    return word.equals("none") ? "" : word;
  }

  int size() {
    return rows.size();
  }

  /** The header is line 1. */
  byte[] csv() {
    var text = new StringBuilder(line(List.copyOf(rows.getFirst().keySet())));
    rows.forEach(row -> text.append(line(List.copyOf(row.values()))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
