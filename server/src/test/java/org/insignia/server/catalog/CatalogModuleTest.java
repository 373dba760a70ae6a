package org.insignia.server.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.source.SharedCatalogue;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CatalogModuleTest {
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Catalog catalog;
  @Autowired Achievements achievements;

  private OrganisationId organisation = new OrganisationId(Ids.next());

  @BeforeEach
  void found() {
    String slug = "o" + Ids.next().toString().replace("-", "");
    organisation = organisations.create("test", slug, "Northwind Academy", null, null).id();
  }

  @Test
  void the_reference_folder_is_imported_whole_and_again_changes_nothing() {
    ImportReport first = imports.importFiles(organisation, SharedCatalogue.whole());

    assertThat(first.exams()).isEqualTo(166);
    assertThat(first.certifications()).isEqualTo(115);
    assertThat(first.refused()).isEqualTo(1);
    CatalogVersion version = catalog.current(organisation);
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.exams()).hasSize(166);
    assertThat(version.certifications()).hasSize(115);
    assertThat(version.renewals()).hasSize(19);
    assertThat(version.roles()).hasSize(9);
    assertThat(version.examByCode("mb2–716").orElseThrow().uid()).isEqualTo("exam.mb-2-716");
    assertThat(version.examByCode("az 104").orElseThrow().number()).isEqualTo("AZ-104");

    ImportReport again = imports.importFiles(organisation, SharedCatalogue.whole());
    assertThat(again.number()).isEqualTo(1);
    assertThat(again.added()).isEmpty();
    assertThat(again.changed()).isEmpty();
    assertThat(again.renamed()).isEmpty();
    assertThat(again.retired()).isEmpty();
    assertThat(again.unchanged()).hasSize(166 + 115 + 19 + 9);
    assertThat(imports.past(organisation, 5)).hasSize(2);
    assertThat(imports.past(organisation, 5).getFirst().report()).isEqualTo(again);
  }

  @Test
  void a_later_snapshot_makes_a_new_version_and_the_old_one_can_still_be_read() {
    imports.importFiles(organisation, SharedCatalogue.files("es-es"));
    CatalogVersion early = catalog.current(organisation);
    ImportReport later = imports.importFiles(organisation, SharedCatalogue.files("ja-jp"));

    assertThat(later.added()).hasSize(13 + 6);
    assertThat(later.retired()).isNotEmpty();
    assertThat(catalog.current(organisation).certifications()).hasSize(115);
    CatalogVersion replayed = catalog.at(organisation, early.number());
    assertThat(replayed.certifications()).isEqualTo(early.certifications());
    assertThat(replayed.exams()).isEqualTo(early.exams());
    assertThat(catalog.texts(organisation, "exam.az-104")).containsOnlyKeys("es-es", "ja-jp");
  }

  @Test
  void achievements_exist_for_what_can_give_a_badge_in_five_languages() {
    imports.importFiles(organisation, SharedCatalogue.whole());

    assertThat(achievements.of(organisation, "exam.md-100")).isPresent();
    assertThat(achievements.of(organisation, "exam.az-104")).as("gives a certification").isEmpty();
    assertThat(achievements.of(organisation, "certification.azure-administrator-legacy")).isEmpty();
    assertThat(achievements.all(organisation))
        .filteredOn(a -> a.kind() == Kind.CERTIFICATION)
        .hasSize(108);
    Achievement expert =
        achievements
            .of(organisation, "certification.microsoft-office-specialist-associate-2019")
            .orElseThrow();
    assertThat(expert.texts()).containsOnlyKeys(Language.values());
    assertThat(expert.words(Language.EN).criteria())
        .startsWith("To earn this certification you need at least 3 of these [exam MO-100 (“")
        .endsWith(").".replace(")", "]"));
    assertThat(expert.words(Language.ES).criteria()).contains("al menos 3").contains(" y ");
    assertThat(achievements.all(organisation))
        .allSatisfy(a -> {
          assertThat(a.name()).isNotBlank().matches("\\p{ASCII}+");
          assertThat(achievements.design(a.design()).title()).isNotBlank();
          assertThat(achievements.bySlug(organisation, a.slug())).contains(a);
        });
    assertThat(achievements.all(organisation).stream().filter(a -> !a.skills().isEmpty()))
        .hasSizeGreaterThan(100);
  }

  @Test
  void a_renamed_exam_keeps_its_achievement() {
    imports.importFiles(
        organisation,
        rows(
            exam("exam.mb2-716", "MB2-716", "2021-03-01"),
            exam("exam.b", "B", "2021-03-01"),
            "{\"uid\":\"certification.c\",\"type\":\"mos\",\"exams\":[\"exam.mb2-716\",\"exam.b\"],\"snapshot\":\"2021-03-01\"}"));
    Achievement before = achievements.of(organisation, "exam.mb2-716").orElseThrow();
    var look = achievements.design(before.design());
    ImportReport report =
        imports.importFiles(organisation, rows(exam("exam.mb-2-716", "MB-2-716", "2022-02-08")));

    assertThat(report.renamed()).hasSize(1);
    Achievement after = achievements.of(organisation, "exam.mb-2-716").orElseThrow();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.slug()).isEqualTo(before.slug());
    assertThat(achievements.of(organisation, "exam.mb2-716").orElseThrow().id())
        .isEqualTo(before.id());
    assertThat(catalog.current(organisation).exam("exam.mb2-716").orElseThrow().uid())
        .isEqualTo("exam.mb-2-716");
    assertThat(after.design()).as("the number on it changed").isNotEqualTo(before.design());
    assertThat(achievements.design(before.design())).isEqualTo(look);
  }

  @Test
  void other_rules_make_a_new_version() {
    imports.importFiles(organisation, SharedCatalogue.files("jsonl"));
    Rules none =
        new Rules(
            Rules.ExamBadges.NONE,
            Rules.SingleExam.CERTIFICATION_ONLY,
            Rules.LateResults.DO_NOT_COUNT,
            Map.of("role-based", Period.ofYears(1)),
            Map.of(),
            Period.ofMonths(6));
    int number = catalog.setRules("test", organisation, none);

    assertThat(number).isEqualTo(2);
    assertThat(catalog.current(organisation).rules()).isEqualTo(none);
    assertThat(catalog.at(organisation, 1).rules()).isEqualTo(Rules.DEFAULT);
    assertThat(catalog.setRules("test", organisation, none)).isEqualTo(2);
    assertThat(achievements.of(organisation, "exam.md-100").orElseThrow().state())
        .isEqualTo(Achievement.State.ARCHIVED);
    assertThat(catalog.setRules("test", organisation, Rules.DEFAULT)).isEqualTo(3);
    assertThat(achievements.of(organisation, "exam.md-100").orElseThrow().state())
        .isNotEqualTo(Achievement.State.ARCHIVED);
  }

  @Test
  void a_file_of_nonsense_changes_nothing_and_says_so() {
    ImportReport report =
        imports.importFiles(
            organisation, List.of(SourceFile.of("x.jsonl", "{\n\u0000\n[]\n".getBytes(UTF_8))));

    assertThat(report.refused()).isEqualTo(3);
    assertThat(catalog.current(organisation).number()).isZero();
    assertThat(imports.past(organisation, 1)).hasSize(1);
  }

  private static String exam(String uid, String number, String date) {
    return "{\"uid\":\"%s\",\"number\":\"%s\",\"title\":\"A title\",\"snapshot\":\"%s\",\"locale\":\"es-es\"}"
        .formatted(uid, number, date);
  }

  private static List<SourceFile> rows(String... rows) {
    return List.of(SourceFile.of("rows.jsonl", String.join("\n", rows).getBytes(UTF_8)));
  }
}
