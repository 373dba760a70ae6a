package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the link in the letter into a wallet, for somebody who has no account yet. */
@ServerTest
class NewcomersWalletModuleTest {
  private static final Pattern CONFIRM = Pattern.compile("/confirm/[A-Za-z0-9_-]+");
  private static final String PASSWORD = "violet otter lantern";

  @Autowired private TestBadges badges;
  @Autowired private Claims claims;
  @Autowired private ClaimLinks links;
  @Autowired private MailSink sink;
  @Autowired private Settings settings;

  @Test
  void a_newcomer_signs_up_and_stands_before_the_code_and_the_link_alone_opens_nothing() {
    var address = EmailAddress.of("n" + UUID.randomUUID() + "@example.org");
    var badge = badges.issue(badges.academy(), address, "Nia Lee", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    var link = links.fresh(badge).getPath();
    var wallet = "/badges/" + badge.value() + "/wallet";
    var browser = Web.visitor(settings);
    assertThat(browser.get(link).body()).contains("name=\"then\" value=\"wallet\"");
    assertThat(browser.get(wallet).statusCode()).isEqualTo(303);

    var begun = browser.post(link + "/accept", "visibility", "private", "then", "wallet");
    assertThat(Web.header(begun, "Location")).endsWith("/sign-up");
    assertThat(claims.of(badge).orElseThrow().state()).isEqualTo(Claim.State.PENDING);
    browser.post("/sign-up", "name", "Nia Lee", "address", address.value(), "password", PASSWORD);
    var letter =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && CONFIRM.matcher(m.text()).find(),
                "the letter that confirms the mailbox");
    var confirm = CONFIRM.matcher(letter.text());
    assertThat(confirm.find()).isTrue();
    var confirmed = browser.post(confirm.group(), "password", PASSWORD);
    assertThat(Web.header(confirmed, "Location")).endsWith(wallet);
    assertThat(claims.of(badge).orElseThrow().state()).isEqualTo(Claim.State.ACCEPTED);
    assertThat(browser.get(wallet).body()).contains("action=\"" + wallet + "\"");
  }
}
