package org.insignia.server.catalog.handmade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HandMadeModuleTest {
  private static final Design RED =
      new Design(
          Outline.SHIELD,
          Ring.BEADED,
          Metal.GOLD,
          Colour.of("#8a1f2b"),
          Icon.SECURITY,
          "Northwind Academy",
          "Mentor",
          "",
          "2026",
          3);

  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Achievements achievements;
  @Autowired HandMade made;
  @Autowired JdbcClient db;
  private Organisation academy;

  @BeforeEach
  void found() {
    var slug = "o" + Ids.next().toString().replace("-", "");
    academy = organisations.create("test", slug, "Northwind Academy", null, null);
  }

  private Achievement add(Language main, String name) {
    return get(made.add("test", academy, wish(main, name)));
  }

  private Achievement get(AchievementId id) {
    return achievements.get(id);
  }

  private static AchievementWish wish(Language main, String name) {
    return new AchievementWish(
        main,
        Map.of(main, new Words(name, "Helps others.", "Mentor **three** people.", List.of("SQL"))),
        new Particulars(
            Particulars.Type.AWARD,
            Particulars.Level.ADVANCED,
            Particulars.Cost.FREE,
            null,
            Particulars.Duplicates.ALLOW,
            List.of(new Alignment("ESCO", "https://data.europa.eu/esco"))));
  }

  @Test
  void begins_as_a_draft_with_a_look_and_becomes_active_and_archived_but_no_draft_again() {
    var draft = add(Language.EN, "Mentor of the year");
    assertThat(draft.kind()).isEqualTo(Kind.OWN);
    assertThat(draft.state()).isEqualTo(State.DRAFT);
    assertThat(draft.slug()).isEqualTo("mentor-of-the-year");
    assertThat(draft.particulars()).isEqualTo(wish(Language.EN, "x").particulars());
    assertThat(achievements.design(draft.design()).title()).isEqualTo("Mentor of the year");
    assertThatThrownBy(() -> made.stand("test", academy, draft, State.ARCHIVED))
        .isInstanceOf(Problem.Conflict.class);
    made.stand("test", academy, draft, State.ACTIVE);
    made.stand("test", academy, get(draft.id()), State.ARCHIVED);
    assertThat(get(draft.id()).state()).isEqualTo(State.ARCHIVED);
    assertThatThrownBy(() -> made.stand("test", academy, get(draft.id()), State.DRAFT))
        .isInstanceOf(Problem.Conflict.class);
    made.stand("test", academy, get(draft.id()), State.ACTIVE);
    assertThat(get(draft.id()).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void two_of_one_name_and_names_without_latin_letters_have_addresses_of_their_own() {
    var first = add(Language.EN, "Mentor");
    var second = add(Language.EN, "Mentor");
    var chinese = add(Language.ZH_CN, "年度导师");
    assertThat(first.slug()).isEqualTo("mentor");
    assertThat(second.slug()).isEqualTo("mentor-2");
    assertThat(chinese.slug()).matches("badge-[0-9a-f]{8}");
    assertThat(chinese.name()).as("no English words").isEqualTo("年度导师");
    assertThat(chinese.spoken(Language.ES)).isEqualTo(Language.ZH_CN);
  }

  @Test
  void a_form_that_was_overtaken_changes_nothing() {
    var old = add(Language.EN, "Mentor");
    made.change("test", academy, old, 0, wish(Language.EN, "Mentor I"));
    assertThatThrownBy(() -> made.change("test", academy, old, 0, wish(Language.EN, "Mentor II")))
        .isInstanceOf(Problem.Conflict.class);
    assertThat(get(old.id()).name()).isEqualTo("Mentor I");
    made.change("test", academy, get(old.id()), 1, wish(Language.ES, "Mentora"));
    assertThat(get(old.id()).texts()).containsOnlyKeys(Language.ES);
  }

  @Test
  void a_look_is_followed_by_another_and_going_back_is_a_version_too() {
    var id = add(Language.EN, "Mentor").id();
    var first = get(id).design();
    assertThat(made.giveLook("test", academy, get(id), RED)).isTrue();
    assertThat(made.giveLook("test", academy, get(id), RED)).as("again").isFalse();
    assertThat(achievements.design(get(id).design())).isEqualTo(RED);
    made.goBack("test", academy, get(id), first);
    assertThat(made.looks(id)).extracting(LookVersion::number).containsExactly(3, 2, 1);
    assertThat(achievements.design(get(id).design())).isEqualTo(achievements.design(first));
    assertThat(get(id).design()).isNotEqualTo(first);
    var other = add(Language.EN, "Other");
    assertThatThrownBy(() -> made.goBack("test", academy, get(id), other.design()))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void a_later_import_leaves_words_and_looks_of_staff_as_they_are() {
    importing("Networks", "2026-01-01");
    var given = achievements.of(academy.id(), "exam.a").orElseThrow();
    var words = given.words(Language.EN);
    made.giveLook("test", academy, given, RED);
    made.change(
        "test",
        academy,
        given,
        0,
        new AchievementWish(
            Language.EN,
            Map.of(Language.EN, new Words("Our networks", "d", "c", words.skills())),
            Particulars.NONE));
    importing("Quantum networks", "2026-06-01");
    var after = achievements.of(academy.id(), "exam.a").orElseThrow();
    assertThat(after.words(Language.EN).name()).isEqualTo("Our networks");
    assertThat(after.words(Language.IT).name()).as("not touched").contains("Quantum");
    assertThat(achievements.design(after.design())).isEqualTo(RED);
    assertThatThrownBy(() -> made.stand("test", academy, after, State.ARCHIVED))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void an_import_takes_nothing_from_what_staff_made() {
    var own = add(Language.EN, "exam NW 100");
    importing("Networks", "2026-01-01");
    assertThat(get(own.id())).isEqualTo(own);
    assertThat(achievements.of(academy.id(), "exam.a").orElseThrow().slug())
        .isEqualTo("exam-nw-100-2");
  }

  @Test
  void each_change_stands_in_the_audit() {
    var own = add(Language.EN, "Mentor");
    made.stand("test", academy, own, State.ACTIVE);
    made.giveLook("test", academy, own, RED);
    made.change("test", academy, own, 1, wish(Language.EN, "Mentor I"));
    assertThat(
            db.sql("select action from audit_line where subject = :subject order by id")
                .param("subject", "achievement:" + own.id().value())
                .query(String.class)
                .list())
        .containsExactly(
            "achievement.add", "achievement.state", "achievement.look", "achievement.change");
  }

  private void importing(String title, String day) {
    imports.importFiles(
        academy.id(),
        List.of(
            SourceFile.of(
                "rows.jsonl",
                """
                {"uid":"exam.a","number":"NW-100","title":"%s","snapshot":"%s","locale":"en-us"}
                {"uid":"exam.b","number":"NW-200","title":"Servers","snapshot":"%s","locale":"en-us"}
                {"uid":"certification.c","type":"role-based","exams":["exam.a","exam.b"],"snapshot":"%s"}
                """
                    .formatted(title, day, day, day)
                    .getBytes(UTF_8))));
  }
}
