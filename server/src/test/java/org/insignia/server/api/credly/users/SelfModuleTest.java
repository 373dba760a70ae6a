package org.insignia.server.api.credly.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SelfModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final List<String> ADDRESSES =
      List.of(
          "/v1/users/self", "/v1/users/self.json", "/api/v1/users/self", "/oauth/v1/users/self");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  @Test
  void a_program_that_lets_people_sign_in_reads_who_they_are_if_they_allowed_it() {
    var mailbox = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    var ana = accounts.createConfirmed("Ana María Ruiz", mailbox, PASSWORD, Language.EN);
    var web = Web.signedIn(settings, mailbox.value(), PASSWORD);
    var program = TestProgram.registered(settings);
    var token = program.access(web, PersonScope.OB3_PROFILE_READ.word());
    var academy = badges.academy();
    var anybody = new CredlyClient(settings, academy, "");
    for (var path : ADDRESSES) {
      for (var shown : List.of("Bearer " + token, CredlyClient.basic(token + ":"))) {
        var self = anybody.with(shown).send("GET", path, "", "");
        assertThat(self.status()).as(path + self.body()).isEqualTo(200);
        assertThat(self.text("data.id")).isEqualTo(ana.value().toString());
        assertThat(self.text("data.email")).isEqualTo(mailbox.value());
        assertThat(self.text("data.first_name")).isEqualTo("Ana María");
        assertThat(self.text("data.last_name")).isEqualTo("Ruiz");
        assertThat(self.at("metadata")).isEqualTo(Map.of());
      }
    }
    var reading = program.access(web, PersonScope.OB3_READ.word());
    assertThat(anybody.with("Bearer " + reading).send("GET", ADDRESSES.getFirst(), "", "").status())
        .isEqualTo(403);
    for (var shown : List.of("", "Bearer x", CredlyClient.basic(tokens.of(academy)))) {
      for (var path : ADDRESSES) {
        var refused = anybody.with(shown).send("GET", path, "", "");
        assertThat(refused.status()).as(path + shown).isEqualTo(401);
        assertThat(refused.text("data.message")).startsWith("Unauthorized");
      }
    }
  }
}
