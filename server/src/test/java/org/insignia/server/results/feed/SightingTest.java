package org.insignia.server.results.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
  static final String HEADER =
      "provider,result_id,candidate_id,first_name,last_name,email,exam_code,exam_ended_utc,grade,status";

  @Test
  void finds_columns_by_name_whatever_their_order_and_spelling() {
    var table =
        (Sighting.Table)
            see(
                "x.csv",
                "Status;GRADE;exam-ended-utc;Exam Code;EMAIL;last_name;first_name;candidate_id;ResultID;provider;notes\n");
    assertThat(table.separator()).isEqualTo(';');
    assertThat(table.layout().form()).isEqualTo(Form.CANONICAL);
    assertThat(table.layout().columns())
        .containsEntry(Field.RESULT, 8)
        .containsEntry(Field.STATUS, 0);
    assertThat(table.layout().extras()).containsExactly("notes");
    assertThat(table.line()).isEqualTo(2);
  }

  @Test
  void recognises_a_real_no_show_file_of_pearson_vue_by_its_header_alone() {
    var header =
        "Incorrect\tExamLanguage\tNDARefused\tScore\tPassingScore\tCorrect\tNoShow\tSkipped\tRegistrationID\tUnscored\tForm\tExamName"
            + "\tExamDate\tAttempt\tClientCandidateID\tClientAuthorizationID\tExamSeriesCode\tTCID\tGrade\tTimeUsed\tVoucher\tExamRevision\n";
    var table = (Sighting.Table) see("results.txt", header);
    assertThat(table.layout().form()).isEqualTo(Form.PEARSON_EXAMS);
    assertThat(table.separator()).isEqualTo('\t');
  }

  @Test
  void names_all_missing_columns_at_once() {
    assertThat(
            refusal(
                "x.csv",
                "provider,result_id,candidate_id,first_name,last_name,exam_code,exam_ended_utc,status\n"))
        .isEqualTo("file.missing-columns [email, grade]");
    assertThat(
            Sighting.of(
                "x.csv",
                bytes(HEADER.substring("provider,".length()) + "\n"),
                Encoding.UTF_8,
                true))
        .as("the provider may be known from elsewhere")
        .isInstanceOf(Sighting.Table.class);
  }

  @Test
  void says_that_a_table_without_any_known_column_has_no_header() {
    assertThat(refusal("x.csv", "a,b,c\n1,2,3\n")).startsWith("file.no-header");
  }

  @Test
  void refuses_a_column_that_stands_twice() {
    assertThat(refusal("x.csv", HEADER + ",Status\n")).isEqualTo("file.duplicate-column [Status]");
  }

  @ParameterizedTest
  @CsvSource({
    "exam-2026-01-01.dat, file.missing-columns",
    "pearson-vue-EXAM-noshow.dat, file.missing-columns",
    "vcdc-1.dat, file.skipped-type",
    "eac-1.dat, file.skipped-type",
    "cand.dat, file.skipped-type",
    "SURV_20260101.DAT, file.skipped-type",
    "cmnt-1.dat, file.skipped-type",
    "sect-1.dat, file.skipped-type",
    "resp-1.dat, file.skipped-type",
    "item-1.dat, file.skipped-type",
    "ead-1.dat, file.skipped-type",
    "foo-1.dat, file.unknown-type"
  })
  void knows_the_file_types_of_pearson_vue(String name, String code) {
    var sighting = see(name, "NoShow\tGrade\nx\ty\n");
    var why =
        sighting instanceof Sighting.Skipped s ? s.why() : ((Sighting.Unusable) sighting).why();
    assertThat(why.code()).isEqualTo(code);
  }

  @Test
  void says_what_a_file_is_that_is_no_table() {
    assertThat(refusal("x.csv", "")).isEqualTo("file.empty");
    assertThat(refusal("x.csv", "\n\n\r\n  \n")).isEqualTo("file.empty");
    assertThat(refusal("x.csv", "\u00ef\u00bb\u00bf")).isEqualTo("file.empty");
    assertThat(refusal("x.csv", "<!DOCTYPE html><p>")).isEqualTo("file.html");
    assertThat(refusal("x.csv", "\u00d0\u00cf\u0011\u00e0....")).isEqualTo("file.excel");
    assertThat(refusal("x.csv", "%PDF-1.7")).isEqualTo("file.pdf");
    assertThat(refusal("x.csv", "\u001f\u008b\u0008")).isEqualTo("file.gzip");
    assertThat(refusal("x.csv", "x".repeat(65_536)))
        .isEqualTo("file.header-unreadable [cell-too-long]");
    assertThat(refusal("x.csv", "a,\0b\n")).isEqualTo("file.header-unreadable [nul]");
  }

  private static String refusal(String name, String text) {
    return ((Sighting.Unusable) see(name, text)).why().toString();
  }

  private static Sighting see(String name, String text) {
    return Sighting.of(name, bytes(text), Encoding.UTF_8, false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Layout canonical(String... more) {
    var header = new java.util.ArrayList<>(List.of(HEADER.split(",")));
    header.addAll(List.of(more));
    return ((Layout.Reading.Understood) Layout.read(header, null, false)).layout();
  }
}
