package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner shares a badge, and others meet it on pages of their own. */
@JourneyTest
class ShareJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Path PICTURES = Path.of("target/screenshots");

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired PublicBadges publicBadges;
  @Autowired Reach reach;
  @Autowired MailSink sink;
  private final EmailAddress address = EmailAddress.of("j" + UUID.randomUUID() + "@example.org");
  private Browser browser;
  private Organisation academy;
  private CredentialId id;

  @BeforeEach
  void begin(Browser aBrowser) {
    browser = aBrowser;
    academy = badges.academy();
    id = badges.issue(academy, address, "Ana Núñez", Language.EN);
    new Mailbox(sink).newestTo(address.value());
    var ana = accounts.createConfirmed("Ana Núñez", address, PASSWORD, Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
  }

  @Test
  void the_owner_shares_with_one_click_and_copies_the_link() {
    try (var ana = visitor()) {
      signIn(ana, address);
      ana.open("/badges/" + id.value()).picture("share-badge-owner");
      ana.follow("share.badge.share").isAt(share());
      ana.follow("share.certificate").isAt("/home/certificates/" + id.value());
      ana.open(share());
      var context = ana.page().context();
      context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      context.route(Pattern.compile("https://.*"), ShareJourneyTest::answer);
      for (var target : List.of("linkedin", "linkedin-profile", "facebook", "x", "whatsapp")) {
        var popup =
            ana.page()
                .waitForPopup(() ->
                    ana.page().locator("a[href='" + share() + "/to/" + target + "']").click());
        popup.waitForURL(Pattern.compile("https://.*"));
        assertThat(popup.url()).contains(encoded("/badges/" + id.value()).substring(6));
        popup.close();
      }
      ana.use(ana.page().locator("[data-copy=address]"));
      ana.page().locator("[data-copy=address]").getByText(ana.words("share.copied")).waitFor();
      assertThat(ana.page().evaluate("navigator.clipboard.readText()"))
          .isEqualTo(settings.url("/badges/" + id.value()).toString());
      ana.use(ana.page().locator("summary", hasText(ana.words("share.embed.signature"))));
      ana.use(ana.page().locator("[data-copy=signature]"));
      var html =
          ana.page()
              .evaluate(
                  "navigator.clipboard.read({unsanitized: ['text/html']}).then(i => i[0].getType('text/html')).then(b => b.text())");
      assertThat(html.toString()).contains("<table", "font-family:Arial", "/picture.png?size=192");
      ana.open(share()).sees("LinkedIn: post: 1");
      assertThat(ana.everyPictureIsThere()).isTrue();
    }
  }

  @Test
  void all_of_it_works_by_keyboard() {
    try (var ana = visitor()) {
      signIn(ana, address);
      ana.open(share());
      tabTo(ana, ana.words("share.public.hide"));
      ana.page().keyboard().press("Enter");
      ana.sees(ana.words("share.private.title"));
      assertThat(claims.publiclyVisible(id)).isFalse();
      tabTo(ana, ana.words("share.private.show"));
      ana.page().keyboard().press("Enter");
      ana.sees(ana.words("share.public.text"));
      tabTo(ana, ana.words("share.to.linkedin.name"));
      tabTo(ana, ana.words("share.to.email.name"));
      tabTo(ana, ana.words("share.embed.markdown"));
      ana.page().keyboard().press("Enter");
      assertThat(ana.page().locator("#markdown").inputValue()).startsWith("[![Northwind");
    }
  }

  @Test
  void without_scripts_everything_is_there_to_be_selected() {
    try (var ana =
        Visitor.withoutScripts(browser, texts, Language.PT_BR, settings.baseUrl().toString())) {
      ana.open("/sign-in?lang=pt-BR");
      ana.type("accounts.address", address.value()).type("accounts.password", PASSWORD);
      ana.press("accounts.sign-in.button");
      ana.open(share() + "?lang=pt-BR").sees(ana.words("share.to.title"));
      assertThat(ana.page().locator("#address").inputValue())
          .isEqualTo(settings.url("/badges/" + id.value()).toString());
      assertThat(ana.page().locator("#post").inputValue()).startsWith("Conquistei o badge");
      assertThat(ana.page().locator("[data-copy]:visible").count()).isZero();
      var file = PICTURES.resolve("shared-qr.png");
      ana.page().waitForDownload(() -> ana.follow("share.qr.png")).saveAs(file);
      ana.press("share.public.hide").sees(ana.words("share.private.title"));
      ana.press("share.private.show").sees(ana.words("share.public.text"));
    }
  }

  @Test
  void the_pages_are_readable_in_every_look() {
    var badge = publicBadges.ofEverybody(id);
    for (int i = 0; i < 1287; i++) {
      reach.note(badge, Event.VIEW);
    }
    reach.note(badge, Event.LINKEDIN);
    reach.note(badge, Event.EMBED);
    var staff = EmailAddress.of("k" + UUID.randomUUID() + "@example.org");
    var sam = accounts.createConfirmed("Sam", staff, PASSWORD, Language.EN);
    members.grant("test", sam.value(), academy.id(), Role.ADMIN);
    try (var ana = visitor();
        var admin = visitor()) {
      signIn(ana, address);
      Inspection.ofEveryLook(ana.open(share()), "share");
      openAll(ana.open(share()));
      Inspection.ofThisLook(ana, "share-open");
      claims.show(claims.of(id).orElseThrow().owner(), id, Visibility.PRIVATE);
      Inspection.ofThisLook(ana.open(share()), "share-private");
      signIn(admin, staff);
      Inspection.ofEveryLook(
          admin.open("/console/" + academy.slug() + "/reach?since=ever"), "share-console");
    }
  }

  @Test
  void a_foreign_page_shows_badges_by_script_and_by_frame_and_nobody_gets_a_cookie()
      throws Exception {
    var other = badges.issue(academy, "exam.a", address, "Ana Núñez", Language.EN);
    new Mailbox(sink)
        .await(m -> m.to().equals(address.value()) && m.text().contains("Networks"), "second");
    claims.accept(claims.of(id).orElseThrow().owner(), other, Visibility.PUBLIC);
    var home = settings.baseUrl().toString();
    var place =
        "<div class=p data-iframe-width=\"%d\" data-iframe-height=\"%d\" data-share-badge-id=\"%s\" data-share-badge-host=\"%s\"></div>";
    var script = "<script async src=\"" + home + "/assets/utilities/embed.js\"></script>";
    var page =
        "<!doctype html><html lang=en><title>A page of somebody else</title><h1>My badges</h1>"
            + place.formatted(150, 270, id.value(), home)
            + place.formatted(320, 420, other.value(), home)
            + place.formatted(420, 140, id.value(), home.replace("http://", "//"))
            + place.formatted(150, 270, id.value(), "https://www.credly.com")
            + place.formatted(150, 270, "../../admin", home)
            + script
            + script
            + "<iframe id=plain title=plain width=150 height=270 src=\""
            + home
            + "/embedded_badge/"
            + id.value()
            + "\"></iframe>"
            + "<iframe id=page title=page width=150 height=270 src=\""
            + home
            + "/badges/"
            + id.value()
            + "\"></iframe>"
            + "<img id=card alt=card src=\""
            + home
            + "/badges/"
            + id.value()
            + "/card.svg\">";
    var foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    foreign.createContext(
        "/",
        exchange -> {
          var body = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    foreign.start();
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(900, 1200))) {
      var reader = context.newPage();
      reader.navigate("http://127.0.0.1:" + foreign.getAddress().getPort() + "/");
      reader.locator(".p:nth-of-type(3) iframe").waitFor();
      assertThat(reader.locator(".p iframe").count()).isEqualTo(3);
      assertThat(reader.locator(".p iframe").first().getAttribute("id"))
          .isEqualTo("embedded-badge-" + id.value());
      for (var frame : List.of(".p:nth-of-type(1) iframe", ".p:nth-of-type(3) iframe", "#plain")) {
        reader.frameLocator(frame).getByText("Northwind Certified: Cloud Administrator").waitFor();
      }
      assertThat(reader.frameLocator("#page").getByText("Ana Núñez").count()).isZero();
      assertThat(reader.evaluate("document.getElementById('card').naturalWidth")).isEqualTo(520);
      assertThat(context.cookies()).isEmpty();
      reader.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve("embed-foreign.png")));
      var popup = context.waitForPage(() -> reader.frameLocator("#plain").locator("a").click());
      popup.waitForURL(home + "/badges/" + id.value());
    } finally {
      foreign.stop(0);
    }
  }

  @Test
  void the_small_badge_is_readable_in_every_size_and_language() {
    int[][] sizes = {{150, 270}, {420, 140}, {320, 420}, {100, 100}, {250, 80}, {600, 300}};
    try (BrowserContext context = browser.newContext()) {
      var page = context.newPage();
      for (var language : Language.values()) {
        for (var size : sizes) {
          page.setViewportSize(size[0], size[1]);
          page.navigate(settings.url("/embedded_badge/" + id.value()) + "?lang=" + language.tag());
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(
                      PICTURES.resolve(
                          "embed-" + size[0] + "x" + size[1] + "-" + language.tag() + ".png")));
          assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"))
              .as(size[0] + "x" + size[1] + " " + language)
              .isEqualTo(true);
        }
        assertThat(
                new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations())
            .isEmpty();
      }
    }
  }

  private static void answer(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setContentType("text/html")
            .setBody("another site"));
  }

  private void tabTo(Visitor visitor, String words) {
    for (int i = 0; i < 80; i++) {
      visitor.page().keyboard().press("Tab");
      var focused =
          visitor.page().evaluate("document.activeElement && document.activeElement.textContent");
      if (focused != null && focused.toString().strip().startsWith(words)) {
        return;
      }
    }
    throw new AssertionError("no way by keyboard to " + words);
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void openAll(Visitor visitor) {
    visitor
        .page()
        .locator("details:not(.in-languages)")
        .all()
        .forEach(d -> d.evaluate("d => d.open = true"));
    visitor
        .page()
        .locator("details img, details iframe")
        .all()
        .forEach(com.microsoft.playwright.Locator::scrollIntoViewIfNeeded);
    visitor.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String share() {
    return "/badges/" + id.value() + "/share";
  }

  private void signIn(Visitor visitor, EmailAddress as) {
    visitor
        .open("/sign-in")
        .type("accounts.address", as.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  private Visitor visitor() {
    return Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
  }
}
