package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that {@code up --demo} and the README promise of its people is there to be seen. */
@JourneyTest
@TestPropertySource(properties = "insignia.demo=true")
@DirtiesContext
class DemoJourneyTest {
  @Autowired Texts texts;
  @Autowired Settings settings;
  private Browser browser;
  private JsonNode demo;

  @BeforeEach
  void read(Browser browser) throws IOException {
    this.browser = browser;
    demo =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(settings.dataFolder().resolve("demo.json")));
  }

  private Visitor visitor(Language language) {
    return Visitor.with(browser, texts, language, settings.baseUrl().toString());
  }

  private Visitor signedIn(String who, Language language) {
    var visitor = visitor(language);
    visitor.open("/sign-in").type("accounts.address", demo.get(who).get("email").asString());
    visitor.type("accounts.password", demo.get(who).get("password").asString());
    return visitor.press("accounts.sign-in.button").isAt("/home");
  }

  @Test
  void the_earner_has_made_a_home_of_her_badges() {
    try (var anybody = visitor(Language.EN)) {
      anybody.open(demo.get("earner").get("profile").asString()).readsTitle("Ana Marques");
      anybody.sees("Data engineer in Porto").sees("Volunteer Lighthouse Keeper");
      anybody.sees("For my application");
      assertThat(anybody.page().locator(".in-badge").count()).isEqualTo(7);
      assertThat(anybody.everyPictureIsThere()).isTrue();
      Inspection.ofThisLook(anybody, "demo-profile");
      anybody.open(demo.get("collection").asString()).readsTitle("For my application");
      Inspection.ofThisLook(anybody, "demo-collection");
      anybody.open(demo.get("badge").asString()).sees("A pipeline that survives a storm");
      Inspection.ofThisLook(anybody, "demo-badge");
      anybody.open("/directory?what=people&q=Marques").sees("Ana Marques");
    }
    try (var ana = signedIn("earner", Language.EN)) {
      ana.sees(ana.words("claims.visibility.private"));
      Inspection.ofThisLook(ana, "demo-home");
      ana.open(demo.get("badge").asString() + "/share");
      assertThat(ana.page().locator("main").innerText()).contains("214", "LinkedIn: post: 1");
      Inspection.ofThisLook(ana, "demo-share");
    }
  }

  @Test
  void her_record_has_certifications_of_every_kind_and_an_exam_that_was_failed() {
    try (var ana = signedIn("earner", Language.EN)) {
      ana.open("/home/certifications");
      ana.sees("Data Engineer Associate").sees("Data Safety Specialty").sees("Report Writer");
      ana.sees("Office Work Fundamentals");
      Inspection.ofThisLook(ana, "demo-certifications");
      ana.open("/home/exams").sees("611").sees("845");
      Inspection.ofThisLook(ana, "demo-exams");
      ana.open("/home/certificates").sees("Data Engineer Associate");
      ana.open("/home/transcript").sees("Data Engineer Associate");
      Inspection.ofThisLook(ana, "demo-transcript");
    }
  }

  @Test
  void a_transcript_opens_with_the_code_that_was_printed() {
    var shared = demo.get("transcript");
    try (var anybody = visitor(Language.EN)) {
      anybody.open("/transcripts").type("shares.id", shared.get("id").asString());
      anybody.type("shares.code", shared.get("code").asString()).press("opening.button");
      anybody.sees("Ana Marques").sees("Data Engineer Associate");
      assertThat(anybody.page().locator("main").innerText()).doesNotContain("Data Safety");
    }
  }

  @Test
  void every_badge_leads_to_those_who_hire_for_it() {
    try (var ana = signedIn("earner", Language.EN)) {
      ana.open("/home");
      var badges = insights(ana);
      assertThat(badges).hasSize(7);
      for (var path : badges) {
        ana.open(path);
        assertThat(ana.page().locator("main").innerText()).as(path).contains("EUR", "(median)");
      }
      Inspection.ofThisLook(ana, "demo-insights");
      ana.open("/home/jobs/searches").sees("Data engineering in Portugal");
      Inspection.ofThisLook(ana, "demo-saved-searches");
    }
    try (var robin = signedIn("operator", Language.EN)) {
      robin.open("/console/feeds").sees("Meridian job fair").sees("300");
      robin.sees(robin.words("insights.feeds.outcome.good"));
    }
  }

  private static List<String> insights(Visitor ana) {
    return ana.page().locator("main a[href$='/insights']").all().stream()
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void badges_are_accepted_unasked_for_another() {
    try (var bianca = signedIn("unasked", Language.IT)) {
      Until.holds(() -> {
        bianca.open("/home");
        return bianca.page().locator(".in-badge").count() >= 2;
      });
      Inspection.ofThisLook(bianca, "demo-home-unasked");
    }
  }

  @Test
  void staff_find_a_wish_a_mailbox_that_refuses_and_two_records_of_one_person() {
    var console = "/console/" + demo.get("owner").get("organisation").asString();
    try (var grace = signedIn("owner", Language.EN)) {
      grace.open(console + "/corrections").sees("Ana Sofia Marques");
      grace.open(console + "/merges").sees("Lindqvist");
      Until.holds(() -> {
        grace.open(console + "/badges");
        return grace.page().getByText(grace.words("claims.bounce.short")).count() > 0;
      });
      Inspection.ofThisLook(grace, "demo-console-badges");
    }
  }
}
