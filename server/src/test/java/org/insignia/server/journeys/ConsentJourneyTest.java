package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A program asks for somebody's badges: they sign in, read what it wants, say yes or no, end it.
 */
@JourneyTest
class ConsentJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String SCOPE =
      "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"
          + " https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert"
          + " https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly offline_access";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired TestBadges badges;

  private HttpServer device;

  /** The program on the device, to which the browser comes back. */
  @BeforeEach
  void listen() throws IOException {
    device = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    device.createContext(
        "/cb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          exchange.close();
        });
    device.start();
  }

  @AfterEach
  void close() {
    device.stop(0);
  }

  private String redirect() {
    return "http://127.0.0.1:" + device.getAddress().getPort() + "/cb";
  }

  private String somebody(Language language) {
    var address = "consent" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Ana Ruiz", EmailAddress.of(address), PASSWORD, language);
    return address;
  }

  private Visitor arrived(Visitor visitor) {
    visitor.page().waitForURL(url -> url.startsWith(redirect()));
    return visitor;
  }

  @ParameterizedTest
  @EnumSource
  void a_yes_and_a_no_are_said_without_any_script(Language language, Browser browser) {
    var program = TestProgram.onDevice(settings);
    var question = TestProgram.page(program.wish(SCOPE, "redirect_uri", redirect()));
    try (var visitor = Visitor.withoutScripts(browser, texts, language, base())) {
      visitor.mayLeaveFor(redirect()).open(question);
      visitor
          .type("accounts.address", somebody(language))
          .type("accounts.password", PASSWORD)
          .press("accounts.sign-in.button");
      visitor.reads("api.consent.title", "Pocket").sees(visitor.words("api.consent.may.read"));
      arrived(visitor.press("api.consent.deny"));
      assertThat(visitor.page().url()).contains("error=access_denied");
      visitor.open(question);
      arrived(visitor.press("api.consent.allow"));
      var came = TestProgram.query(URI.create(visitor.page().url()));
      assertThat(came).containsKeys("code", "iss").containsEntry("state", "st&te=1");
      visitor.open("/account/programs").reads("api.programs.title").sees("Pocket");
      visitor.use(
          visitor.page().locator("main").getByText(visitor.words("api.programs.end")).last());
      visitor.sees(visitor.words("api.programs.ended"));
    }
  }

  @Test
  void the_pages_are_good_to_read(Browser browser) {
    var program = TestProgram.registered(settings);
    try (var visitor = Visitor.with(browser, texts, Language.EN, base())) {
      visitor.open("/sign-in").type("accounts.address", somebody(Language.EN));
      visitor.type("accounts.password", PASSWORD).press("accounts.sign-in.button").isAt("/home");
      visitor.open("/account/programs").sees("No connected programs");
      Inspection.ofThisLook(visitor, "programs-empty");
      visitor.open(TestProgram.page(program.wish(SCOPE))).reads("api.consent.title", "Wallet");
      Inspection.ofEveryLook(visitor, "consent");
      visitor.open(TestProgram.page(program.wish("everything"))).reads("api.consent.wrong");
      Inspection.ofEveryLook(visitor, "consent-refused");
      var pocket = TestProgram.onDevice(settings);
      visitor.mayLeaveFor(redirect());
      visitor.open(TestProgram.page(pocket.wish(SCOPE, "redirect_uri", redirect())));
      arrived(visitor.press("api.consent.allow"));
      visitor.open("/account/programs").sees("Pocket");
      Inspection.ofEveryLook(visitor, "programs");
    }
  }

  @Test
  void the_clients_of_an_organisation_are_good_to_read(Browser browser) {
    var academy = badges.academy();
    var address = somebody(Language.EN);
    var admin = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    try (var visitor = Visitor.with(browser, texts, Language.EN, base())) {
      visitor.open("/sign-in").type("accounts.address", address);
      visitor.type("accounts.password", PASSWORD).press("accounts.sign-in.button").isAt("/home");
      visitor.open("/console/" + academy.slug() + "/clients").sees("No clients yet");
      visitor.type("api.tokens.name", "Warehouse of results");
      visitor.tick(visitor.page().locator("input[value='results:write']"));
      visitor.press("api.clients.make").sees("The client is made.");
      Inspection.ofThisLook(visitor, "oauth-client-made");
      visitor.open("/console/" + academy.slug() + "/clients").sees("Warehouse of results");
      Inspection.ofEveryLook(visitor, "oauth-clients");
    }
  }

  private String base() {
    return settings.baseUrl().toString();
  }
}
