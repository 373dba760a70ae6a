package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.totp.AuthenticatorApp;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways into an account: passkeys, codes, sessions. */
@JourneyTest
class SecurityJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  private Browser browser;
  private final String address = "s" + UUID.randomUUID() + "@example.org";

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.EN);
  }

  private Visitor visitor() {
    return Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
  }

  private Visitor signedIn() {
    var ana = visitor();
    signIn(ana);
    return ana.isAt("/home");
  }

  private void signIn(Visitor visitor) {
    visitor.open("/sign-in").type("accounts.address", address);
    visitor.type("accounts.password", PASSWORD).press("accounts.sign-in.button");
  }

  /** A device that keeps passkeys and whose owner always unlocks it. */
  private static CDPSession device(Visitor visitor) {
    var device = visitor.page().context().newCDPSession(visitor.page());
    device.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var wrapped = new JsonObject();
    wrapped.add("options", options);
    device.send("WebAuthn.addVirtualAuthenticator", wrapped);
    return device;
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_passkey_is_made_named_used_to_sign_in_and_removed() {
    try (var ana = signedIn()) {
      device(ana);
      ana.open("/account/security").follow("accounts.passkey.add").reads("accounts.passkey.add");
      Inspection.ofEveryLook(ana, "accounts-new-passkey");
      ana.type("accounts.passkey.name", "Blue phone").press("accounts.passkey.make");
      ana.isAt("/account/security").sees(ana.words("accounts.passkey.added")).sees("Blue phone");
      assertThat(subjectsTo(address)).contains("A passkey was added to your account");
      Inspection.ofEveryLook(ana.open("/account/security"), "accounts-security-passkey");

      ana.open("/account/passkeys/new").press("accounts.passkey.make");
      ana.sees(ana.words("accounts.passkey.known"));

      ana.pressInHeader("layout.sign-out");
      ana.open("/sign-in").press("accounts.passkey.sign-in").isAt("/home");

      ana.open("/account/security");
      ana.use(ana.page().locator("main summary").first());
      ana.type("accounts.passkey.name", "Red phone").press("accounts.account.save");
      ana.sees("Red phone");
      ana.press("accounts.account.remove-this", "Red phone");
      ana.sees(ana.words("accounts.passkey.removed"));
      ana.pressInHeader("layout.sign-out");
      ana.open("/sign-in").press("accounts.passkey.sign-in");
      ana.sees(ana.words("accounts.passkey.failed"));
    }
  }

  private java.util.List<String> subjectsTo(String to) {
    new Mailbox(sink).newestTo(to);
    return sink.received().stream().filter(m -> m.to().equals(to)).map(m -> m.subject()).toList();
  }

  @Test
  void without_scripts_the_passkey_page_says_what_it_needs() {
    try (var ana =
        Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString())) {
      signIn(ana);
      ana.isAt("/home");
      ana.open("/account/passkeys/new").sees(ana.words("accounts.passkey.without"));
    }
  }

  @WalkedEveryWay
  void codes_are_set_up_asked_for_at_sign_in_and_turned_off() {
    try (var ana = signedIn()) {
      ana.open("/account/security").follow("accounts.codes.set-up").reads("accounts.codes.title");
      assertThat(ana.everyPictureIsThere()).isTrue();
      Inspection.ofEveryLook(ana, "accounts-second-factor");
      var app = AuthenticatorApp.typed(ana.page().locator(".in-secret").innerText());
      ana.type("accounts.codes.first", "000000").press("accounts.codes.turn-on");
      ana.sees(ana.words("accounts.code.wrong"));
      var spent = app.code();
      ana.type("accounts.codes.first", spent).press("accounts.codes.turn-on");
      ana.reads("accounts.recovery.title");
      Inspection.ofThisLook(ana, "accounts-recovery-codes");
      var recovery = ana.page().locator(".in-secrets code").first().innerText();
      ana.follow("accounts.recovery.kept").isAt("/account/security");

      ana.pressInHeader("layout.sign-out");
      signIn(ana);
      ana.isAt("/sign-in/code").reads("accounts.code.title");
      Inspection.ofEveryLook(ana, "accounts-code");
      ana.open("/home").isAt("/sign-in");
      ana.open("/sign-in/code").type("accounts.code", spent).press("accounts.sign-in.button");
      ana.sees(ana.words("accounts.code.wrong"));
      ana.type("accounts.code", recovery).press("accounts.sign-in.button").isAt("/home");

      ana.open("/account/security").press("accounts.codes.off");
      ana.sees(ana.words("accounts.codes.turned-off"));
      ana.pressInHeader("layout.sign-out");
      signIn(ana);
      ana.isAt("/home");
    }
  }

  @WalkedEveryWay
  void a_new_password_by_mail_does_not_get_around_the_second_factor() {
    try (var ana = signedIn();
        var elsewhere = visitor()) {
      ana.open("/account/second-factor");
      var app = AuthenticatorApp.typed(ana.page().locator(".in-secret").innerText());
      var spent = app.code();
      ana.type("accounts.codes.first", spent).press("accounts.codes.turn-on");
      elsewhere.open("/reset").type("accounts.address", address).press("accounts.reset.button");
      elsewhere.open(new Post(sink, address).resetLink());
      elsewhere.type("accounts.password", "another lantern, lit");
      elsewhere.press("accounts.new-password.button").isAt("/sign-in/code");
      elsewhere.open("/account").isAt("/sign-in");
    }
  }

  @WalkedEveryWay
  void open_browsers_are_listed_and_ended_one_by_one() {
    try (var desk = signedIn();
        var phone = signedIn()) {
      desk.open("/account/security").sees(desk.words("accounts.session.here"));
      assertThat(desk.page().locator("section[aria-labelledby=sessions] li").count()).isEqualTo(2);
      Inspection.ofEveryLook(desk, "accounts-security");
      desk.use(desk.page().locator("section[aria-labelledby=sessions] li button"));
      desk.sees(desk.words("accounts.session.ended"));
      phone.open("/home").isAt("/sign-in");
      desk.open("/home").isAt("/home");
    }
  }

  @WalkedEveryWay
  void a_new_password_ends_every_other_browser_and_is_told_by_mail() {
    try (var desk = signedIn();
        var phone = signedIn()) {
      desk.open("/account/security").type("accounts.password.present", PASSWORD);
      desk.type("accounts.password.new", "another lantern, lit");
      desk.press("accounts.account.change-password");
      desk.sees(desk.words("accounts.account.password-changed"));
      phone.open("/home").isAt("/sign-in");
      desk.open("/home").isAt("/home");
      assertThat(subjectsTo(address)).contains("Your password was changed");
    }
  }

  @WalkedEveryWay
  void what_touches_safety_asks_again_when_the_last_proof_is_old() {
    try (var ana = signedIn()) {
      forgetProof();
      ana.open("/account/passkeys/new").isAt("/prove").reads("accounts.prove.title");
      Inspection.ofEveryLook(ana, "accounts-prove");
      ana.type("accounts.password", "not this one at all").press("accounts.prove.button");
      ana.sees(ana.words("accounts.password.present-wrong"));
      ana.type("accounts.password", PASSWORD).press("accounts.prove.button");
      ana.isAt("/account/passkeys/new");
    }
  }

  @Autowired org.springframework.jdbc.core.simple.JdbcClient db;

  /** As if a quarter of an hour had passed. */
  private void forgetProof() {
    var person = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
    db.sql(
            """
            delete from spring_session_attributes
             where attribute_name = 'proved-at'
               and session_primary_id in (select primary_id from spring_session where principal_name = ?)
            """)
        .param(person.toString())
        .update();
  }

  @WalkedEveryWay
  void what_was_typed_when_the_session_ended_is_sent_after_signing_in_again() {
    try (var ana = signedIn()) {
      ana.open("/account").type("accounts.headline", "Typed for a long time");
      var person = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
      db.sql("delete from spring_session where principal_name = ?")
          .param(person.toString())
          .update();
      ana.press("accounts.account.save").isAt("/sign-in");
      ana.type("accounts.address", address).type("accounts.password", PASSWORD);
      ana.press("accounts.sign-in.button").isAt("/again").sees("Typed for a long time");
      Inspection.ofThisLook(ana, "accounts-again");
      ana.press("accounts.again.send").sees(ana.words("accounts.account.saved"));
      assertThat(ana.page().inputValue("#headline")).isEqualTo("Typed for a long time");
      ana.open("/again").isAt("/home");
    }
  }
}
