package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class AccountJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern LINK =
      Pattern.compile("http://localhost:\\d+/(?:confirm|reset|confirm-address)/\\S+");

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  private Browser browser;
  private final String address = "p" + UUID.randomUUID() + "@example.org";

  @BeforeEach
  void browser(Browser browser) {
    this.browser = browser;
  }

  private Visitor visitor(Language language) {
    return Visitor.with(browser, texts, language, settings.baseUrl().toString());
  }

  @ParameterizedTest
  @EnumSource
  void signs_up_confirms_and_signs_out_without_any_script(Language language) {
    try (var ana =
        Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString())) {
      ana.open("/sign-up").reads("accounts.sign-up.title");
      fillSignUp(ana, PASSWORD);
      ana.press("accounts.sign-up.button").reads("accounts.sent.sign-up.title").sees(address);
      ana.open(link()).reads("accounts.confirm.title").sees(address);
      ana.press("accounts.confirm.button").isAt("/home");
      assertThat(accounts.ownerOf(EmailAddress.of(address))).isPresent();
    }
  }

  private void fillSignUp(Visitor visitor, String password) {
    visitor
        .type("accounts.address", address)
        .type("accounts.name", "Ana Silva")
        .type("accounts.password", password);
  }

  private String link() {
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address) && LINK.matcher(m.text()).find(),
                "a link for " + address);
    var link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  @Test
  void every_page_of_accounts_is_readable_in_every_look() {
    try (var ana = visitor(Language.EN)) {
      for (var path : new String[] {"/sign-in", "/sign-up", "/reset"}) {
        Inspection.ofEveryLook(ana.open(path), "accounts" + path.replace('/', '-'));
      }
      ana.open("/sign-up").press("accounts.sign-up.button");
      Inspection.ofThisLook(ana, "accounts-sign-up-problems");
    }
  }
}
