package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a badge to the employers who look for its skills, and out to one of them. */
@JourneyTest
class InsightsJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired InventedMarket market;
  @Autowired Indexing indexing;
  @Autowired Clock clock;

  private final String address = "i" + UUID.randomUUID() + "@example.org";
  private final String mark = "Mark" + UUID.randomUUID().toString().replace("-", "").substring(20);
  private Browser browser;
  private CredentialId badge;

  @BeforeEach
  void an_earner_and_a_market(Browser browser) {
    this.browser = browser;
    var academy = badges.academy();
    PersonId ana =
        accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    badge = badges.issue(academy, EmailAddress.of(address), "Ana Núñez", Language.EN);
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (claims.of(badge).isEmpty()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
    claims.accept(ana, badge, Visibility.PRIVATE);
    market.open(mark, 42, clock.instant(), List.of("Cloud Computing", "Terraform", "Azure"));
    indexing.catchUp();
  }

  private Visitor signedIn(Visitor visitor) {
    visitor.open("/sign-in");
    visitor.page().locator("main input[name=address]").fill(address);
    visitor.page().locator("main input[name=password]").fill(PASSWORD);
    visitor.page().locator("main button[type=submit]").first().click();
    return visitor.isAt("/home");
  }

  @Test
  void from_the_badge_to_the_employer_without_scripts() {
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      signedIn(plain);
      plain.page().locator("a[href$='/insights']").first().click();
      plain.isAt("/home/badges/" + badge.value() + "/insights").reads("jobs.insights.title");
      plain.sees(plain.words("jobs.block.employer")).sees(plain.words("jobs.pay.median"));
      plain.page().locator("#remote, input[name=remote]").first().check();
      plain.press("jobs.filter");
      assertThat(plain.page().url()).contains("remote=yes");

      plain.open("/home/jobs?badge=" + badge.value() + "&q=" + mark);
      plain.page().locator(".in-jobs a").first().click();
      plain.sees("You keep our clouds running.").sees("Postings courtesy of " + mark);
      plain.page().locator(".in-actions a").first().click();
      plain.reads("jobs.leave.title").sees("jobs.example");
      var out = plain.page().locator(".in-actions a.btn-primary");
      assertThat(out.getAttribute("href")).startsWith("https://jobs.example/" + mark);
      assertThat(out.getAttribute("rel")).contains("noreferrer").contains("noopener");
      plain.page().locator(".in-eyebrow a").click();
      plain.page().locator(".in-eyebrow a").click();
      plain.isAt("/home/jobs");
      plain.page().locator(".in-eyebrow a").click();
      plain.isAt("/home/badges/" + badge.value() + "/insights");
    }
  }

  @Test
  void a_bar_leads_to_the_postings_it_counts() {
    try (var visitor = signedIn(Visitor.with(browser, texts, Language.IT, base()))) {
      visitor.open("/home/badges/" + badge.value() + "/insights/cloud");
      var row = visitor.page().locator("section[aria-labelledby=place] tbody tr").first();
      var count = row.locator("td").innerText().replaceAll("\\D", "");
      row.locator("a").focus();
      visitor.page().keyboard().press("Enter");
      visitor.isAt("/home/jobs");
      assertThat(openings(visitor)).isEqualTo(count);

      visitor.open("/home/badges/" + badge.value() + "/insights/cloud?lang=it");
      var band = visitor.page().locator("section[aria-labelledby=pay] tbody tr:has(a)").first();
      var paid = band.locator("td").innerText().replaceAll("\\D", "");
      band.locator("a").click();
      visitor.isAt("/home/jobs").sees("Stipendio annuo in");
      assertThat(openings(visitor)).isEqualTo(paid);
      visitor.page().locator(".in-chips a").first().click();
      assertThat(visitor.page().url()).doesNotContain("pay=");
    }
  }

  private static String openings(Visitor visitor) {
    return visitor.page().locator(".in-openings").innerText().replaceAll("\\D", "");
  }

  @Test
  void strangers_learn_nothing_and_texts_of_postings_stay_texts() {
    var odd = market.open(mark, URI.create("https://good.example@evil.example/"));
    try (var visitor = signedIn(Visitor.with(browser, texts, Language.EN, base()))) {
      var other =
          badges.issue(badges.academy(), EmailAddress.of("x" + address), "Bob", Language.EN);
      visitor.page().navigate(base() + "/home/badges/" + other.value() + "/insights");
      assertThat(visitor.page().locator("h1").innerText()).doesNotContain("labour market");
      visitor.open("/home/jobs/" + odd.value());
      visitor.sees("<script>alert(1)</script>");
      visitor.open("/home/jobs/" + odd.value() + "/apply");
      visitor.sees(visitor.words("jobs.leave.refused"));
      assertThat(visitor.page().locator("a[href*='evil.example']").count()).isZero();
    }
  }

  @Test
  void every_page_is_readable_in_every_look() {
    try (var ana = signedIn(Visitor.with(browser, texts, Language.EN, base()))) {
      Inspection.ofEveryLook(
          ana.open("/home/badges/" + badge.value() + "/insights"), "insights-badge");
      Inspection.ofEveryLook(
          ana.open("/home/badges/" + badge.value() + "/insights/cloud?country=DE"),
          "insights-skill");
      Inspection.ofEveryLook(
          ana.open("/home/jobs?badge=" + badge.value() + "&q=" + mark), "insights-jobs");
      ana.page().locator(".in-jobs a").first().click();
      Inspection.ofEveryLook(ana, "insights-posting");
      ana.page().locator(".in-actions a").first().click();
      Inspection.ofEveryLook(ana, "insights-leave");
      ana.open("/home/jobs?q=zzzqqq");
      Inspection.ofThisLook(ana, "insights-nothing");
    }
  }

  private String base() {
    return settings.baseUrl().toString();
  }
}
