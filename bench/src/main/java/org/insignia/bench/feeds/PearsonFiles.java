package org.insignia.bench.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.bench.feeds.Feed.Record;

/**
 * The part of a feed that Pearson VUE would send, in its own form: a zip of candidates and results,
 * tab-separated, CRLF, columns in an order of its own. The form knows no corrections, so only
 * people without any are in it.
 */
final class PearsonFiles {
  private static final String PROVIDER = "pearson-vue";
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss").withZone(ZoneOffset.UTC);

  private final List<Line> lines;

  private PearsonFiles(List<Line> lines) {
    this.lines = lines;
  }

  static PearsonFiles of(Feed feed) {
    Set<String> odd = new HashSet<>();
    Predicate<Line> plain =
        line -> line.verdict().equals("accepted") && cell(line, "status").equals("final");
    feed.lines().stream()
        .filter(plain.negate())
        .forEach(line -> odd.add(cell(line, "candidate_id")));
    return new PearsonFiles(
        feed.lines().stream()
            .filter(line -> cell(line, "provider").equals(PROVIDER))
            .filter(line -> !odd.contains(cell(line, "candidate_id")))
            .toList());
  }

  /** Writes {@code pearson.zip}. */
  void write(Path folder) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pearson.zip")))) {
      zip.putNextEntry(new ZipEntry("cdd-20260101.dat"));
      write(zip, lines.stream().map(PearsonFiles::candidate).distinct().toList());
      zip.putNextEntry(new ZipEntry("exam-20260101.dat"));
      write(zip, lines.stream().map(PearsonFiles::result).toList());
      zip.putNextEntry(new ZipEntry("vcdc-20260101.dat"));
      zip.write("ClientCandidateID\tStatus\tDate\tMessage\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** What must be earned from this zip alone, by the candidate numbers that stand in it. */
  Map<Record, Map<String, Instant>> awards(Feed feed) {
    Map<Record, Map<String, Instant>> awards = new LinkedHashMap<>();
    for (var line : lines) {
      var earned = feed.awards().get(new Record(PROVIDER, cell(line, "candidate_id")));
      if (earned != null) {
        awards.put(new Record(PROVIDER, number(line)), earned);
      }
    }
    return awards;
  }

  private static void write(OutputStream out, List<Map<String, String>> rows) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    var text = new StringBuilder(String.join("\t", rows.getFirst().keySet())).append("\r\n");
    rows.forEach(row -> text.append(String.join("\t", row.values())).append("\r\n"));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> candidate(Line line) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Email", cell(line, "email").strip());
    row.put("ClientCandidateID", number(line));
    row.put("LastName", cell(line, "last_name"));
    row.put("FirstName", cell(line, "first_name"));
    row.put("Country", cell(line, "country"));
    row.put("LastUpdate", "2026/01/01 00:00:00");
    return row;
  }

  private static Map<String, String> result(Line line) {
    var taken = Instant.parse(cell(line, "exam_ended_utc"));
    var row = new LinkedHashMap<String, String>();
    row.put("Grade", cell(line, "grade"));
    row.put("ExamLanguage", "ENU");
    row.put("NDARefused", cell(line, "nda_refused"));
    row.put("Score", cell(line, "score"));
    row.put("PassingScore", cell(line, "passing_score"));
    row.put("NoShow", cell(line, "no_show"));
    row.put("RegistrationID", cell(line, "registration_id"));
    row.put("Form", "");
    row.put("ExamName", "");
    row.put("ExamDate", (taken.getEpochSecond() % 2 == 0 ? SLASHED : AMERICAN).format(taken));
    row.put("Attempt", "1");
    row.put("ClientCandidateID", number(line));
    row.put("ClientAuthorizationID", "6" + cell(line, "registration_id"));
    row.put("ExamSeriesCode", cell(line, "exam_code").strip());
    row.put("TCID", "7001");
    row.put("TimeUsed", "100");
    row.put("Voucher", "");
    row.put("ExamRevision", "1");
    return row;
  }

  /** Numbers are whole numbers in this form. */
  private static String number(Line line) {
    return cell(line, "candidate_id")
        .chars()
        .filter(Character::isDigit)
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  private static String cell(Line line, String column) {
    return line.cells().getOrDefault(column, "");
  }
}
