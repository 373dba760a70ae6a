package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.api.wallet.WalletScene.error;
import static org.insignia.server.api.wallet.WalletScene.object;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.api.wallet.WalletScene.Earner;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.platform.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class WalletIssuingModuleTest {
  private static final String CREDENTIAL = "/openid4vci/credential";
  private static final String LDP = "OpenBadgeCredential_ldp_vc";
  private static final String JWT = "OpenBadgeCredential_jwt_vc_json";

  @Autowired private WalletScene scene;
  @Autowired private WalletOffers offers;
  @Autowired private Settings settings;
  @Autowired private Credentials credentials;
  @Autowired private Claims claims;
  @Autowired private TestBadges badges;
  @Autowired private Clock clock;
  @Autowired private JdbcClient db;

  private final KeyPair key = KeyPair.generateEd25519(new SecureRandom());
  private Earner ana;

  @BeforeEach
  void an_earner() {
    ana = scene.earner();
  }

  private String token() {
    var answer = scene.token(scene.code(scene.offer(ana)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Web.header(answer, "Cache-Control")).contains("no-store");
    return String.valueOf(object(answer).string("access_token"));
  }

  private String proof(String nonce) {
    return proofs(nonce).jwt();
  }

  private Proofs proofs(String nonce) {
    var issuer = settings.baseUrl().toString();
    return Proofs.of(key, "EdDSA", issuer, nonce, clock.instant());
  }

  private static String request(String configuration, String... jwts) {
    return Json.write(
        JsonValue.from(
            Map.of(
                "credential_configuration_id",
                configuration,
                "proofs",
                Map.of("jwt", List.of(jwts)))));
  }

  @Test
  void the_metadata_say_what_can_be_had_where_and_how_in_five_languages() {
    var answer = scene.get(settings.url("/.well-known/openid-credential-issuer"));
    var metadata = object(answer);
    var base = settings.baseUrl().toString();
    assertThat(Web.header(answer, "Content-Type")).startsWith("application/json");
    assertThat(metadata.string("credential_issuer")).isEqualTo(base);
    assertThat(metadata.string("credential_endpoint")).isEqualTo(base + CREDENTIAL);
    assertThat(metadata.string("nonce_endpoint")).isEqualTo(base + "/openid4vci/nonce");
    assertThat(metadata.members())
        .doesNotContainKeys("deferred_credential_endpoint", "credential_response_encryption");
    assertThat(Json.write(metadata.object("batch_credential_issuance")))
        .isEqualTo("{\"batch_size\":10}");
    var configurations = metadata.object("credential_configurations_supported");
    assertThat(configurations.members().keySet()).containsExactlyInAnyOrder(LDP, JWT);
    assertThat(configurations.object(LDP).object("credential_definition").list("@context"))
        .isEqualTo(json(ana).list("@context"));
    assertThat(configurations.object(LDP).object("credential_metadata").list("display"))
        .hasSize(Language.all().size());
    var server = object(scene.get(settings.url("/.well-known/oauth-authorization-server")));
    assertThat(server.string("issuer")).isEqualTo(base);
    assertThat(Json.write(server))
        .contains("\"pre-authorized_grant_anonymous_access_supported\":true", WalletOffers.GRANT);
  }

  private JsonObject json(Earner earner) {
    return (JsonObject) Json.parse(credentials.document(earner.badge()).orElseThrow());
  }

  @Test
  void an_offer_can_be_looked_at_often_and_taken_once_and_its_secrets_are_not_stored() {
    var shown = scene.offer(ana);
    var code = scene.code(shown);
    assertThat(scene.code(shown)).isEqualTo(code);
    // wallets that could ask in a browser would do so, and most are known to nobody
    assertThat(scene.read(shown).object("grants").members().keySet())
        .containsExactly(WalletOffers.GRANT);
    assertThat(scene.read(shown).list("credential_configuration_ids"))
        .isEqualTo(List.of(JsonValue.of(LDP)));
    var secret = WalletScene.uri(shown).getPath().replaceAll(".*/", "");
    for (String text : List.of(code, secret)) {
      assertThat(new WholeDatabase(db).tablesWith(text)).isEmpty();
    }
    var first = scene.token(code);
    assertThat(first.statusCode()).isEqualTo(200);
    var token = String.valueOf(object(first).string("access_token"));
    assertThat(new WholeDatabase(db).tablesWith(token.substring("insignia_wt_".length())))
        .isEmpty();
    assertThat(error(scene.token(code))).isEqualTo("invalid_grant");
    assertThat(scene.get(WalletScene.uri(shown)).statusCode()).isEqualTo(404);
    var gone = settings.url("/openid4vci/offers/" + secret + "/asking");
    assertThat(scene.get(gone).statusCode()).isEqualTo(404);
  }

  @Test
  void a_newer_offer_of_the_same_badge_ends_the_earlier_one() {
    var code = scene.code(scene.offer(ana));
    scene.offer(ana);
    assertThat(error(scene.token(code))).isEqualTo("invalid_grant");
  }

  @Test
  void of_many_wallets_at_once_one_gets_the_token() throws Exception {
    var code = scene.code(scene.offer(ana));
    try (var wallets = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> wallet = () -> scene.token(code).statusCode();
      var answers =
          wallets.invokeAll(IntStream.range(0, 12).mapToObj(i -> wallet).toList()).stream()
              .map(answer -> answer.resultNow())
              .toList();
      assertThat(answers).containsOnlyOnce(200).containsOnly(200, 400);
    }
  }

  @Test
  void digits_are_asked_for_where_the_owner_wants_that_and_guessed_five_times_at_most() {
    var shown = scene.offer(ana, "pin", "yes");
    var grant = scene.read(shown).object("grants").object(WalletOffers.GRANT);
    assertThat(Json.write(grant.object("tx_code"))).contains("\"length\":6", "numeric");
    var code = scene.code(shown);
    assertThat(error(scene.token(code))).isEqualTo("invalid_request");
    assertThat(error(scene.token(code, "tx_code", "x"))).isEqualTo("invalid_grant");
    assertThat(scene.token(code, "tx_code", shown.pin()).statusCode()).isEqualTo(200);

    var guessed = scene.offer(ana, "pin", "yes");
    var wrong = guessed.pin().equals("000000") ? "000001" : "000000";
    var guessedCode = scene.code(guessed);
    for (int i = 0; i < 5; i++) {
      assertThat(error(scene.token(guessedCode, "tx_code", wrong))).isEqualTo("invalid_grant");
    }
    assertThat(error(scene.token(guessedCode, "tx_code", guessed.pin())))
        .isEqualTo("invalid_grant");

    var plain = scene.code(scene.offer(ana));
    assertThat(error(scene.token(plain, "tx_code", "123456"))).isEqualTo("invalid_request");
    assertThat(scene.token(plain).statusCode()).isEqualTo(200);
  }

  @Test
  void a_wallet_that_asks_again_with_the_same_key_gets_the_same_copy() {
    var token = token();
    var first = scene.post(CREDENTIAL, token, request(LDP, proof(scene.nonce())));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(Web.header(first, "Cache-Control")).contains("no-store");
    var again = scene.post(CREDENTIAL, token(), request(LDP, proof(scene.nonce())));
    assertThat(again.body()).isEqualTo(first.body());
    var copy = credential(first);
    assertThat(copy.object("credentialSubject").string("id"))
        .isEqualTo(DidKey.did(key.publicKey()));
    assertThat(copy.object("credentialSubject").object("achievement"))
        .isEqualTo(json(ana).object("credentialSubject").object("achievement"));
    assertThat(copy.object("credentialStatus").string("statusListIndex"))
        .isNotEqualTo(json(ana).object("credentialStatus").string("statusListIndex"));
    assertThat(copy.string("id")).startsWith("urn:uuid:");
  }

  private static JsonObject credential(java.net.http.HttpResponse<String> answer) {
    var first = (JsonObject) object(answer).list("credentials").getFirst();
    return first.object("credential");
  }

  @Test
  void what_is_wrong_with_a_request_is_named_as_the_standard_names_it() {
    var token = token();
    var used = proof(scene.nonce());
    assertThat(scene.post(CREDENTIAL, token, request(LDP, used)).statusCode()).isEqualTo(200);
    var cases =
        Map.ofEntries(
            Map.entry("{", "invalid_credential_request"),
            Map.entry("[]", "invalid_credential_request"),
            Map.entry("{}", "invalid_credential_request"),
            Map.entry(
                "{\"credential_configuration_id\":\"" + LDP + "\",\"credential_identifier\":\"x\"}",
                "invalid_credential_request"),
            Map.entry("{\"credential_identifier\":\"x\"}", "unknown_credential_identifier"),
            Map.entry(request("Other", "a.b.c"), "unknown_credential_configuration"),
            Map.entry(request(JWT, "a.b.c"), "credential_request_denied"),
            Map.entry(request(LDP, "a.b.c"), "invalid_proof"),
            Map.entry(request(LDP), "invalid_proof"),
            Map.entry(request(LDP, used, used), "invalid_proof"),
            Map.entry("{\"credential_configuration_id\":\"" + LDP + "\"}", "invalid_proof"),
            Map.entry(request(LDP, used), "invalid_nonce"),
            Map.entry(request(LDP, proof("A".repeat(43))), "invalid_nonce"),
            Map.entry(request(LDP, proofs("n").claim("nonce", null).jwt()), "invalid_proof"),
            Map.entry(request(LDP, proof(expired())), "invalid_nonce"),
            Map.entry(
                request(LDP, proofs("n").claim("aud", "https://other.example").jwt()),
                "invalid_proof"),
            Map.entry(
                "{\"credential_configuration_id\":\""
                    + LDP
                    + "\",\"credential_response_encryption\":{}}",
                "invalid_encryption_parameters"));
    cases.forEach((body, error) -> {
      var answer = scene.post(CREDENTIAL, token, body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(error(answer)).as(body).isEqualTo(error);
    });
    for (String bad : List.of("insignia_wt_" + "A".repeat(43), token + "x", "insignia_x", "")) {
      var answer = scene.post(CREDENTIAL, bad, request(LDP, proof(scene.nonce())));
      assertThat(answer.statusCode()).as(bad).isEqualTo(401);
      assertThat(Web.header(answer, "WWW-Authenticate")).contains("invalid_token");
    }
  }

  /** A nonce that nobody came back with in time. */
  private String expired() {
    var nonce = scene.nonce();
    db.sql("update wallet_nonce set expires_at = now() - interval '1 second' where hash = ?")
        .param(org.insignia.server.platform.secrets.SecretToken.parse(nonce).orElseThrow().hash())
        .update();
    return nonce;
  }

  @Test
  void a_wallet_that_named_what_it_wants_is_told_an_identifier_and_asks_by_it() {
    var details = "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"%s\"}]";
    var wrong =
        scene.token(scene.code(scene.offer(ana)), "authorization_details", details.formatted(JWT));
    assertThat(error(wrong)).isEqualTo("invalid_authorization_details");
    var answer =
        scene.token(scene.code(scene.offer(ana)), "authorization_details", details.formatted(LDP));
    var granted = (JsonObject) object(answer).list("authorization_details").getFirst();
    var identifier = granted.list("credential_identifiers").getFirst();
    var token = String.valueOf(object(answer).string("access_token"));
    var byConfiguration = scene.post(CREDENTIAL, token, request(LDP, proof(scene.nonce())));
    var asked =
        ((JsonObject) Json.parse(request(LDP, proof(scene.nonce()))))
            .without("credential_configuration_id")
            .with("credential_identifier", identifier);
    assertThat(scene.post(CREDENTIAL, token, Json.write(asked)).body())
        .isEqualTo(byConfiguration.body());
  }

  @Test
  void a_badge_that_is_out_of_force_or_no_longer_ones_own_is_not_sent() {
    var token = token();
    credentials.suspend("test", ana.badge(), "looked into");
    var body = request(LDP, proof(scene.nonce()));
    assertThat(error(scene.post(CREDENTIAL, token, body))).isEqualTo("credential_request_denied");
    assertThat(ana.web().post(ana.page()).body()).doesNotContain("openid-credential-offer:");
    credentials.reinstate("test", ana.badge());
    db.sql(
            "update claim set owner_id = null, state = 'PENDING', decided_at = null where credential_id = ?")
        .param(ana.badge().value())
        .update();
    body = request(LDP, proof(scene.nonce()));
    assertThat(error(scene.post(CREDENTIAL, token, body))).isEqualTo("credential_request_denied");
    assertThat(claims.of(ana.badge()).orElseThrow().owner()).isNull();
  }

  @Test
  void a_wallet_says_what_became_of_a_copy_of_its_own_and_of_no_other() {
    var token = token();
    var sent = object(scene.post(CREDENTIAL, token, request(LDP, proof(scene.nonce()))));
    var id = sent.string("notification_id");
    var said = "{\"notification_id\":\"%s\",\"event\":\"%s\"}";
    var path = "/openid4vci/notification";
    assertThat(scene.post(path, token, said.formatted(id, "credential_deleted")).statusCode())
        .isEqualTo(204);
    assertThat(ana.web().get(ana.page()).body()).contains("deleted from the wallet");
    assertThat(error(scene.post(path, token, said.formatted(id, "read"))))
        .isEqualTo("invalid_notification_request");
    assertThat(error(scene.post(path, token, said.formatted("x", "credential_accepted"))))
        .isEqualTo("invalid_notification_id");
    var eve = scene.earner();
    var other =
        String.valueOf(object(scene.token(scene.code(scene.offer(eve)))).string("access_token"));
    assertThat(error(scene.post(path, other, said.formatted(id, "credential_accepted"))))
        .isEqualTo("invalid_notification_id");
  }

  @Test
  void only_the_owner_sees_the_page_makes_offers_and_takes_copies_back() {
    scene.post(CREDENTIAL, token(), request(LDP, proof(scene.nonce())));
    var copy =
        db.sql("select id from wallet_copy where credential_id = ?")
            .param(ana.badge().value())
            .query(java.util.UUID.class)
            .single();
    var eve = scene.earner();
    assertThat(eve.web().get(ana.page()).statusCode()).isEqualTo(404);
    assertThat(eve.web().post(ana.page()).statusCode()).isEqualTo(404);
    assertThat(eve.web().post(ana.page() + "/" + copy + "/withdraw").statusCode()).isEqualTo(404);
    assertThat(eve.web().post("/account/wallets/" + copy + "/withdraw").statusCode())
        .isEqualTo(404);
    assertThat(eve.web().get("/account/wallets").body())
        .contains("No badge of yours is in a wallet");
    assertThat(ana.web().get("/account/wallets").body()).contains("Follows the badge");
    assertThat(ana.web().post("/account/wallets/" + copy + "/withdraw").statusCode())
        .isEqualTo(303);
    assertThat(ana.web().get("/account/wallets").body()).contains("Taken back");
    var waiting = badges.issue(badges.academy(), ana.address(), "Ana", Language.EN);
    assertThat(ana.web().get("/badges/" + waiting.value() + "/wallet").statusCode()).isEqualTo(404);
  }
}
