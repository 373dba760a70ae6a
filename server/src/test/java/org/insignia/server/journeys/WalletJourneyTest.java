package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.copies.WalletCopies;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.springframework.beans.factory.annotation.Autowired;

/** A badge is accepted straight into a wallet, shown as a code, listed and taken back. */
@JourneyTest
class WalletJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  @Autowired WalletCopies copies;

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void from_the_offer_of_a_badge_into_a_wallet_and_back(Browser browser) {
    var address = EmailAddress.of("y" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    var badge = badges.issue(badges.academy(), address, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    try (var ana = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      ana.open("/sign-in")
          .type("accounts.address", address.value())
          .type("accounts.password", PASSWORD)
          .press("accounts.sign-in.button");
      ana.isAt("/home").open("/home/badges/" + badge.value());
      Inspection.ofThisLook(ana, "claims-into-wallet");
      ana.press("wallet.claim").reads("wallet.title");
      Inspection.ofEveryLook(ana, "wallet");
      ana.press("wallet.make").sees(ana.words("wallet.offer.title"));
      Inspection.ofThisLook(ana, "wallet-offer");
      assertThat(ana.page().locator("a[href^='openid-credential-offer:']").count()).isEqualTo(2);

      copies.send(person, badge, "did:key:z6MkpAna", Form.LDP_VC);
      ana.open("/account/wallets").sees(ana.words("wallet.copy.live"));
      Inspection.ofEveryLook(ana, "wallets");
      ana.use(ana.page().locator("summary").last());
      ana.press("wallet.copy.withdraw").sees(ana.words("wallet.copy.done"));
      ana.open("/badges/" + badge.value()).sees(ana.words("wallet.badge"));
      Inspection.ofThisLook(ana, "badge-own-wallet");
    }
  }
}
