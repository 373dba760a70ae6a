package org.insignia.server.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.insignia.server.catalog.ImportReport.Renamed;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.Entry.Kind;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.source.CatalogSource;
import org.insignia.server.catalog.source.Fact;
import org.insignia.server.catalog.source.Problems;
import org.insignia.server.catalog.source.SharedCatalogue;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.catalog.source.SourceProblem;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.junit.jupiter.api.Test;

class CatalogMergeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void the_reference_folder_becomes_115_certifications_and_166_exams() {
    CatalogState state = merge(new CatalogState(), facts(SharedCatalogue.whole())).after();

    assertThat(state.certifications()).hasSize(115);
    assertThat(state.entries.values()).filteredOn(s -> s.entry() instanceof Exam).hasSize(166);
    assertThat(state.certifications()).filteredOn(Certification::legacy).hasSize(7);
    assertThat(state.certifications()).filteredOn(c -> c.basis() == Basis.AMBIGUOUS).hasSize(5);
    assertThat(state.certifications())
        .filteredOn(c -> c.requires() == null)
        .allMatch(c -> c.basis() == Basis.AMBIGUOUS);
    assertThat(state.certifications()).noneMatch(c -> c.title().matches(".*[^\\p{ASCII}].*"));
    assertThat(certification(state, "certification.azure-administrator-legacy").title())
        .isEqualTo("Microsoft Certified: Azure Administrator Associate (legacy)");
    assertThat(certification(state, "certification.mos-outlook-2019").title())
        .endsWith("Outlook Associate (Outlook and Outlook 2019)");
    assertThat(state.textsOf("certification.azure-administrator").keySet())
        .containsExactlyInAnyOrder("en-us", "es-es", "de-de", "pt-br", "zh-cn", "ja-jp");
  }

  @Test
  void the_trees_are_those_of_the_file() {
    CatalogState state = merge(new CatalogState(), facts(SharedCatalogue.whole())).after();

    assertThat(
            certification(state, "certification.microsoft-office-specialist-expert-2019")
                .requires())
        .isEqualTo(
            Requirement.all(
                List.of(
                    new Requirement.CertificationHeld(
                        "certification.microsoft-office-specialist-associate-2019"),
                    Requirement.atLeast(
                        2,
                        List.of(
                            new Requirement.ExamPassed("exam.mo-101"),
                            new Requirement.ExamPassed("exam.mo-201"),
                            new Requirement.ExamPassed("exam.mo-500"))))));
  }

  @Test
  void the_same_import_again_reports_everything_unchanged() {
    CatalogState state = merge(new CatalogState(), facts(SharedCatalogue.whole())).after();
    for (String part :
        List.of(
            "",
            "certifications.jsonl",
            "exams.jsonl",
            "texts",
            "english",
            "ja-jp",
            "zh-cn",
            "es-es",
            "requirements",
            "renewals",
            "role-paths")) {
      CatalogChanges again = merge(state, facts(SharedCatalogue.files(part))).changes();

      assertThat(again.added()).as(part).isEmpty();
      assertThat(again.changed()).as(part).isEmpty();
      assertThat(again.renamed()).as(part).isEmpty();
      assertThat(again.retired()).as(part).isEmpty();
      assertThat(again.unchanged()).as(part).isNotEmpty();
    }
  }

  @Test
  void the_order_of_files_does_not_matter() {
    List<Fact> facts = new ArrayList<>(facts(SharedCatalogue.whole()));
    CatalogState state = merge(new CatalogState(), facts).after();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(facts, new Random(seed));
      CatalogState other = merge(new CatalogState(), facts).after();

      assertThat(other.plainEntries()).isEqualTo(state.plainEntries());
    }
  }

  @Test
  void a_later_snapshot_works_over_an_earlier_one_and_not_the_other_way_round() {
    CatalogState first = merge(new CatalogState(), facts(SharedCatalogue.files("es-es"))).after();
    CatalogMerge later = merge(first, facts(SharedCatalogue.files("ja-jp")));

    assertThat(first.certifications()).hasSize(102);
    assertThat(later.changes().added()).filteredOn(i -> i.kind() == Kind.CERTIFICATION).hasSize(13);
    assertThat(later.changes().added()).filteredOn(i -> i.kind() == Kind.EXAM).hasSize(6);
    assertThat(later.changes().retired()).hasSizeGreaterThan(20);
    assertThat(certification(later.after(), "certification.azure-ai-engineer").requires())
        .isEqualTo(new Requirement.ExamPassed("exam.ai-102"));
    CatalogMerge earlierAgain = merge(later.after(), facts(SharedCatalogue.files("es-es")));
    assertThat(earlierAgain.changes().added()).isEmpty();
    assertThat(earlierAgain.changes().changed()).isEmpty();
    assertThat(earlierAgain.after().plainEntries()).isEqualTo(later.after().plainEntries());
  }

  @Test
  void a_page_that_lists_three_exams_decides_nothing() {
    CatalogState state = merge(new CatalogState(), facts(SharedCatalogue.files("es-es"))).after();

    assertThat(
            certification(state, "certification.microsoft-office-specialist-associate-2019")
                .requires())
        .isNull();
    assertThat(certification(state, "certification.devops-engineer").basis())
        .isEqualTo(Basis.INCOMPLETE);
  }

  @Test
  void an_exam_of_the_same_number_but_for_punctuation_is_the_same_exam_renamed() {
    CatalogState state =
        merge(
                new CatalogState(),
                facts(
                    exam("exam.mb2-716", "MB2-716", "2021-03-01")
                        + "\n"
                        + certification("c.x", "exam.mb2-716")))
            .after();
    CatalogMerge merge = merge(state, facts(exam("exam.mb-2-716", "MB-2-716", "2022-02-08")));

    assertThat(merge.changes().renamed())
        .containsExactly(new Renamed(Kind.EXAM, "exam.mb2-716", "exam.mb-2-716"));
    assertThat(merge.changes().added()).isEmpty();
    assertThat(merge.after().uid("exam.mb2-716")).isEqualTo("exam.mb-2-716");
    assertThat(merge.after().entries).doesNotContainKey("exam.mb2-716");
    CatalogMerge old = merge(merge.after(), facts(exam("exam.mb2-716", "MB2-716", "2021-03-01")));
    assertThat(old.changes().unchanged()).hasSize(1);
    assertThat(old.changes().renamed()).isEmpty();
  }

  @Test
  void both_names_in_one_import_of_two_editions_are_one_exam() {
    CatalogState state =
        merge(
                new CatalogState(),
                facts(
                    exam("exam.mb-2-716", "MB-2-716", "2022-02-08")
                        + "\n"
                        + exam("exam.mb2-716", "MB2-716", "2021-03-01")))
            .after();

    assertThat(state.entries).containsOnlyKeys("exam.mb-2-716");
  }

  @Test
  void two_exams_of_one_number_in_one_edition_are_not_both_taken() {
    Problems problems = new Problems();
    CatalogState state =
        new CatalogMerge(new CatalogState(), problems)
            .apply(
                facts(
                    exam("exam.a-1", "A-1", "2022-02-08")
                        + "\n"
                        + exam("exam.a1", "A1", "2022-02-08")))
            .after();

    assertThat(state.entries).hasSize(1);
    assertThat(problems.list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.SAME_NUMBER);
  }

  @Test
  void an_exam_of_the_same_title_and_another_number_is_another_exam() {
    CatalogState state =
        merge(new CatalogState(), facts(exam("exam.az-300", "AZ-300", "2021-03-01"))).after();
    CatalogMerge merge = merge(state, facts(exam("exam.az-303", "AZ-303", "2022-02-08")));

    assertThat(merge.changes().added()).hasSize(1);
    assertThat(merge.changes().renamed()).isEmpty();
  }

  @Test
  void a_certification_of_the_same_title_and_type_is_renamed_when_its_old_uid_is_gone() {
    String old =
        certification("certification.old", "exam.a")
            + "\n"
            + title("certification.old", "2021-03-01");
    CatalogState state = merge(new CatalogState(), facts(old)).after();
    String renamed =
        certification("certification.new", "exam.a").replace("2021-03-01", "2022-02-08")
            + "\n"
            + title("certification.new", "2022-02-08");
    assertThat(merge(state, facts(renamed)).changes().renamed())
        .containsExactly(new Renamed(Kind.CERTIFICATION, "certification.old", "certification.new"));
    assertThat(merge(state, facts(renamed + "\n" + old)).changes().renamed()).isEmpty();
  }

  @Test
  void requirements_in_a_circle_are_refused_and_the_rest_is_kept() {
    Problems problems = new Problems();
    String rows =
        certification("c.a", "exam.a")
            + "\n"
            + certification("c.b", "exam.b")
            + "\n"
            + exam("exam.a", "A", "2021-03-01")
            + "\n"
            + exam("exam.b", "B", "2021-03-01")
            + "\n{\"certification\":\"c.a\",\"requires\":{\"certification\":\"c.b\"}}"
            + "\n{\"certification\":\"c.b\",\"requires\":{\"certification\":\"c.a\"}}";
    CatalogState state = new CatalogMerge(new CatalogState(), problems).apply(facts(rows)).after();

    assertThat(problems.list()).extracting(SourceProblem::reason).containsExactly(Reason.CIRCULAR);
    assertThat(problems.list().getFirst().line()).isIn(5, 6);
    assertThat(state.certifications()).hasSize(2).allMatch(c -> c.requires() != null);
  }

  @Test
  void unknown_references_are_named_and_kept() {
    Problems problems = new Problems();
    String rows =
        certification("c.a", "exam.nowhere")
            + "\n{\"certification\":\"c.nobody\",\"requires\":{\"exam\":\"exam.a\"}}";
    CatalogState state = new CatalogMerge(new CatalogState(), problems).apply(facts(rows)).after();

    assertThat(problems.list())
        .extracting(p -> p.line() + " " + p.reason())
        .containsExactlyInAnyOrder("1 UNKNOWN_REFERENCE", "2 UNKNOWN_ENTRY", "2 UNKNOWN_REFERENCE");
    assertThat(certification(state, "c.a").requires()).isNotNull();
  }

  private static String exam(String uid, String number, String date) {
    return "{\"uid\":\"%s\",\"number\":\"%s\",\"title\":\"Same title\",\"snapshot\":\"%s\",\"locale\":\"es-es\"}"
        .formatted(uid, number, date);
  }

  private static String certification(String uid, String exam) {
    return "{\"uid\":\"%s\",\"type\":\"mos\",\"exams\":[\"%s\"],\"snapshot\":\"2021-03-01\",\"locale\":\"es-es\"}"
        .formatted(uid, exam);
  }

  private static String title(String uid, String date) {
    return "{\"uid\":\"%s\",\"title\":\"A title\",\"subTitle\":\"s\",\"snapshot\":\"%s\",\"locale\":\"es-es\"}"
        .formatted(uid, date);
  }

  private static Certification certification(CatalogState state, String uid) {
    return (Certification) state.entries.get(uid).entry();
  }

  private static List<Fact> facts(String rows) {
    return facts(List.of(SourceFile.of("rows.jsonl", rows.getBytes(UTF_8))));
  }

  private static List<Fact> facts(List<SourceFile> files) {
    return new CatalogSource(TODAY).read(files).facts();
  }

  private static CatalogMerge merge(CatalogState state, List<Fact> facts) {
    return new CatalogMerge(state, new Problems()).apply(facts);
  }
}
