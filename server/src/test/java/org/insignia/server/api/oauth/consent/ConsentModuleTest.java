package org.insignia.server.api.oauth.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ConsentModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String READ = PersonScope.OB3_READ.word();
  private static final String STAY = READ + " offline_access";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired OAuthClients clients;
  @Autowired ActingPrograms acting;
  @Autowired ConsentFollowing following;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private PersonId ana;
  private Web web;

  @BeforeEach
  void found() {
    var address = EmailAddress.of("o" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
    web = Web.signedIn(settings, address.value(), PASSWORD);
  }

  private static String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    return TestProgram.json(answer).path("error").asString();
  }

  private boolean opens(String access) {
    try {
      return acting.require("Bearer " + access, PersonScope.OB3_READ).person().equals(ana);
    } catch (Problem.Unauthenticated e) {
      return false;
    }
  }

  @Test
  void a_yes_gives_a_code_and_the_code_a_token_for_what_was_allowed() {
    var program = TestProgram.registered(settings);
    var wish = program.wish(STAY);
    var page = web.get(TestProgram.page(wish));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Wallet", "wallet.example", "read all your badges", "Ana Ruiz", "60 days");
    assertThat(Web.header(page, "Content-Security-Policy"))
        .contains("form-action 'self' https://wallet.example;", "frame-ancestors 'none'");
    assertThat(Web.header(page, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(Web.header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(Web.header(page, "Cache-Control")).contains("no-store");

    var back = TestProgram.allowed(web, wish, "allow");
    assertThat(back.toString()).startsWith(TestProgram.REDIRECT + "&code=");
    var query = TestProgram.query(back);
    assertThat(query).containsEntry("state", "st&te=1").containsEntry("scope", STAY);
    assertThat(query).containsEntry("iss", settings.baseUrl().toString());
    var answer = program.exchange(query.get("code"));
    assertThat(answer.statusCode()).isEqualTo(200);
    var json = TestProgram.json(answer);
    assertThat(json.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(json.path("refresh_token").asString()).startsWith("insignia_rt_");
    var access = json.path("access_token").asString();
    assertThat(opens(access)).isTrue();
    assertThatThrownBy(() -> acting.require("Bearer " + access, PersonScope.OB3_ADD))
        .isInstanceOf(Problem.Forbidden.class);
    assertThat(
            db.sql(
                    "select c::text || g::text from oauth_code c join oauth_grant g on g.id = c.grant_id join oauth_consent s on s.id = g.consent_id where s.person_id = ?")
                .param(ana.value())
                .query(String.class)
                .single())
        .doesNotContain(query.get("code"));
  }

  @Test
  void a_no_gives_nothing_and_without_offline_access_nothing_stays() {
    var program = TestProgram.onDevice(settings);
    var back = TestProgram.query(TestProgram.allowed(web, program.wish(READ), "deny"));
    assertThat(back)
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st&te=1")
        .doesNotContainKey("code");
    assertThat(web.get("/account/programs").body()).contains("No connected programs");
    var answer = program.exchange(program.code(web, READ));
    assertThat(TestProgram.json(answer).has("refresh_token")).isFalse();
    assertThat(opens(TestProgram.json(answer).path("access_token").asString())).isTrue();
  }

  @Test
  @DisplayName("C13: a request that is wrong leads nobody anywhere by itself")
  void wrong_requests_are_told_on_a_page() {
    var program = TestProgram.registered(settings);
    for (var wrong :
        new String[][] {
          {"redirect_uri", "https://evil.example/cb"},
          {"redirect_uri", TestProgram.REDIRECT + "/"},
          {"redirect_uri", ""},
          {"client_id", UUID.randomUUID().toString()},
          {"client_id", "x"},
          {"code_challenge", ""},
          {"code_challenge", "short"},
          {"code_challenge_method", "plain"},
          {"code_challenge_method", ""},
          {"response_type", "token"},
          {"scope", ""},
          {"scope", "everything"},
          {"scope", "results:read"},
          {"request", "eyJ"},
          {"authorization_details", "[{}]"},
          {"state", "x".repeat(1001)}
        }) {
      var wish = program.wish(READ, wrong[0], wrong[1]);
      var answer = web.get(TestProgram.page(wish));
      assertThat(answer.statusCode()).as(wrong[0] + "=" + wrong[1]).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(answer.body()).doesNotContain("\"https://evil.example", "action=\"/oauth");
      boolean sure = !wrong[0].equals("redirect_uri") && !wrong[0].equals("client_id");
      assertThat(answer.body().contains("https://wallet.example/cb?of=tests&amp;error="))
          .isEqualTo(sure);
    }
    assertThat(web.post("/oauth/authorize", "decision", "allow").statusCode()).isEqualTo(400);
    assertThat(web.get(TestProgram.page(program.wish(READ)) + "&scope=x").statusCode())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("C13: a code is used once, by its client, with its verifier and address")
  void codes() {
    var program = TestProgram.registered(settings);
    var other = TestProgram.registered(settings);
    var code = program.code(web, STAY);
    assertThat(refused(other.exchange(code))).isEqualTo("invalid_grant");
    var first = program.exchange(code);
    var access = TestProgram.json(first).path("access_token").asString();
    assertThat(opens(access)).isTrue();
    assertThat(refused(program.exchange(code))).isEqualTo("invalid_grant");
    assertThat(opens(access)).isFalse();
    assertThat(refused(program.refresh(TestProgram.json(first).path("refresh_token").asString())))
        .isEqualTo("invalid_grant");

    assertThat(refused(program.exchange(program.code(web, READ), "code_verifier", "w".repeat(43))))
        .isEqualTo("invalid_grant");
    assertThat(refused(program.exchange(program.code(web, READ), "code_verifier", "")))
        .isEqualTo("invalid_request");
    assertThat(
            refused(
                program.exchange(
                    program.code(web, READ), "redirect_uri", "https://wallet.example/cb")))
        .isEqualTo("invalid_grant");
    var late = program.code(web, READ);
    db.sql(
            """
            with gone as (delete from oauth_code where hash = ? returning *)
            insert into oauth_code (hash, grant_id, redirect_uri, challenge, expires_at)
            select hash, grant_id, redirect_uri, challenge, now() from gone
            """)
        .param(SecretToken.sha256(late))
        .update();
    assertThat(refused(program.exchange(late))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("C13: a refresh token is used once; shown again, it ends its family")
  void refresh_tokens() {
    var program = TestProgram.onDevice(settings);
    var other = TestProgram.onDevice(settings);
    var first = TestProgram.json(program.exchange(program.code(web, STAY)));
    var second = TestProgram.json(program.refresh(first.path("refresh_token").asString()));
    assertThat(opens(second.path("access_token").asString())).isTrue();
    assertThat(refused(other.refresh(second.path("refresh_token").asString())))
        .isEqualTo("invalid_grant");
    assertThat(
            refused(
                program.refresh(
                    second.path("refresh_token").asString(), "scope", PersonScope.OB3_ADD.word())))
        .isEqualTo("invalid_scope");
    assertThat(refused(program.refresh(first.path("refresh_token").asString())))
        .isEqualTo("invalid_grant");
    assertThat(opens(second.path("access_token").asString())).isFalse();
    assertThat(refused(program.refresh(second.path("refresh_token").asString())))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("RFC 7009: what a program gives back is gone, and others' is not")
  void revocation() {
    var program = TestProgram.registered(settings);
    var other = TestProgram.registered(settings);
    var got = TestProgram.json(program.exchange(program.code(web, STAY)));
    var access = got.path("access_token").asString();
    var refresh = got.path("refresh_token").asString();
    assertThat(other.revoke(access).statusCode()).isEqualTo(200);
    assertThat(other.revoke(refresh).statusCode()).isEqualTo(200);
    assertThat(program.revoke("nothing").statusCode()).isEqualTo(200);
    assertThat(opens(access)).isTrue();
    var next = TestProgram.json(program.refresh(refresh));
    assertThat(program.revoke(access).statusCode()).isEqualTo(200);
    assertThat(opens(access)).isFalse();
    assertThat(program.revoke(next.path("refresh_token").asString()).statusCode()).isEqualTo(200);
    assertThat(opens(next.path("access_token").asString())).isFalse();
  }

  @Test
  void a_person_sees_what_is_connected_and_ends_it() {
    var program = TestProgram.registered(settings);
    var access = program.access(web, STAY);
    assertThat(opens(access)).isTrue();
    assertThat(web.get("/account/programs").body())
        .contains("Wallet", "wallet.example", "last used");
    assertThat(web.get(TestProgram.page(program.wish(READ))).body()).contains("first on");
    var consent =
        db.sql("select id from oauth_consent where person_id = ?")
            .param(ana.value())
            .query(UUID.class)
            .single();
    var address = EmailAddress.of("x" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Other", address, PASSWORD, Language.EN);
    Web.signedIn(settings, address.value(), PASSWORD).post("/account/programs/" + consent + "/end");
    assertThat(opens(access)).isTrue();
    assertThat(following.of(ana)).singleElement().matches(line -> line.count() == 1);
    assertThat(following.json(ana).orElseThrow().toString()).contains("Wallet", READ);
    assertThat(web.post("/account/programs/" + consent + "/end").statusCode()).isEqualTo(303);
    assertThat(opens(access)).isFalse();
  }

  @Test
  void connections_end_with_the_account_and_do_not_follow_it_into_another() {
    var program = TestProgram.registered(settings);
    var access = program.access(web, STAY);
    var other =
        accounts.createConfirmed(
            "B", EmailAddress.of("m" + UUID.randomUUID() + "@example.org"), PASSWORD, Language.EN);
    transaction.executeWithoutResult(s -> {
      following.end(new AccountsMerged(other, ana, UUID.randomUUID()));
    });
    assertThat(opens(access)).isFalse();
    var again = program.access(web, STAY);
    transaction.executeWithoutResult(s -> following.end(new AccountErased(ana)));
    assertThat(opens(again)).isFalse();
  }

  @Test
  void whoever_is_not_signed_in_signs_in_first_and_comes_back_to_the_question() {
    var program = TestProgram.registered(settings);
    var stranger = Web.stranger(settings).get(TestProgram.page(program.wish(READ)));
    assertThat(stranger.statusCode()).isEqualTo(303);
    assertThat(stranger.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
  }

  @Test
  @DisplayName("RFC 7591: a program is taken in as it may be, and told why not")
  void registration() {
    var json =
        TestProgram.json(
            TestProgram.register(
                settings,
                """
                {"client_name": "Full", "client_uri": "https://w.example", "logo_uri": "https://w.example/l.png",
                 "tos_uri": "https://w.example/t", "policy_uri": "https://w.example/p", "software_id": "s",
                 "software_version": 4.5, "redirect_uris": ["https://w.example/cb"], "unknown": 1,
                 "scope": "%s offline_access unknown", "grant_types": ["authorization_code", "refresh_token"]}
                """
                    .formatted(READ)));
    assertThat(json.path("client_secret").asString()).startsWith("insignia_cs_");
    assertThat(json.path("client_secret_expires_at").asInt(-1)).isZero();
    assertThat(json.path("client_id_issued_at").asLong()).isPositive();
    assertThat(json.path("scope").asString()).isEqualTo(STAY);
    assertThat(json.has("unknown")).isFalse();
    assertThat(json.path("software_id").asString()).isEqualTo("s");
    assertThat(json.path("software_version").asString()).isEqualTo("4.5");
    for (var wrong :
        Map.of(
                "{\"redirect_uris\": [\"http://w.example/cb\"]}", "invalid_redirect_uri",
                "{\"redirect_uris\": []}", "invalid_redirect_uri",
                "{\"client_name\": \"x\"}", "invalid_redirect_uri",
                "{\"redirect_uris\": [\"https://w.example/cb\"], \"tos_uri\": \"https://other.example\"}",
                    "invalid_client_metadata",
                "{\"redirect_uris\": [\"https://w.example/cb\"], \"client_name\": \"a\\u202eb\"}",
                    "invalid_client_metadata",
                "{\"redirect_uris\": [\"https://w.example/cb\"], \"grant_types\": [\"implicit\"]}",
                    "invalid_client_metadata",
                "{\"redirect_uris\": [\"com.app:/cb\"]}", "invalid_redirect_uri",
                "[]", "invalid_client_metadata",
                "{", "invalid_client_metadata")
            .entrySet()) {
      assertThat(refused(TestProgram.register(settings, wrong.getKey())))
          .isEqualTo(wrong.getValue());
    }
  }

  @Test
  void a_program_that_nobody_connected_goes_away() {
    var connected = TestProgram.registered(settings);
    connected.code(web, READ);
    var unused = TestProgram.registered(settings);
    for (var program : new TestProgram[] {connected, unused}) {
      db.sql(
              "update oauth_client set made_at = made_at - interval '400 days' where id = cast(? as uuid)")
          .param(program.id())
          .update();
    }
    clients.removeUnused(java.time.Instant.now().minus(java.time.Duration.ofDays(300)), 1000);
    assertThat(clients.find(unused.id())).isEmpty();
    assertThat(clients.find(connected.id())).isPresent();
  }
}
