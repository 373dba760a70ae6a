package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.TestRecords;
import org.insignia.server.transcripts.TestRecords.Earner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An earner asks the dashboard: what do I hold, until when, what is missing, where is my exam? */
@JourneyTest
class RecordJourneyTest {
  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestRecords records;
  @Autowired Accounts accounts;

  @ParameterizedTest
  @EnumSource
  void everything_is_one_step_from_every_page_without_any_script(
      Language language, Browser browser) {
    Earner ana = records.earner("Ana", "Núñez", language);
    try (var visitor = Visitor.withoutScripts(browser, texts, language, base())) {
      signIn(visitor, ana.address());
      for (String from : List.of("/home", "/home/certifications", "/home/exams", "/home/arrange")) {
        for (String to : List.of("certifications", "exams", "transcript")) {
          visitor.open(from);
          step(visitor, "layout." + to);
          visitor.reads("record." + to + ".title").isAt("/home/" + to);
        }
      }
    }
  }

  @Test
  void the_pages_answer_what_earners_ask(Browser browser) {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    try (var visitor = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(visitor, ana.address()).open("/home/certifications");
      visitor
          .sees("2 active certifications")
          .sees("March 2, 2036")
          .sees("1 under way")
          .sees("Still needed: HX-300: Night Passages or HX-310: Ice Passages.")
          .sees("Pass its exams again, and it is valid anew from that day.")
          .sees("It can no longer be earned. What you earned stays yours.");
      Inspection.ofEveryLook(visitor, "home-certifications");
      visitor.open("/home/exams");
      visitor
          .sees("Score 512, 700 needed")
          .sees("Not attended")
          .sees("It gives no badge: no certification needs it.")
          .sees(ana.address());
      Inspection.ofEveryLook(visitor, "home-exams");
      visitor.open("/home/transcript").sees("Knots");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Radio Operator", "Expired", "Valid, retired", "Académie du Léman")
          .doesNotContain("HX-300", "HX-310", "512");
      Inspection.ofEveryLook(visitor, "home-transcript");
    }
  }

  @Test
  void who_has_nothing_yet_learns_what_would_fill_the_pages(Browser browser) {
    String address = "new" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Neu", EmailAddress.of(address), TestRecords.PASSWORD, Language.EN);
    try (var visitor = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(visitor, address).open("/home/certifications").sees("No certification yet");
      Inspection.ofThisLook(visitor, "home-certifications-empty");
      visitor.open("/home/exams").sees("No exam yet").sees("Is an exam missing?");
      visitor.open("/home/transcript").sees("Nothing to show yet");
      Inspection.ofThisLook(visitor, "home-transcript-empty");
    }
  }

  private static void step(Visitor visitor, String key) {
    visitor
        .page()
        .locator("nav")
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Locator.GetByRoleOptions()
                .setName(visitor.words(key))
                .setExact(true))
        .first()
        .click();
  }

  private static Visitor signIn(Visitor visitor, String address) {
    visitor
        .open("/sign-in")
        .type("accounts.address", address)
        .type("accounts.password", TestRecords.PASSWORD);
    return visitor.press("accounts.sign-in.button").isAt("/home");
  }

  private String base() {
    return settings.baseUrl().toString();
  }
}
