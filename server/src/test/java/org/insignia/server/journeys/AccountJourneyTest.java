package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class AccountJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  private Browser browser;
  private final String address = "p" + UUID.randomUUID() + "@example.org";
  private Post post;

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    this.post = new Post(sink, address);
  }

  private Visitor visitor(Language language) {
    return Visitor.with(browser, texts, language, settings.baseUrl().toString());
  }

  private Visitor visitorWithoutScripts(Language language) {
    return Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString());
  }

  @ParameterizedTest
  @EnumSource
  void signs_up_confirms_signs_out_and_in_without_any_script(Language language) {
    try (var ana = visitorWithoutScripts(language)) {
      ana.open("/sign-up").reads("accounts.sign-up.title");
      signUp(ana, PASSWORD);
      ana.reads("accounts.sent.sign-up.title").sees(address);
      ana.open(post.confirmLink()).reads("accounts.confirm.title").sees(address);
      ana.press("accounts.confirm.button").isAt("/home").reads("claims.home.title").sees(address);
      ana.pressInHeader("layout.sign-out");
      ana.open("/home").isAt("/sign-in");
      ana.type("accounts.address", address)
          .type("accounts.password", PASSWORD)
          .press("accounts.sign-in.button");
      ana.isAt("/home").reads("claims.home.title");
    }
  }

  private void signUp(Visitor visitor, String password) {
    visitor
        .type("accounts.address", address)
        .type("accounts.name", "Ana Silva")
        .type("accounts.password", password)
        .press("accounts.sign-up.button");
  }

  @WalkedEveryWay
  void a_form_says_what_is_wrong_and_keeps_what_was_typed() {
    try (var ana = visitor(Language.PT_BR)) {
      ana.open("/sign-up");
      signUp(ana, "passwordpassword");
      ana.reads("accounts.sign-up.title").sees(ana.words("accounts.password.well-known"));
      assertThat(ana.page().inputValue("#address")).isEqualTo(address);
      assertThat(ana.page().inputValue("#name")).isEqualTo("Ana Silva");
      assertThat(ana.page().inputValue("#password")).isEmpty();
    }
  }

  @WalkedEveryWay
  void confirming_in_another_browser_asks_for_the_password_that_was_chosen() {
    try (var desk = visitor(Language.EN);
        var phone = visitor(Language.EN)) {
      desk.open("/sign-up");
      signUp(desk, PASSWORD);
      phone.open(post.confirmLink()).sees(phone.words("accounts.confirm.elsewhere"));
      phone.type("accounts.confirm.password", "not this one, no").press("accounts.confirm.button");
      phone.sees(phone.words("accounts.confirm.wrong-password"));
      Inspection.ofThisLook(phone, "accounts-confirm-elsewhere");
      phone
          .type("accounts.confirm.password", PASSWORD)
          .press("accounts.confirm.button")
          .isAt("/home");
      phone.open(post.confirmLink()).reads("accounts.gone.title");
      Inspection.ofEveryLook(phone, "accounts-gone");
    }
  }

  @WalkedEveryWay
  void a_forgotten_password_is_replaced_and_ends_every_other_session() {
    accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.IT);
    try (var desk = visitor(Language.IT);
        var phone = visitor(Language.IT)) {
      desk.open("/sign-in").type("accounts.address", address).type("accounts.password", PASSWORD);
      desk.press("accounts.sign-in.button").isAt("/home");
      phone.open("/sign-in").follow("accounts.sign-in.forgotten").reads("accounts.reset.title");
      phone
          .type("accounts.address", address)
          .press("accounts.reset.button")
          .reads("accounts.sent.reset.title");
      phone.open(post.resetLink()).reads("accounts.new-password.title");
      Inspection.ofEveryLook(phone, "accounts-new-password");
      phone
          .type("accounts.password", "another lantern, lit")
          .press("accounts.new-password.button")
          .isAt("/home");
      desk.open("/home").isAt("/sign-in");
    }
  }

  @WalkedEveryWay
  void settings_are_changed_and_a_further_address_is_added() {
    accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.EN);
    var work = "work-" + address;
    try (var ana = visitor(Language.EN)) {
      ana.open("/account").isAt("/sign-in").sees(ana.words("accounts.sign-in.needed"));
      ana.type("accounts.address", address)
          .type("accounts.password", PASSWORD)
          .press("accounts.sign-in.button");
      ana.isAt("/account").reads("accounts.account.profile");
      ana.type("accounts.name", "Ana María Silva").type("accounts.headline", "Data engineer");
      ana.type("accounts.links", "example.org/ana").press("accounts.account.save");
      ana.sees(ana.words("accounts.account.saved"));
      assertThat(ana.page().inputValue("#links")).isEqualTo("https://example.org/ana");
      ana.type("accounts.links", "http://example.org").press("accounts.account.save");
      ana.sees(ana.words("accounts.links.wrong"));
      Inspection.ofThisLook(ana, "accounts-profile-problems");
      ana.open("/account/addresses").type("accounts.account.add-label", work);
      ana.press("accounts.account.add").sees(ana.words("accounts.account.address-sent"));
      ana.open(new Post(sink, work).addedAddressLink()).reads("accounts.confirm.title").sees(work);
      ana.press("accounts.confirm.button").sees(ana.words("accounts.account.address-confirmed"));
      Inspection.ofEveryLook(ana.open("/account/addresses"), "accounts-addresses");
      ana.press("accounts.account.make-main-this", work);
      ana.sees(ana.words("accounts.account.address-main"));
      ana.press("accounts.account.remove-this", address);
      ana.sees(ana.words("accounts.account.address-removed"));
      ana.open("/account/security").press("accounts.account.everywhere").isAt("/sign-in");
    }
  }

  @WalkedEveryWay
  void a_picture_is_taken_shown_and_removed_and_a_private_profile_shows_none() {
    var id = accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.EN);
    var photo = "/users/" + accounts.person(id).vanity() + "/photo";
    try (var ana = visitor(Language.EN)) {
      ana.open("/account").type("accounts.address", address).type("accounts.password", PASSWORD);
      ana.press("accounts.sign-in.button").isAt("/account");
      choose(ana, "not-a-picture.png", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      ana.sees(ana.words("accounts.photo.other-kind"));
      choose(ana, "me.png", ana.page().screenshot());
      ana.sees(ana.words("accounts.photo.saved"));
      Inspection.ofEveryLook(ana.open("/account"), "accounts-profile");
      assertThat(status(ana, photo)).isEqualTo(200);
      ana.tick(ana.page().locator("input[value=private]"));
      ana.press("accounts.privacy.save").sees(ana.words("accounts.privacy.saved"));
      assertThat(status(ana, photo)).isEqualTo(404);
      ana.tick(ana.page().locator("input[value=public]"));
      ana.press("accounts.privacy.save").sees(ana.words("accounts.privacy.saved"));
      ana.press("accounts.photo.remove").sees(ana.words("accounts.photo.removed"));
      assertThat(status(ana, photo)).isEqualTo(404);
    }
  }

  private static void choose(Visitor visitor, String name, byte[] content) {
    var file = new com.microsoft.playwright.options.FilePayload(name, "image/png", content);
    visitor.choose("#photo", file);
    visitor.press("accounts.photo.upload");
  }

  private int status(Visitor visitor, String path) {
    return visitor.page().request().get(settings.baseUrl() + path).status();
  }

  @Test
  void the_sign_in_form_is_filled_and_sent_by_keyboard_alone() {
    accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.EN);
    try (var ana = visitor(Language.EN)) {
      var keys = ana.open("/sign-in").page().keyboard();
      keys.press("Tab");
      assertThat(ana.focused()).isEqualTo(ana.words("layout.skip"));
      Inspection.ofThisLook(ana, "accounts-sign-in-skip-link");
      keys.press("Enter");
      keys.press("Tab");
      keys.type(address);
      keys.press("Tab");
      keys.type(PASSWORD);
      keys.press("Enter");
      ana.isAt("/home");
    }
  }

  @Test
  void every_page_of_accounts_is_readable_in_every_look() {
    try (var ana = visitor(Language.EN)) {
      Inspection.ofEveryLook(ana.open("/sign-in"), "accounts-sign-in");
      Inspection.ofEveryLook(ana.open("/sign-up"), "accounts-sign-up");
      Inspection.ofEveryLook(ana.open("/reset"), "accounts-reset");
      ana.open("/sign-up").press("accounts.sign-up.button");
      Inspection.ofThisLook(ana, "accounts-sign-up-problems");
      signUp(ana, PASSWORD);
      Inspection.ofEveryLook(ana, "accounts-sent");
      Inspection.ofEveryLook(ana.open(post.confirmLink()), "accounts-confirm");
      Inspection.ofEveryLook(ana.open("/mailbox?to=" + address), "mail-mailbox");
      Inspection.ofEveryLook(ana.open("/no-such-page"), "problem-404");
    }
  }
}
