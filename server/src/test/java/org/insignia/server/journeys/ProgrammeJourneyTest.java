package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A newcomer sets up a programme from nothing, without a file. */
@JourneyTest
class ProgrammeJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Members members;
  private Browser browser;
  private Organisation academy;

  @BeforeEach
  void found(Browser browser) {
    this.browser = browser;
    var slug = "p" + Ids.next().toString().replace("-", "");
    academy = organisations.create("test", slug, "Northwind Academy", null, null);
  }

  @WalkedEveryWay
  void an_achievement_is_made_designed_and_published() {
    try (var iris = admin()) {
      iris.open("/console/" + academy.slug()).follow("console.room.achievements.title");
      iris.reads("achievements.title").sees(iris.words("achievements.none"));
      Inspection.ofEveryLook(iris, "achievements-none");
      iris.follow("achievements.new").reads("achievements.new");
      Inspection.ofEveryLook(iris, "achievements-new");
      iris.press("achievements.make").sees(iris.words("achievements.missing"));
      Inspection.ofThisLook(iris, "achievements-new-wrong");
      iris.enter("#name-en", "Volunteer mentor of the Northwind community");
      iris.enter("#description-en", "Has helped three newcomers through their first project.");
      iris.enter(
          "#criteria-en", "To earn it:\n\n- guide **three** people\n- write down what you learnt");
      iris.enter("input[name=skill] >> nth=0", "Public speaking");
      iris.press("achievements.try").sees(iris.words("achievements.preview-text"));
      assertThat(iris.page().locator(".in-markdown li").count()).isEqualTo(2);
      Inspection.ofThisLook(iris, "achievements-preview");
      iris.press("achievements.make").sees(iris.words("achievements.done.added"));
      Inspection.ofEveryLook(iris, "achievements-draft");

      iris.follow("achievements.look.change").reads("achievements.look.title");
      iris.enter("#ribbon", "2026");
      if (iris.runsScripts()) {
        iris.page().locator("#figure img[src*='ribbon=2026']").waitFor();
      } else {
        iris.press("achievements.try");
      }
      assertThat(drawn(iris, "#figure img")).isTrue();
      Inspection.ofThisLook(iris, "achievements-look");
      iris.press("achievements.look.save").sees(iris.words("achievements.done.look"));
      iris.press("achievements.publish").sees(iris.words("achievements.done.active"));
      iris.follow("achievements.look.change").reads("achievements.look.title");
      assertThat(iris.page().locator(".in-versions li").count()).isEqualTo(2);
      Inspection.ofEveryLook(iris, "achievements-looks");
      iris.open("/console/" + academy.slug() + "/achievements");
      Inspection.ofEveryLook(iris, "achievements-list");
      iris.page()
          .locator("main")
          .getByText("Volunteer mentor of the Northwind community")
          .first()
          .click();
      iris.follow("achievements.public");
      iris.readsTitle("Volunteer mentor of the Northwind community");
      Inspection.ofEveryLook(iris, "achievement-own-public");
    }
  }

  @WalkedEveryWay
  void exams_a_certification_and_rules_are_made_by_hand() {
    var catalogue = "/console/" + academy.slug() + "/catalogue";
    try (var iris = admin()) {
      iris.open(catalogue).reads("catalog.list.title");
      Inspection.ofEveryLook(iris, "catalogue-none");
      for (var code : List.of("NW-100", "NW-200", "NW-300")) {
        iris.open(catalogue).follow("entries.new-exam").reads("entries.new-exam");
        iris.enter("#code", code).enter("#title-en", "Networks " + code);
        iris.press("achievements.save").sees(iris.words("entries.done.saved"));
      }
      Inspection.ofEveryLook(iris, "catalogue-by-hand");
      iris.open(catalogue + "/exam");
      Inspection.ofEveryLook(iris, "catalogue-exam");
      iris.open(catalogue).follow("entries.new-certification");
      iris.enter("#title-en", "Network operations").enter("#type", "standard");
      iris.page().selectOption("#exam", "exam.nw-100");
      iris.press("entries.add-exam").press("entries.add-group");
      iris.page().selectOption("#where", "2");
      iris.page().selectOption("#exam", "exam.nw-200");
      iris.press("entries.add-exam");
      iris.page().selectOption("#where", "2");
      iris.page().selectOption("#exam", "exam.nw-300");
      iris.press("entries.add-exam").sees("one of these [exam NW-200");
      Inspection.ofThisLook(iris, "catalogue-tree");
      iris.press("entries.move.up", "2.2").sees("one of these [exam NW-300");
      iris.press("entries.check").sees(iris.words("entries.effect.title"));
      Inspection.ofThisLook(iris, "catalogue-effect");
      iris.press("achievements.save").sees(iris.words("entries.done.saved"));
      iris.sees("one of these [exam NW-300");
      iris.open("/console/" + academy.slug() + "/rules").reads("entries.rules");
      Inspection.ofEveryLook(iris, "rules");
      iris.enter("#type-months-0", "24").press("entries.check");
      iris.sees(iris.words("entries.effect.title"));
      iris.press("entries.rules-confirm").sees(iris.words("entries.rules-saved"));
      assertThat(iris.page().inputValue("#type-months-0")).isEqualTo("24");
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.NO_SCRIPTS})
  void achievements_are_collected_and_recommended() {
    try (var iris = admin()) {
      for (var name : List.of("Mentor", "Senior mentor")) {
        iris.open("/console/" + academy.slug() + "/achievements/new");
        iris.enter("#name-en", name).enter("#criteria-en", "Do it.").press("achievements.make");
        iris.press("achievements.publish").sees(iris.words("achievements.done.active"));
      }
      iris.follow("achievements.next.edit").reads("achievements.next.title");
      iris.press("achievements.next.add");
      iris.page().locator("main ol").getByText("Mentor").first().waitFor();
      Inspection.ofEveryLook(iris, "achievements-next");
      iris.open("/console/" + academy.slug() + "/achievements");
      iris.follow("achievements.collections.title").reads("achievements.collections.title");
      iris.enter("#name", "Mentoring").press("achievements.collections.open");
      iris.press("achievements.next.add").press("achievements.next.add");
      Inspection.ofEveryLook(iris, "achievements-collections");
      iris.open("/org/" + academy.slug() + "/badge/senior-mentor");
      iris.sees(iris.words("sharing.achievement.next"));
      iris.sees(iris.words("sharing.achievement.together", "Mentoring"));
      Inspection.ofEveryLook(iris, "achievement-neighbours");
    }
  }

  @Test
  void names_long_and_in_chinese_look_well_on_the_badge() {
    try (var iris = admin()) {
      for (var name :
          List.of(
              "Advanced Interdisciplinary Collaboration and Responsible Research Communication",
              "跨学科协作与负责任科研传播高级认证培训项目优秀学员",
              "Donaudampfschifffahrtsgesellschaftskapitän")) {
        iris.open("/console/" + academy.slug() + "/achievements/new");
        iris.enter("#name-en", name).enter("#criteria-en", "Do it.").press("achievements.make");
        iris.sees(iris.words("achievements.done.added"));
        assertThat(drawn(iris, "img.in-medal")).isTrue();
        iris.picture("achievement-name-" + name.length());
      }
    }
  }

  private static boolean drawn(Visitor visitor, String picture) {
    Locator image = visitor.page().locator(picture);
    image.waitFor();
    return !visitor.runsScripts()
        || Boolean.TRUE.equals(image.evaluate("i => i.decode().then(() => i.naturalWidth > 0)"));
  }

  private Visitor admin() {
    var address = EmailAddress.of("iris-" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Iris Admin", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.ADMIN);
    var visitor = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    visitor.open("/sign-in").type("accounts.address", address.value());
    visitor.type("accounts.password", PASSWORD).press("accounts.sign-in.button").isAt("/home");
    Page page = visitor.page();
    page.setDefaultTimeout(20_000);
    return visitor;
  }
}
