package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Intake;
import org.insignia.server.results.Results;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ExplainJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired CatalogImports imports;
  @Autowired Intake intake;
  @Autowired Results results;
  @Autowired Awards awards;
  private Browser browser;
  private Organisation organisation;
  private final String mailbox = "ana" + UUID.randomUUID() + "@example.org";

  @BeforeEach
  void an_organisation_in_which_ana_passed_one_exam_and_another_is_held(Browser browser) {
    this.browser = browser;
    String slug = "x" + Ids.next().toString().replace("-", "");
    organisation = organisations.create("test", slug, "Northwind Academy", null, null);
    imports.importFiles(organisation.id(), Rows.catalogue());
    Rows rows = new Rows();
    rows.add("email", mailbox);
    rows.add("email", mailbox, "exam_code", "MO-200", "status", "held");
    intake.accept(organisation.id(), "certiport", "results.csv", rows.stream());
    Instant end = Instant.now().plus(PATIENCE);
    while (isWaiting()) {
      assertThat(Instant.now()).as("nothing was awarded").isBefore(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private boolean isWaiting() {
    return results.candidates(organisation.id(), EmailAddress.of(mailbox)).stream()
        .allMatch(candidate -> awards.of(candidate.dossier()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void staff_asks_why_a_certification_is_missing_without_any_script(Language language) {
    Visitor visitor =
        Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString());
    try (Visitor staff = signIn(Role.ISSUER, language, visitor)) {
      staff.open(path()).reads("eligibility.explain.title");
      staff.type("eligibility.explain.who", mailbox).press("eligibility.explain.ask");
      assertThat(staff.page().locator("section[aria-labelledby=awards]").innerText())
          .contains("MO-100", staff.words("eligibility.explain.given"));
      staff.page().locator("#what").selectOption("certification.mos-associate");
      staff.press("eligibility.explain.ask");
      staff
          .sees(staff.words("eligibility.outcome.MISSING"))
          .sees(staff.words("eligibility.reason.HELD"))
          .sees(staff.words("eligibility.shape.AT_LEAST", 3, 1));
      staff
          .open(path() + "?who=nobody@example.org")
          .sees(staff.words("eligibility.explain.nobody"));
    }
  }

  @Test
  void viewers_may_not_read_of_people() {
    Visitor visitor =
        Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString());
    try (Visitor viewer = signIn(Role.VIEWER, Language.EN, visitor)) {
      assertThat(viewer.page().navigate(settings.baseUrl() + path()).status()).isEqualTo(403);
    }
  }

  @Test
  void the_page_is_readable_in_every_look() {
    Visitor visitor = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    try (Visitor staff = signIn(Role.ISSUER, Language.EN, visitor)) {
      staff.open(path() + "?who=" + mailbox + "&what=certification.mos-associate");
      Inspection.ofEveryLook(staff, "explain");
    }
  }

  private String path() {
    return "/console/" + organisation.slug() + "/explain";
  }

  private Visitor signIn(Role role, Language language, Visitor visitor) {
    EmailAddress address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    UUID person = accounts.createConfirmed("Sam Staff", address, PASSWORD, language).value();
    members.grant("test", person, organisation.id(), role);
    return visitor
        .open("/sign-in")
        .type("accounts.address", address.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }
}
