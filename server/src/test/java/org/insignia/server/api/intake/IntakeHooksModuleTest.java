package org.insignia.server.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.ProviderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class IntakeHooksModuleTest {
  private static final String BODY =
      """
      {"items":[{"result":"R-1","candidate":{"id":"C-1","familyName":"Silva","email":"ana@example.org"},"exam":{"code":"NW-100"},"endedAt":"2026-03-04T09:00:00Z","grade":"pass"}]}
      """;

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired IntakeHooks hooks;
  @Autowired Accounts accounts;
  @Autowired Members members;

  private Organisation academy;
  private IntakeHooks.Made made;
  private String at;

  private final Program provider() {
    return new Program(settings, "");
  }

  @BeforeEach
  void found() {
    academy = badges.academy();
    made = hooks.make("test", academy, ProviderId.KNOWN.get(1));
    at = "/rest/v1/intake/" + made.hook().id();
  }

  private static String signature(String secret, String id, long timestamp, String body)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
    var text = id + "." + timestamp + "." + body;
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes("UTF-8")));
  }

  private Answer send(String id, long timestamp, String signature, String body) {
    return provider()
        .post(
            at,
            body,
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            signature);
  }

  private Answer signed(String id, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    return send(id, now, "v1,AAAA " + signature(made.secret(), id, now, body), body);
  }

  @Test
  void a_signed_message_is_taken_once_and_becomes_results_of_its_provider() throws Exception {
    var taken = signed("msg_1", BODY);
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    var again = signed("msg_1", BODY);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(taken.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(signed("msg_1", BODY.replace("R-1", "R-2")).status()).isEqualTo(409);
    var program = new Program(settings, tokens.of(academy));
    var report = "/rest/v1/results/" + taken.at("intake");
    Until.holds(() -> program.get(report).at("state").equals("done"));
    assertThat(program.get(report).at("provider")).isEqualTo("certiport");
    assertThat(program.get(report).at("accepted")).isEqualTo("1");
    assertThat(program.get("/rest/v1/results").at("items/1/id")).isEmpty();
  }

  @Test
  void what_is_not_signed_or_not_of_now_is_refused_and_nothing_is_kept() throws Exception {
    long now = Instant.now().getEpochSecond();
    var secret = made.secret();
    assertThat(send("m", now, "", BODY).status()).isEqualTo(401);
    assertThat(send("m", now, signature(secret, "x", now, BODY), BODY).status()).isEqualTo(401);
    assertThat(send("m", now, signature(secret, "m", now, BODY), BODY + " ").status())
        .isEqualTo(401);
    long old = now - 301;
    assertThat(send("m", old, signature(secret, "m", old, BODY), BODY).status()).isEqualTo(401);
    long ahead = now + 400;
    assertThat(send("m", ahead, signature(secret, "m", ahead, BODY), BODY).status()).isEqualTo(401);
    var other = hooks.make("test", badges.academy(), ProviderId.KNOWN.get(1)).secret();
    assertThat(send("m", now, signature(other, "m", now, BODY), BODY).status()).isEqualTo(401);
    at = "/rest/v1/intake/" + UUID.randomUUID();
    assertThat(send("m", now, signature(secret, "m", now, BODY), BODY).status()).isEqualTo(404);
    var program = new Program(settings, tokens.of(academy));
    assertThat(program.get("/rest/v1/results").at("items/0/id")).isEmpty();
  }

  @Test
  void a_refused_body_leaves_its_id_free() throws Exception {
    assertThat(signed("msg_2", "{\"items\":7}").status()).isEqualTo(422);
    assertThat(signed("msg_2", BODY).status()).isEqualTo(202);
  }

  @Test
  void administrators_make_and_delete_addresses_on_the_console() throws Exception {
    var address = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    var admin = accounts.createConfirmed("Ada Admin", address, "violet otter lantern", Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    var web = Web.signedIn(settings, address.value(), "violet otter lantern");
    var path = "/console/" + academy.slug() + "/intake-hooks";
    var page = web.post(path, "provider", "psi");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("whsec_", "/rest/v1/intake/");
    assertThat(web.get(path).body()).contains("PSI").doesNotContain("whsec_");
    assertThat(web.post(path, "provider", "nobody").statusCode()).isEqualTo(422);
    assertThat(web.post(path + "/" + made.hook().id() + "/delete").statusCode()).isEqualTo(303);
    assertThat(signed("msg_3", BODY).status()).isEqualTo(404);
    var other = hooks.make("test", badges.academy(), ProviderId.KNOWN.get(0));
    assertThat(web.post(path + "/" + other.hook().id() + "/delete").statusCode()).isEqualTo(404);
  }

  @Test
  void programs_that_may_bring_results_make_and_remove_addresses() throws Exception {
    var all = "/rest/v1/intake-hooks";
    var body = "{\"provider\":\"psi\"}";
    var program = new Program(settings, tokens.of(academy));
    var fresh = program.post(all, body);
    assertThat(fresh.status()).as(fresh.body()).isEqualTo(201);
    assertThat(fresh.at("secret")).startsWith("whsec_");
    var listed = program.get(all);
    assertThat(listed.at("items/1/id")).isEqualTo(fresh.at("id"));
    assertThat(listed.at("items/1/secret")).isEqualTo("null");
    var wrong = program.post(all, "{\"provider\":\"nobody\",\"secret\":\"known\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"#/provider\"", "\"#/secret\"");
    var handing = new Program(settings, tokens.of(academy, Set.of(Scope.TOKENS_WRITE)));
    assertThat(handing.post(all, body).status()).isEqualTo(403);
    var bringing = new Program(settings, tokens.of(academy, Set.of(Scope.RESULTS_WRITE)));
    assertThat(bringing.get(all).status()).isEqualTo(403);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    var there = all + "/" + made.hook().id();
    assertThat(stranger.send("DELETE", there, null).status()).isEqualTo(404);
    assertThat(stranger.get(all).at("items/0/id")).isEmpty();
    assertThat(program.send("DELETE", there, null).status()).isEqualTo(204);
    assertThat(signed("msg_4", BODY).status()).isEqualTo(404);
    assertThat(program.get("/rest/v1/audit?action=api.intake").body())
        .contains("api.intake-hook-make", "api.intake-hook-delete", "token:");
  }
}
