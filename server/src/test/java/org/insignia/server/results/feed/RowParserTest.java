package org.insignia.server.results.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ProviderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String[] MORE = {
    "exam_started_utc",
    "score",
    "passing_score",
    "no_show",
    "nda_refused",
    "account_language",
    "birth_month",
    "received_utc"
  };
  private static final Layout LAYOUT = SightingTest.canonical(MORE);
  private static final Map<String, String> PLAIN =
      Map.of(
          "provider", "certiport",
          "result_id", "R1",
          "candidate_id", "C1",
          "first_name", "Zoë",
          "last_name", "Núñez",
          "email", "zoe@example.org",
          "exam_code", "MO-100",
          "exam_ended_utc", "2026-03-01T10:00:00Z",
          "grade", "pass",
          "status", "final");

  @Test
  void reads_a_plain_row() {
    var row = result(Map.of("score", "812", "passing_score", "700")).row();
    assertThat(row.candidate().provider()).isEqualTo(new ProviderId("certiport"));
    assertThat(row.taken()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(row.score()).isEqualByComparingTo(new BigDecimal(812));
    assertThat(row.grade()).isEqualTo(Grade.PASS);
    assertThat(row.status()).isEqualTo(Status.FINAL);
  }

  @ParameterizedTest
  @CsvSource({
    "2026/03/25 12:30:00, 2026-03-25T12:30:00Z",
    "03/25/2026 12:30:00, 2026-03-25T12:30:00Z",
    "03/05/2026 12:30:00, 2026-03-05T12:30:00Z",
    "2026-03-25T12:30:00+02:00, 2026-03-25T10:30:00Z",
    "2026-03-25 12:30, 2026-03-25T12:30:00Z",
    "25/3/2026 12:30:00, 2026-03-25T12:30:00Z"
  })
  void reads_the_dates_that_providers_write(String text, String moment) {
    assertThat(result(Map.of("exam_ended_utc", text)).row().taken()).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "5/3/2026 12:30:00, no-date",
    "2026-02-30T10:00:00Z, no-date",
    "45352, no-date",
    "25.03.2026, no-date",
    "0000-01-01, date-too-early",
    "2031-01-01T00:00:00Z, date-in-future",
    "'', empty"
  })
  void never_guesses_a_date(String text, String code) {
    assertThat(refused(Map.of("exam_ended_utc", text)).why().code()).isEqualTo(code);
    assertThat(refused(Map.of("exam_ended_utc", text)).column()).isEqualTo("exam_ended_utc");
  }

  @Test
  void reads_the_day_first_where_another_date_of_the_row_proves_it() {
    var row =
        result(Map.of("exam_ended_utc", "5/3/2026 10:00:00", "received_utc", "25/3/2026 10:00:00"))
            .row();
    assertThat(row.taken()).isEqualTo("2026-03-05T10:00:00Z");
    var both =
        Map.of("exam_ended_utc", "05/30/2026 10:00:00", "received_utc", "30/05/2026 10:00:00");
    assertThat(refused(both).why().code()).isEqualTo("no-date");
  }

  @ParameterizedTest
  @CsvSource({
    "Aprobado, PASS",
    "合格, PASS",
    "不合格, FAIL",
    "Não aprovado, FAIL",
    "Passed, PASS",
    "FAIL, FAIL",
    "'', NONE"
  })
  void reads_grades_in_the_languages_of_exports(String text, Grade grade) {
    assertThat(result(Map.of("grade", text)).row().grade()).isEqualTo(grade);
  }

  @Test
  void reads_a_comma_as_the_decimal_sign_only_where_it_cannot_be_another() {
    var read = result(Map.of("score", "712,5"));
    assertThat(read.row().score()).isEqualByComparingTo("712.5");
    assertThat(read.notes()).extracting(Finding::code).containsExactly("comma-decimals");
    assertThat(refused(Map.of("score", "1,000")).why()).isEqualTo(Finding.of("no-number", "1,000"));
  }

  @ParameterizedTest
  @CsvSource({
    "candidate_id, '', empty",
    "result_id, ' ', empty",
    "email, not a mailbox, no-mailbox",
    "email, 'a@example.org,b@example.org', no-mailbox",
    "grade, maybe, unknown-grade",
    "status, lost, unknown-status",
    "provider, nobody, unknown-provider",
    "no_show, perhaps, no-flag",
    "birth_month, 1990-13, no-month",
    "score, lots, no-number"
  })
  void names_the_column_that_is_to_blame(String column, String text, String code) {
    var refused = refused(Map.of(column, text));
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.why().code()).isEqualTo(code);
  }

  @Test
  void keeps_the_ids_of_a_refused_row_so_that_it_is_found() {
    assertThat(refused(Map.of("grade", "maybe")).hint())
        .isEqualTo(new ParsedRow.Hint("R1", "C1", "MO-100"));
  }

  @Test
  void trims_blanks_that_look_like_none_and_composes_letters() {
    var candidate =
        result(Map.of("email", "\u00a0zoe@example.org ", "first_name", "Zoe\u0308"))
            .row()
            .candidate();
    assertThat(candidate.email()).hasToString("zoe@example.org");
    assertThat(candidate.givenName()).isEqualTo("Zoë");
  }

  @Test
  void gives_one_fingerprint_to_rows_that_say_the_same() {
    assertThat(result(Map.of("score", "700")).row().fingerprint())
        .isEqualTo(result(Map.of("score", "700.0", "grade", "PASS")).row().fingerprint())
        .isNotEqualTo(result(Map.of("score", "701")).row().fingerprint());
  }

  @Test
  void says_that_a_last_line_without_end_may_be_cut_off() throws IOException {
    var text = "certiport,R1,C1,Zo";
    var raw =
        RowReaderTest.all(
            new RowReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                ',',
                Encoding.UTF_8,
                0,
                9));
    var refused = (ParsedRow.Refused) new RowParser(LAYOUT, null, NOW).parse(raw.getFirst());
    assertThat(refused.why().code()).isEqualTo("truncated");
    assertThat(refused.hint().candidate()).isEqualTo("C1");
  }

  @Test
  void refuses_rows_of_another_provider_than_the_sender() {
    var parser = new RowParser(LAYOUT, ProviderId.PEARSON_VUE, NOW);
    assertThat(((ParsedRow.Refused) parser.parse(cells(Map.of()))).why().code())
        .isEqualTo("other-provider");
  }

  private static ParsedRow.Result result(Map<String, String> changes) {
    return (ParsedRow.Result) new RowParser(LAYOUT, null, NOW).parse(cells(changes));
  }

  private static ParsedRow.Refused refused(Map<String, String> changes) {
    return (ParsedRow.Refused) new RowParser(LAYOUT, null, NOW).parse(cells(changes));
  }

  private static RawRow.Cells cells(Map<String, String> changes) {
    List<String> cells = new ArrayList<>();
    for (var column : LAYOUT.header()) {
      cells.add(changes.getOrDefault(column, PLAIN.getOrDefault(column, "")));
    }
    return new RawRow.Cells(7, cells, true);
  }
}
