package org.insignia.server.journeys;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner sets an organisation up: its look, its tokens, its keys, with scripts and without. */
@JourneyTest
class OrganisationJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;

  private final EmailAddress address = EmailAddress.of("o" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
    var owner = accounts.createConfirmed("Olga Owner", address, PASSWORD, Language.EN);
    members.grant("test", owner.value(), academy.id(), Role.OWNER);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_owner_says_who_they_are_and_how_they_look(boolean scripts, Browser browser) {
    try (var olga = signedIn(browser, scripts)) {
      olga.open(house()).follow("console.room.settings.title");
      olga.reads("organisations.settings.title");
      if (scripts) {
        Inspection.ofEveryLook(olga, "organisations-settings");
      }
      olga.page().locator("#accent").fill("#8a1c4a");
      olga.type("organisations.settings.name", "");
      olga.press("organisations.settings.save");
      olga.sees(olga.words("organisations.settings.name-problem.wrong"));
      if (scripts) {
        Inspection.ofThisLook(olga, "organisations-settings-wrong");
      }
      olga.type("organisations.settings.name", "Northwind Academy of Clouds " + UUID.randomUUID());
      olga.type("organisations.settings.description", "We examine people who run clouds.");
      olga.press("organisations.settings.try");
      olga.sees(olga.words("organisations.settings.trial"));
      olga.press("organisations.settings.save");
      olga.sees(olga.words("organisations.settings.saved"));
      olga.open(house()).follow("console.room.domain.title").press("organisations.domain.begin");
      olga.sees(olga.words("organisations.domain.wrong"));
      olga.type("organisations.domain.domain", "northwind.example");
      olga.press("organisations.domain.begin");
      olga.sees(olga.words("organisations.domain.done.named"));
      if (scripts) {
        Inspection.ofEveryLook(olga, "organisations-domain");
      }
      olga.open("/org/" + academy.slug()).sees("We examine people who run clouds.");
      if (scripts) {
        Inspection.ofEveryLook(olga, "organisations-public");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_owner_gives_a_program_a_token(boolean scripts, Browser browser) {
    try (var olga = signedIn(browser, scripts)) {
      olga.open(house()).follow("console.room.tokens.title");
      olga.reads("api.tokens.title").press("api.tokens.make");
      olga.sees(olga.words("api.tokens.scope-wrong"));
      if (scripts) {
        Inspection.ofThisLook(olga, "api-tokens-wrong");
      }
      olga.type("api.tokens.name", "Results of the test centres");
      olga.page().locator("input[value='results:write']").check();
      olga.press("api.tokens.make").sees(olga.words("api.tokens.once"));
      if (scripts) {
        Inspection.ofThisLook(olga, "api-tokens-made");
      }
      olga.open(house() + "/tokens").sees(olga.words("api.tokens.state.works"));
      if (scripts) {
        Inspection.ofEveryLook(olga, "api-tokens");
      }
      olga.page()
          .locator(
              "summary",
              new com.microsoft.playwright.Page.LocatorOptions()
                  .setHasText(olga.words("api.tokens.change")))
          .click();
      olga.press("api.tokens.revoke").sees(olga.words("api.tokens.state.revoked"));
      olga.open(house()).follow("console.room.intake-hooks.title");
      olga.reads("api.intake.title").press("api.intake.make").sees(olga.words("api.intake.once"));
      if (scripts) {
        Inspection.ofThisLook(olga, "api-intake-made");
      }
      olga.open(house() + "/intake-hooks").sees(olga.words("api.intake.never"));
      olga.open("/developers").reads("api.developers.title");
      if (scripts) {
        Inspection.ofEveryLook(olga, "api-developers");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_owner_tells_a_program_and_reads_the_record(boolean scripts, Browser browser)
      throws Exception {
    try (var olga = signedIn(browser, scripts);
        var port = new java.net.ServerSocket(0)) {
      var nobody = "http://localhost:" + port.getLocalPort() + "/hook";
      port.close();
      olga.open(house()).follow("console.room.webhooks.title");
      olga.reads("api.webhooks.title").press("api.webhooks.make");
      olga.sees(olga.words("api.webhooks.event-wrong"));
      if (scripts) {
        Inspection.ofThisLook(olga, "api-webhooks-wrong");
      }
      olga.type("api.webhooks.url", nobody);
      olga.page().locator("input[value='badge.issued']").check();
      olga.press("api.webhooks.make").sees(olga.words("api.webhook.done.made"));
      if (scripts) {
        Inspection.ofThisLook(olga, "api-webhook-made");
      }
      olga.open(house() + "/webhooks").sees(nobody);
      if (scripts) {
        Inspection.ofEveryLook(olga, "api-webhooks");
      }
      olga.page()
          .locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(nobody))
          .click();
      olga.press("api.webhook.test").sees(olga.words("api.webhook.done.tested"));
      if (scripts) {
        Inspection.ofEveryLook(olga, "api-webhook");
      }
      olga.open(house()).follow("console.room.keys.title").reads("console.keys.title");
      if (scripts) {
        olga.page().locator("summary").last().click();
        Inspection.ofThisLook(olga, "console-keys-open");
        Inspection.ofEveryLook(olga, "console-keys");
      }
      olga.open(house()).follow("console.room.audit.title");
      olga.reads("console.audit.title").sees("api.webhook-make");
      if (scripts) {
        Inspection.ofEveryLook(olga, "console-audit");
      }
    }
  }

  private String house() {
    return "/console/" + academy.slug();
  }

  private Visitor signedIn(Browser browser, boolean scripts) {
    var base = settings.baseUrl().toString();
    var visitor =
        scripts
            ? Visitor.with(browser, texts, Language.EN, base)
            : Visitor.withoutScripts(browser, texts, Language.EN, base);
    return visitor
        .open("/sign-in")
        .type("accounts.address", address.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }
}
