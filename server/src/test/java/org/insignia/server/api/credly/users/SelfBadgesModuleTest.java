package org.insignia.server.api.credly.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs that let people sign in with Credly, as they were written: no scope, no PKCE. */
@ServerTest
class SelfBadgesModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String BADGES = "/oauth/v1/users/self/badges";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired TestBadges badges;

  private Organisation academy;
  private EmailAddress mailbox;
  private PersonId ana;
  private Web web;
  private TestProgram program;

  @BeforeEach
  void somebody() {
    academy = badges.academy();
    mailbox = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Ruiz", mailbox, PASSWORD, Language.EN);
    web = Web.signedIn(settings, mailbox.value(), PASSWORD);
    program = TestProgram.ofOldKind(settings);
  }

  private String code() {
    return TestProgram.query(TestProgram.allowed(web, program.oldWish(), "allow")).get("code");
  }

  private String token() {
    var answer = program.exchange(code(), "code_verifier", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(TestProgram.json(answer).path("refresh_token").asString()).isNotEmpty();
    assertThat(TestProgram.json(answer).path("scope").asString())
        .isEqualTo("offline_access users:self");
    return TestProgram.json(answer).path("access_token").asString();
  }

  private CredlyClient client(String authorization) {
    return new CredlyClient(settings, academy, authorization);
  }

  private CredentialId offered(EmailAddress to) {
    var badge = badges.issue(academy, to, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    return badge;
  }

  @Test
  void somebody_signs_in_sees_their_badges_and_accepts_or_rejects_what_waits() {
    var first = offered(mailbox);
    var second = offered(mailbox);
    var token = token();
    var self = client("Bearer " + token);
    for (var path : List.of(BADGES, BADGES + "/", BADGES + ".json")) {
      var list = self.send("GET", path, "", "");
      assertThat(list.status()).as(path + list.body()).isEqualTo(200);
      assertThat(List.of(list.text("data.0.id"), list.text("data.1.id")))
          .containsExactlyInAnyOrder(first.value().toString(), second.value().toString());
      assertThat(list.text("data.0.state")).isEqualTo("pending");
      assertThat(list.text("data.0.badge_template.image_url")).startsWith("http");
      assertThat(list.at("metadata.total_count")).isEqualTo(2);
    }
    var byAddress = client("");
    assertThat(byAddress.send("GET", BADGES + "?access_token=" + token, "", "").status())
        .isEqualTo(200);
    assertThat(
            byAddress
                .send("GET", "/oauth/v1/users/self?access_token=" + token, "", "")
                .text("data.email"))
        .isEqualTo(mailbox.value());
    var accepted = self.send("PUT", BADGES + "/" + first.value() + "/accept", "", "");
    assertThat(accepted.text("data.state")).as(accepted.body()).isEqualTo("accepted");
    assertThat(claims.of(first).orElseThrow().visibility()).isEqualTo(Claim.Visibility.PRIVATE);
    assertThat(claims.of(first).orElseThrow().owner()).isEqualTo(ana);
    var rejected = self.send("PUT", BADGES + "/" + second.value() + "/reject/", "", "");
    assertThat(rejected.text("data.state")).as(rejected.body()).isEqualTo("rejected");
    assertThat(self.send("PUT", BADGES + "/" + first.value() + "/reject", "", "").status())
        .isEqualTo(422);
    assertThat(self.send("PUT", BADGES + "/" + second.value() + "/accept", "", "").status())
        .isEqualTo(422);
    assertThat(self.send("GET", BADGES + "/" + first.value(), "", "").text("data.id"))
        .isEqualTo(first.value().toString());
  }

  @Test
  void what_was_offered_to_somebody_else_is_not_there() {
    var other = offered(EmailAddress.of("o" + UUID.randomUUID() + "@example.org"));
    var self = client("Bearer " + token());
    for (var id : List.of(other.value().toString(), UUID.randomUUID().toString(), "x")) {
      for (var path : List.of("/accept", "/reject")) {
        assertThat(self.send("PUT", BADGES + "/" + id + path, "", "").status()).isEqualTo(404);
      }
      assertThat(self.send("GET", BADGES + "/" + id, "", "").status()).isEqualTo(404);
    }
    assertThat(claims.of(other).orElseThrow().state()).isEqualTo(Claim.State.PENDING);
  }

  @Test
  void the_address_at_which_the_code_arrived_is_good_for_its_exchange_and_no_other() {
    var arrived = TestProgram.REDIRECT + "&code=x&state=y";
    assertThat(program.exchange(code(), "code_verifier", "", "redirect_uri", arrived).statusCode())
        .isEqualTo(200);
    for (var other : List.of(TestProgram.REDIRECT + "x", "https://wallet.example/cb")) {
      assertThat(program.exchange(code(), "code_verifier", "", "redirect_uri", other).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void the_address_is_no_place_for_tokens_elsewhere() {
    var token = token();
    for (var path : List.of("/v1/users/self", "/api/v1/users/self", "/ims/ob/v2p1/profile")) {
      assertThat(client("").send("GET", path + "?access_token=" + token, "", "").status())
          .as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void programs_that_said_they_want_more_name_it_each_time_and_use_pkce() {
    var other = TestProgram.registered(settings);
    var unnamed = other.wish("");
    unnamed.remove("scope");
    var unchallenged = other.wish("users:self");
    unchallenged.keySet().removeAll(List.of("code_challenge", "code_challenge_method"));
    var onDevice = TestProgram.onDevice(settings).wish("users:self");
    onDevice.keySet().removeAll(List.of("code_challenge", "code_challenge_method"));
    for (var wish : List.of(unnamed, unchallenged, onDevice)) {
      assertThat(web.get(TestProgram.page(wish)).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void pkce_cannot_be_taken_away_from_a_program_that_uses_it() {
    assertThat(program.exchange(code()).statusCode()).isEqualTo(400);
    var wish = program.wish("users:self");
    var challenged = TestProgram.query(TestProgram.allowed(web, wish, "allow")).get("code");
    assertThat(program.exchange(challenged, "code_verifier", "").statusCode()).isEqualTo(400);
    var plain = program.wish("users:self", "code_challenge_method", "plain");
    assertThat(web.get(TestProgram.page(plain)).statusCode()).isEqualTo(400);
  }
}
