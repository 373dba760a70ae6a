package org.insignia.server.journeys;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff release held results and see what followed; the operator closes their house. */
@JourneyTest
class StaffDecideJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired Intake intake;
  @Autowired Credentials credentials;

  private Visitor signedIn(Browser browser, EmailAddress address) {
    return Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())
        .open("/sign-in")
        .type("accounts.address", address.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  private EmailAddress person() {
    var address = EmailAddress.of(UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Robin Oduya", address, PASSWORD, Language.EN);
    return address;
  }

  @Test
  void staff_release_what_is_held_and_the_operator_closes_the_house(Browser browser) {
    var house = organisations.create("test", "d" + UUID.randomUUID(), "Northwind", null, null);
    var owner = person();
    members.grant("test", accounts.ownerOf(owner).orElseThrow().value(), house.id(), Role.OWNER);
    var operator = person();
    members.makeOperator("test", accounts.ownerOf(operator).orElseThrow().value());
    var here = "/console/" + house.slug();
    try (var staff = signedIn(browser, owner)) {
      staff.open(here).sees(staff.words("console.begin.title"));
      Inspection.ofEveryLook(staff, "first-steps");
      catalogue.importFiles(house.id(), Rows.catalogue());
      var ana = person();
      var rows =
          new Rows()
              .add("email", ana.value(), "score", "650")
              .add("result_id", "R2", "candidate_id", "C2", "status", "held");
      var file = intake.accept(house.id(), "certiport", "results.csv", rows.stream());
      Until.holds(() -> intake.report(file).state() == IntakeReport.State.DONE);

      staff.open(here).page().locator(".in-needs a[href$='/results/held']").click();
      staff.reads("results.held.title").page().locator("a[href$='cause=pass-below-mark']").click();
      staff.sees("Passed with 650, but the pass mark is 700.");
      Inspection.ofEveryLook(staff, "held");
      staff.page().locator("#reason-all").fill("The provider confirmed it");
      staff.page().locator("section.in-sheet button.btn-primary").click();
      staff.sees(staff.words("results.held.done.RELEASED.one", "1"));
      Until.holds(() -> !credentials.forRecipients(java.util.List.of(ana)).isEmpty());
      staff.open(here).follow("console.room.events.title").sees("badge.issued");
      Inspection.ofEveryLook(staff, "events");
      staff.open(here + "/results").follow("results.providers.see").sees("Pearson VUE");
      Inspection.ofEveryLook(staff, "providers");

      try (var running = signedIn(browser, operator)) {
        running.open("/console/server/organisations/" + house.slug());
        Inspection.ofEveryLook(running, "tenant");
        running.type("operator.suspend-why", "Fees unpaid").press("operator.suspend-button");
        running.sees(running.words("operator.done.suspended"));
        running.press("operator.reopen").sees(running.words("operator.done.reopened"));
        staff.open(here).sees(staff.words("console.room.events.title"));
      }
    }
  }
}
