package org.insignia.server.catalog.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Exams, certifications and rules by hand, through the pages. */
@ServerTest
class EntryPagesModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired Catalog catalog;
  @Autowired CatalogImports imports;
  @Autowired Achievements achievements;
  private Organisation academy;
  private String path;
  private Web admin;

  @BeforeEach
  void found() {
    var slug = "o" + Ids.next().toString().replace("-", "");
    academy = organisations.create("test", slug, "Northwind Academy", null, null);
    path = "/console/" + slug + "/catalogue";
    var address = EmailAddress.of("staff-" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Iris", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.ADMIN);
    admin = Web.signedIn(settings, address.value(), PASSWORD);
  }

  private void exam(String code, String title) {
    var answer = admin.post(path + "/exam", "code", code, "title-en", title, "do", "save");
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private static String[] nodes(String does, String... nodes) {
    var form = new java.util.ArrayList<>(List.of("title-en", "Operations", "type", "standard"));
    for (var node : nodes) {
      form.addAll(List.of("node", node));
    }
    form.addAll(List.of("do", does));
    return form.toArray(String[]::new);
  }

  @Test
  void an_exam_is_added_and_its_code_stays_its_own() {
    exam("NW-100", "Networks");
    var answer =
        admin.post(path + "/exam", "code", "nw 100", "title-en", "Other", "retirement", "soon");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("There is already an exam with this code: NW-100: Networks", "Write the day as")
        .contains("value=\"nw 100\"", "value=\"soon\"");
    assertThat(catalog.current(academy.id()).exams()).hasSize(1);
    var known = catalog.current(academy.id()).examByCode("NW-100").orElseThrow();
    admin.post(
        path + "/exam",
        "uid",
        known.uid(),
        "code",
        "NW-101",
        "title-en",
        "Networks",
        "title-es",
        "Redes",
        "retirement",
        "2027-06-30",
        "legacy",
        "yes");
    var after = catalog.current(academy.id()).exam(known.uid()).orElseThrow();
    assertThat(after.number()).isEqualTo("NW-101");
    assertThat(after.retirement()).hasToString("2027-06-30");
    assertThat(after.legacy()).isTrue();
    assertThat(catalog.titles(academy.id(), List.of(known.uid()), Language.ES))
        .containsEntry(known.uid(), "Redes");
  }

  @Test
  void a_certification_gets_its_tree_step_by_step_and_reads_as_a_sentence() {
    exam("NW-100", "Networks");
    exam("NW-200", "Servers");
    var added =
        admin.post(
            path + "/certification",
            "title-en",
            "Operations",
            "type",
            "standard",
            "node",
            "0 ALL ",
            "where",
            "0",
            "exam",
            "exam.nw-100",
            "do",
            "add-exam");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.body())
        .contains("value=\"1 EXAM exam.nw-100\"", "To earn this certification you need exam NW-100")
        .contains("Para obtener esta certificación");
    var empty = admin.post(path + "/certification", nodes("save", "0 ALL ", "1 ANY "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("A group is empty");
    var tree = new String[] {"0 ALL ", "1 EXAM exam.nw-100", "1 EXAM exam.nw-200"};
    var checked = admin.post(path + "/certification", nodes("check", tree));
    assertThat(checked.body()).contains("If you save this", "0 people");
    assertThat(catalog.current(academy.id()).certifications()).isEmpty();
    assertThat(admin.post(path + "/certification", nodes("save", tree)).statusCode())
        .isEqualTo(303);
    var made = catalog.current(academy.id()).certification("certification.operations");
    assertThat(made.orElseThrow().requires())
        .isEqualTo(
            Requirement.all(
                List.of(
                    new Requirement.ExamPassed("exam.nw-100"),
                    new Requirement.ExamPassed("exam.nw-200"))));
    assertThat(achievements.of(academy.id(), "certification.operations").orElseThrow().name())
        .isEqualTo("Operations");
    assertThat(achievements.of(academy.id(), "exam.nw-100")).as("one of several").isPresent();
  }

  @Test
  void certifications_cannot_require_each_other() {
    exam("NW-100", "Networks");
    admin.post(path + "/certification", nodes("save", "0 ALL ", "1 EXAM exam.nw-100"));
    var itself =
        new String[] {
          "uid",
          "certification.operations",
          "title-en",
          "Operations",
          "type",
          "standard",
          "node",
          "0 ALL ",
          "node",
          "1 CERTIFICATION certification.operations",
          "do",
          "check"
        };
    assertThat(admin.post(path + "/certification", itself).body()).contains("in a circle");
    itself[itself.length - 1] = "save";
    assertThat(admin.post(path + "/certification", itself).statusCode()).isEqualTo(422);
    assertThat(catalog.current(academy.id()).requirement("certification.operations"))
        .contains(new Requirement.ExamPassed("exam.nw-100"));
  }

  @Test
  void imports_leave_what_is_kept_by_hand_and_say_so_until_staff_lets_go() {
    var rows = rows("Networks", "2026-01-01");
    imports.importFiles(academy.id(), rows);
    admin.post(
        path + "/exam",
        "uid",
        "exam.a",
        "code",
        "NW-100",
        "title-en",
        "Our networks",
        "do",
        "save");
    admin.post(
        path + "/certification",
        "uid",
        "certification.c",
        "title-en",
        "Ours",
        "type",
        "role-based",
        "node",
        "0 ANY ",
        "node",
        "1 EXAM exam.a",
        "node",
        "1 EXAM exam.b",
        "do",
        "save");
    var report = imports.importFiles(academy.id(), rows("Quantum", "2026-06-01"));
    assertThat(report.problems())
        .extracting(problem -> problem.reason() + " " + problem.detail())
        .contains(Reason.KEPT_BY_HAND + " exam.a", Reason.KEPT_BY_HAND + " certification.c")
        .doesNotHaveDuplicates();
    var version = catalog.current(academy.id());
    assertThat(version.exam("exam.a").orElseThrow().title()).isEqualTo("Our networks");
    assertThat(version.exam("exam.b").orElseThrow().title()).as("not kept").isEqualTo("Quantum B");
    assertThat(version.requirement("certification.c").orElseThrow())
        .isEqualTo(
            Requirement.any(
                List.of(
                    new Requirement.ExamPassed("exam.a"), new Requirement.ExamPassed("exam.b"))));
    assertThat(achievements.of(academy.id(), "exam.a").orElseThrow().name())
        .contains("Our networks");
    assertThat(admin.get(path + "/exam.a").body()).contains("Your staff keeps this entry by hand");
    admin.post(path + "/let-go", "uid", "exam.a");
    imports.importFiles(academy.id(), rows("Quantum", "2026-06-01"));
    assertThat(catalog.current(academy.id()).exam("exam.a").orElseThrow().title())
        .isEqualTo("Quantum");
  }

  @Test
  void rules_are_tried_first_and_laid_down_then() {
    imports.importFiles(academy.id(), rows("Networks", "2026-01-01"));
    var page = "/console/" + academy.slug() + "/rules";
    assertThat(admin.get(page).body()).contains("role-based");
    var form =
        new String[] {
          "examBadges",
          "NONE",
          "singleExam",
          "BOTH",
          "lateResults",
          "COUNT",
          "type",
          "role-based",
          "type-months",
          "24",
          "window",
          "3",
          "do",
          "check"
        };
    assertThat(admin.post(page, form).body()).contains("If you save this", "Use these rules");
    assertThat(catalog.current(academy.id()).rules()).isEqualTo(Rules.DEFAULT);
    form[form.length - 1] = "save";
    assertThat(admin.post(page, form).statusCode()).isEqualTo(303);
    var rules = catalog.current(academy.id()).rules();
    assertThat(rules.examBadges()).isEqualTo(Rules.ExamBadges.NONE);
    assertThat(rules.validityByType()).containsEntry("role-based", java.time.Period.ofMonths(24));
    assertThat(rules.renewalWindow()).isEqualTo(java.time.Period.ofMonths(3));
    form[9] = "many";
    var wrong = admin.post(page, form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Write a number of months", "value=\"many\"");
  }

  private static List<SourceFile> rows(String title, String day) {
    return List.of(
        SourceFile.of(
            "rows.jsonl",
            """
            {"uid":"exam.a","number":"NW-100","title":"%1$s","snapshot":"%2$s","locale":"en-us"}
            {"uid":"exam.b","number":"NW-200","title":"%1$s B","snapshot":"%2$s","locale":"en-us"}
            {"uid":"certification.c","type":"role-based","exams":["exam.a","exam.b"],"snapshot":"%2$s"}
            """
                .formatted(title, day)
                .getBytes(UTF_8)));
  }
}
