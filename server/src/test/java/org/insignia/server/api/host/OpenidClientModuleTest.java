package org.insignia.server.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.NodePrograms;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@DisplayName("openid-client from npm, a program that nobody here wrote")
class OpenidClientModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired OAuthClients clients;
  @Autowired TestBadges badges;

  @Test
  void finds_registers_asks_exchanges_refreshes_reads_and_gives_back() {
    var address = EmailAddress.of("n" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var scope = PersonScope.OB3_READ.word() + " offline_access";
    var base = settings.baseUrl().toString();
    var begun = NodePrograms.run("oauth.mjs", "begin", base, scope);
    var question = URI.create(String.valueOf(begun.string("address")));
    assertThat(web.get(question.getPath() + "?" + question.getRawQuery()).body())
        .contains("Openid", "wallet.example");
    var arrived = TestProgram.allowed(web, TestProgram.query(question), "allow");
    var found =
        NodePrograms.run(
            "oauth.mjs", "end", base, String.valueOf(begun.string("kept")), arrived.toString());
    var json = new JsonMapper().readTree(org.insignia.openbadges.json.Json.write(found));
    assertThat(json.path("scope").asString()).isEqualTo(scope);
    assertThat(json.path("life").asInt()).isEqualTo(3600);
    assertThat(json.path("read").asInt()).isEqualTo(200);
    assertThat(json.path("after").asInt()).isEqualTo(401);
  }

  @Test
  void gets_an_access_token_for_an_organisation() {
    var academy = badges.academy();
    var admin =
        accounts.createConfirmed(
            "Ada",
            EmailAddress.of("n" + UUID.randomUUID() + "@example.org"),
            PASSWORD,
            Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    var made = clients.make(admin, academy, "Openid", Set.of(Scope.RESULTS_READ));
    var found =
        NodePrograms.run(
            "oauth.mjs",
            "organisation",
            settings.baseUrl().toString(),
            made.client().id().toString(),
            made.secret(),
            "results:read");
    assertThat(found.string("scope")).isEqualTo("results:read");
  }
}
