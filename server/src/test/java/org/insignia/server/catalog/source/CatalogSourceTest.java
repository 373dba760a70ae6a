package org.insignia.server.catalog.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.junit.jupiter.api.Test;

class CatalogSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String EXAM =
      "{\"uid\":\"exam.x-1\",\"number\":\"X-1\",\"title\":\"One\",\"locale\":\"es-es\",\"snapshot\":\"2021-03-01\"}";

  @Test
  void reads_every_row_of_the_reference_folder() {
    CatalogSource source = new CatalogSource(TODAY).read(SharedCatalogue.whole());

    assertThat(uids(source, Exam.class)).hasSize(166);
    assertThat(uids(source, Certification.class)).hasSize(115);
    assertThat(source.facts().stream().filter(Fact.RequirementFact.class::isInstance)).hasSize(115);
    assertThat(source.problems().refused()).isEqualTo(1);
    assertThat(source.problems().list())
        .filteredOn(problem -> problem.reason() == Reason.NOT_YAML)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.file()).endsWith("azure-ai-engineer/index.yml");
          assertThat(problem.line()).isEqualTo(59);
        });
  }

  @Test
  void notes_a_retirement_date_that_is_none_and_skills_that_are_notices() {
    CatalogSource source = new CatalogSource(TODAY).read(SharedCatalogue.files("exams.jsonl"));

    assertThat(source.problems().list())
        .filteredOn(problem -> problem.reason() == Reason.NOT_A_DATE)
        .hasSize(15)
        .allSatisfy(problem -> assertThat(problem.detail()).isEqualTo("retirementDate: none"));
    assertThat(source.facts())
        .filteredOn(Fact.TextFact.class::isInstance)
        .allSatisfy(fact ->
            assertThat(((Fact.TextFact) fact).text().skills() + "")
                .doesNotContain("actualizó el", "更新されました", "更新于"));
  }

  @Test
  void goes_on_after_each_kind_of_bad_row_and_names_its_line() {
    String text =
        EXAM
            + "\n{\"uid\":\"exam.x-2\",\"number\":\n"
            + "\n[1,2]\n{\"what\":1}\n"
            + "{\"uid\":\"exam.x-3\",\"number\":[3]}\n"
            + "{\"uid\":\"exam.x-4\",\"number\":\"X-4\",\"number\":\"X-5\"}\n"
            + "{\"uid\":\"../../etc\",\"number\":\"X-6\"}\n"
            + "{\"certification\":\"c\",\"requires\":{\"op\":\"atLeast\",\"k\":3,\"of\":[{\"exam\":\"e\"}]}}\n"
            + "{\"certification\":\"c\",\"requires\":{\"op\":\"some\",\"of\":[{\"exam\":\"e\"}]}}\n"
            + EXAM.replace("x-1", "x-9");
    CatalogSource source = read("rows.jsonl", text.getBytes(UTF_8));

    assertThat(uids(source, Exam.class)).containsExactlyInAnyOrder("exam.x-1", "exam.x-9");
    assertThat(source.problems().list())
        .extracting(SourceProblem::line)
        .containsExactly(2, 4, 5, 6, 7, 8, 9, 10);
    assertThat(source.problems().refused()).isEqualTo(8);
  }

  @Test
  void a_tree_nested_beyond_the_limit_is_refused() {
    String open = "{\"op\":\"all\",\"of\":[".repeat(13);
    String row =
        "{\"certification\":\"c\",\"requires\":"
            + open
            + "{\"exam\":\"e\"}"
            + "]}".repeat(13)
            + "}";

    assertThat(read("deep.jsonl", row.getBytes(UTF_8)).problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.WRONG_REQUIREMENT);
    String abyss = "[".repeat(100_000);
    assertThat(read("abyss.jsonl", abyss.getBytes(UTF_8)).problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.NOT_JSON);
  }

  @Test
  void a_line_longer_than_a_row_may_be_is_passed_over() {
    byte[] long1 = new byte[3 << 20];
    Arrays.fill(long1, (byte) 'x');
    String text = new String(long1, StandardCharsets.US_ASCII) + "\n" + EXAM;
    CatalogSource source = read("long.jsonl", text.getBytes(UTF_8));

    assertThat(uids(source, Exam.class)).containsExactly("exam.x-1");
    assertThat(source.problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void a_gzip_bomb_stops_at_the_limit() throws IOException {
    Limits small = new Limits(1 << 20, 1 << 20, 1 << 16, 10, 100, 100);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[50 << 20]);
    }
    for (String name : List.of("bomb.jsonl.gz", "bomb.yml.gz", "bomb.json.gz")) {
      CatalogSource source =
          new CatalogSource(TODAY, small).read(List.of(SourceFile.of(name, bomb.toByteArray())));
      assertThat(source.problems().refused()).as(name).isPositive();
      assertThat(source.facts()).isEmpty();
    }
  }

  @Test
  void yaml_aliases_cannot_multiply() {
    StringBuilder laughs =
        new StringBuilder("### YamlMime:Certification\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8) + "x"));
    }
    CatalogSource source = read("laughs.yml", laughs.toString().getBytes(UTF_8));

    assertThat(source.problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.NOT_YAML);
  }

  @Test
  void a_page_that_is_no_yaml_is_named_with_its_line() {
    String page = "### YamlMime:Examination\ntitle: [One\nuid: exam.x-1\n";

    assertThat(read("broken.yml", page.getBytes(UTF_8)).problems().list())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.reason()).isEqualTo(Reason.NOT_YAML);
          assertThat(problem.line()).isEqualTo(3);
        });
  }

  @Test
  void files_that_are_something_else_are_named() {
    assertThat(read("photo.png", new byte[] {1, 2}).problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.UNKNOWN_FILE);
    assertThat(read("half.tar.gz", new byte[] {1, 2}).problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.UNREADABLE_FILE);
    assertThat(read("latin.jsonl", new byte[] {'"', (byte) 0xe9, '"'}).problems().list())
        .extracting(SourceProblem::reason)
        .containsExactly(Reason.NOT_UTF8);
  }

  @Test
  void reads_one_object_an_array_and_a_byte_order_mark() {
    byte[] marked = ("\ufeff" + EXAM).getBytes(UTF_8);

    assertThat(uids(read("one.json", EXAM.getBytes(UTF_8)), Exam.class))
        .containsExactly("exam.x-1");
    assertThat(uids(read("all.json", ("[\n" + EXAM + "]").getBytes(UTF_8)), Exam.class))
        .containsExactly("exam.x-1");
    assertThat(uids(read("marked.jsonl", marked), Exam.class)).containsExactly("exam.x-1");
  }

  @Test
  void weights_are_taken_from_the_phrase() {
    String row =
        "{\"uid\":\"exam.x-1\",\"subTitle\":\"s\",\"locale\":\"pt-br\",\"skills\":[\"Gerir (15-20%)\",\"格式（25–30%）\",\"Plain\"]}";
    Fact.TextFact fact = (Fact.TextFact) read("t.jsonl", row.getBytes(UTF_8)).facts().getFirst();

    assertThat(fact.text().skills())
        .extracting(skill -> skill.text() + skill.weightMin() + skill.weightMax())
        .containsExactly("Gerir1520", "格式2530", "Plainnullnull");
  }

  @Test
  void the_tree_is_read_as_it_is_written() {
    String row =
        "{\"certification\":\"c\",\"basis\":\"inferred\",\"snapshot\":\"2021-07-12\",\"requires\":{\"op\":\"all\",\"of\":[{\"certification\":\"d\"},{\"op\":\"atLeast\",\"k\":2,\"of\":[{\"exam\":\"e\"},{\"exam\":\"f\"},{\"exam\":\"g\"}]}]}}";
    Fact.RequirementFact fact =
        (Fact.RequirementFact) read("r.jsonl", row.getBytes(UTF_8)).facts().getFirst();

    assertThat(fact.requires())
        .isEqualTo(
            Requirement.all(
                List.of(
                    new Requirement.CertificationHeld("d"),
                    Requirement.atLeast(
                        2,
                        List.of(
                            new Requirement.ExamPassed("e"),
                            new Requirement.ExamPassed("f"),
                            new Requirement.ExamPassed("g"))))));
  }

  private static CatalogSource read(String name, byte[] content) {
    return new CatalogSource(TODAY).read(List.of(SourceFile.of(name, content)));
  }

  private static Set<String> uids(CatalogSource source, Class<?> type) {
    return source.facts().stream()
        .filter(fact -> fact instanceof Fact.EntryFact entry && type.isInstance(entry.entry()))
        .map(Fact::uid)
        .collect(Collectors.toSet());
  }
}
