package org.insignia.server.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An earner arranges what others see: order, collections, evidence, badges from elsewhere. */
@JourneyTest
class ProfileJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired ForeignBadges foreign;

  private final String address = "a" + UUID.randomUUID() + "@example.org";
  private Browser browser;
  private PersonId ana;
  private Organisation academy;

  @BeforeEach
  void somebody(Browser browser) {
    this.browser = browser;
    academy = badges.academy();
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    var wish =
        new Profiles.Wish(
            "Ana Núñez",
            "ana-" + UUID.randomUUID().toString().substring(0, 8),
            Language.EN,
            "Keeps clouds and lighthouses running",
            List.of("https://example.org/ana", "https://code.example.org/ana-nunez"));
    assertThat(profiles.change(ana, wish)).isEmpty();
  }

  @Test
  void the_order_is_set_without_scripts_by_buttons_and_with_them_by_the_keyboard() {
    shown("exam.a");
    shown("exam.b");
    shown("certification.cloud");
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      signIn(plain).open("/home/arrange").reads("profile.arrange.title");
      var last = names(plain).getLast();
      plain.press("profile.arrange.first", last);
      plain.reads("profile.arrange.title");
      assertThat(names(plain).getFirst()).isEqualTo(last);
    }
    try (var quick = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(quick).open("/home/arrange").reads("profile.arrange.title");
      var first = names(quick).getFirst();
      var down =
          quick
              .page()
              .getByRole(
                  AriaRole.BUTTON,
                  new com.microsoft.playwright.Page.GetByRoleOptions()
                      .setName(quick.words("profile.arrange.down", first)));
      down.focus();
      quick.page().keyboard().press("Enter");
      quick
          .page()
          .getByText(quick.words("profile.arrange.moved", first, "2"))
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
      assertThat(names(quick).get(1)).isEqualTo(first);
      assertThat(quick.page().locator(":focus").getAttribute("aria-label")).contains(first);
      quick.open("/home/arrange").reads("profile.arrange.title");
      assertThat(names(quick).get(1)).isEqualTo(first);
      Inspection.ofEveryLook(quick, "profile-arrange");
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_collection_is_made_filled_and_shown_without_scripts() {
    shown("exam.a");
    shown("certification.cloud");
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      signIn(plain).open("/home/collections").reads("collections.title");
      plain.press("collections.make").sees(plain.words("collections.problem.name"));
      plain.type("collections.name", "For my application").press("collections.make");
      plain.reads("collections.edit");
      plain.enter("#description", "What counts for the cloud team.\n\nAnd more.");
      plain.tick(plain.page().locator("input[name=badge]").first());
      plain.tick(plain.page().locator("input[value=public]"));
      plain.press("collections.save").readsTitle("For my application");
      plain.sees("What counts for the cloud team.").sees("1 badge");
    }
    try (var ana = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(ana).open("/home/collections");
      Inspection.ofEveryLook(ana, "collections");
      ana.use(ana.page().locator(".in-rows a").first());
      Inspection.ofEveryLook(ana.reads("collections.edit"), "collections-edit");
      ana.follow("collections.see").readsTitle("For my application");
      try (var anybody = Visitor.with(browser, texts, Language.EN, base())) {
        anybody.open(ana.page().url()).readsTitle("For my application");
        Inspection.ofEveryLook(anybody, "collections-page");
        assertThat(anybody.page().context().cookies()).isEmpty();
      }
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void evidence_is_laid_beside_a_badge_and_marked_as_the_earners_own() {
    var id = shown("certification.cloud");
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      signIn(plain).open("/badges/" + id).follow("evidence.manage").reads("evidence.title");
      plain.type("evidence.link", "http://insecure.example.org");
      plain.type("evidence.what", "The network of a school").page().keyboard().press("Enter");
      plain.sees(plain.words("evidence.problem.link"));
      plain.type("evidence.link", "https://example.org/network").page().keyboard().press("Enter");
      plain.sees("https://example.org/network");
    }
    try (var ana = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(ana).open("/home/badges/" + id + "/evidence").reads("evidence.title");
      Inspection.ofEveryLook(ana, "evidence");
    }
    try (var anybody = Visitor.with(browser, texts, Language.IT, base())) {
      anybody.open("/badges/" + id).sees(anybody.words("evidence.beside-text"));
      anybody.sees("The network of a school");
      Inspection.ofThisLook(anybody, "evidence-beside");
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_badge_from_elsewhere_is_brought_looked_at_and_shown() throws Exception {
    shown("certification.cloud");
    var badge = new ElsewhereBadges().hashed(address).getBytes(UTF_8);
    var file = new FilePayload("badge.json", "application/json", badge);
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      signIn(plain).open("/home/import").reads("foreign.import.title");
      plain.enter("#badge", "{}");
      plain.press("foreign.import.button").sees(plain.words("foreign.import.refused"));
      plain.enter("#badge", "");
      plain.choose("#file", file);
      plain.press("foreign.import.button").readsTitle("Lighthouse Keeping");
      plain.sees(plain.words("foreign.done.kept")).press("foreign.manage.check");
      plain.sees(plain.words("foreign.done.checked")).press("foreign.manage.show");
      plain.readsTitle("Lighthouse Keeping");
    }
    try (var ana = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(ana).open("/home/import").sees("Lighthouse Keeping");
      Inspection.ofEveryLook(ana, "foreign-import");
      ana.use(ana.page().locator(".in-badge a").first());
      Inspection.ofEveryLook(ana.readsTitle("Lighthouse Keeping"), "foreign-own");
    }
    try (var anybody = Visitor.with(browser, texts, Language.EN, base())) {
      anybody.open("/users/" + accounts.person(ana).vanity()).sees("Lighthouse Keeping");
      assertThat(anybody.everyPictureIsThere()).isTrue();
      Inspection.ofEveryLook(anybody, "profile");
      anybody.use(anybody.page().locator(".in-badge a", options("Lighthouse Keeping")));
      Inspection.ofEveryLook(anybody.readsTitle("Lighthouse Keeping"), "foreign-badge");
      assertThat(anybody.page().context().cookies()).isEmpty();
    }
  }

  @WalkedEveryWay
  void what_is_refused_is_said_in_words_on_a_readable_page() {
    var kept = foreign.fromBytes(ana, Bytes.utf8(new ElsewhereBadges().unnamed()));
    try (var visitor = Visitor.with(browser, texts, Language.EN, base())) {
      signIn(visitor).open("/home/import");
      visitor.enter("#badge", new ElsewhereBadges().plain("bo@example.org"));
      visitor.press("foreign.import.button").sees(visitor.words("foreign.refused.of-others"));
      Inspection.ofThisLook(visitor, "foreign-refused");
      visitor.open("/imported/" + ((Kept) kept).id());
      visitor.sees(visitor.words("foreign.badge.unconfirmed"));
      Inspection.ofThisLook(visitor, "foreign-unnamed");
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions options(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private static List<String> names(Visitor visitor) {
    return visitor.page().locator(".in-order-name").allInnerTexts();
  }

  private Visitor signIn(Visitor visitor) {
    visitor.open("/sign-in");
    visitor.enter("main input[name=address]", address);
    visitor.enter("main input[name=password]", PASSWORD);
    visitor.use(visitor.page().locator("main button[type=submit]").first());
    return visitor.isAt("/home");
  }

  private String base() {
    return settings.baseUrl().toString();
  }

  private UUID shown(String uid) {
    var id = badges.issue(academy, uid, EmailAddress.of(address), "Ana Núñez", Language.EN);
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (claims.of(id).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    claims.accept(ana, id, Visibility.PUBLIC);
    return id.value();
  }
}
