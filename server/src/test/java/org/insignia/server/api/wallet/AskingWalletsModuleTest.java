package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.api.wallet.WalletScene.error;
import static org.insignia.server.api.wallet.WalletScene.object;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.wallet.WalletScene.Earner;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.NodePrograms;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wallets that ask the owner in a browser, instead of showing the code of an offer. */
@ServerTest
class AskingWalletsModuleTest {
  private static final String LDP = "OpenBadgeCredential_ldp_vc";

  @Autowired private WalletScene scene;
  @Autowired private TestBadges badges;
  @Autowired private Settings settings;
  @Autowired private Clock clock;

  private final KeyPair key = KeyPair.generateEd25519(new SecureRandom());
  private TestProgram wallet;
  private Earner ana;

  @BeforeEach
  void an_earner_and_a_wallet() {
    ana = scene.earner();
    wallet = TestProgram.registered(settings);
  }

  @Test
  void another_wallet_asks_the_owner_and_gets_the_badge_of_the_offer() {
    for (String form : List.of("ldp_vc", "jwt_vc_json")) {
      var offer = scene.offer(ana, "form", form).asking();
      var begun =
          NodePrograms.run(
              "wallet-asks.mjs",
              "begin",
              offer,
              wallet.id(),
              wallet.secret(),
              TestProgram.REDIRECT);
      var wish = parameters(String.valueOf(begun.string("address")));
      assertThat(wish).containsKey("issuer_state").containsEntry("scope", "wallet");
      var page = ana.web().get(TestProgram.page(wish)).body();
      assertThat(page)
          .contains("fetch copies of your badges into a wallet", "It is about this badge alone");
      var arrived = TestProgram.allowed(ana.web(), wish, "allow");
      var got =
          NodePrograms.run(
              "wallet-asks.mjs",
              "end",
              offer,
              wallet.id(),
              wallet.secret(),
              TestProgram.REDIRECT,
              String.valueOf(begun.string("verifier")),
              arrived.toString());
      assertThat(got.object("credential").object("credentialSubject").string("id"))
          .isEqualTo(got.string("holder"));
      assertThat(Json.write(got.list("details").getFirst()))
          .contains("credential_identifiers", ana.badge().value().toString());
    }
    assertThat(ana.web().get("/account/wallets").body()).contains("Follows the badge");
  }

  private static Map<String, String> parameters(String address) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** The token that the wallet gets for this person's yes. */
  private JsonObject token(Earner by, String... more) {
    var wish = wallet.wish("wallet", more);
    var arrived = TestProgram.allowed(by.web(), wish, "allow");
    var answer =
        scene.send(
            scene
                .request(settings.url("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "grant_type=authorization_code&client_id="
                            + wallet.id()
                            + "&client_secret="
                            + enc(wallet.secret())
                            + "&redirect_uri="
                            + enc(wish.get("redirect_uri"))
                            + "&code_verifier="
                            + enc(TestProgram.VERIFIER)
                            + "&code="
                            + enc(parameters(arrived.toString()).get("code")))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return object(answer);
  }

  private static String enc(String text) {
    return org.insignia.server.platform.testing.Web.encoded(text);
  }

  private java.net.http.HttpResponse<String> fetch(JsonObject token, String name, JsonValue value) {
    return fetch(token, name, value, null);
  }

  private java.net.http.HttpResponse<String> fetch(
      JsonObject token, String name, JsonValue value, String madeBy) {
    var proof =
        Proofs.of(key, "EdDSA", settings.baseUrl().toString(), scene.nonce(), clock.instant())
            .claim("iss", madeBy)
            .jwt();
    var body = JsonValue.from(Map.of(name, value, "proofs", Map.of("jwt", List.of(proof))));
    return scene.post(
        "/openid4vci/credential", String.valueOf(token.string("access_token")), Json.write(body));
  }

  @Test
  void without_an_offer_it_gets_every_badge_in_force_by_its_identifier() {
    var second = scene.another(badges.academy(), ana.person(), ana.address());
    var token = token(ana);
    var details = token.list("authorization_details");
    assertThat(details).hasSize(2);
    var identifiers = ((JsonObject) details.getFirst()).list("credential_identifiers");
    assertThat(Json.write(details.getFirst()))
        .contains(second.value().toString(), ana.badge().value().toString());
    for (JsonValue identifier : identifiers) {
      assertThat(fetch(token, "credential_identifier", identifier).statusCode()).isEqualTo(200);
    }
    var one = identifiers.getFirst();
    assertThat(error(fetch(token, "credential_identifier", one, "another")))
        .isEqualTo("invalid_proof");
    assertThat(fetch(token, "credential_identifier", one, wallet.id()).statusCode()).isEqualTo(200);
    assertThat(error(fetch(token, "credential_configuration_id", JsonValue.of(LDP))))
        .isEqualTo("invalid_credential_request");
    assertThat(error(fetch(token, "credential_identifier", JsonValue.of(LDP + ":x"))))
        .isEqualTo("unknown_credential_identifier");
  }

  @Test
  void a_wallet_may_ask_by_details_alone_also_in_the_words_of_a_draft() {
    var named =
        "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"" + LDP + "\"}]";
    var draft =
        "[{\"type\":\"openid_credential\",\"format\":\"ldp_vc\",\"credential_definition\":"
            + "{\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"]}}]";
    for (String details : List.of(named, draft)) {
      var token = token(ana, "scope", "", "authorization_details", details);
      assertThat(token.string("scope")).isEqualTo("wallet");
      assertThat(token.string("c_nonce")).isNotNull();
      assertThat(Json.write(token.list("authorization_details").getFirst()))
          .contains(LDP + ":" + ana.badge().value());
      assertThat(fetch(token, "credential_configuration_id", JsonValue.of(LDP)).statusCode())
          .isEqualTo(200);
    }
    var unknown = wallet.wish("", "authorization_details", "[{\"type\":\"payment\"}]");
    assertThat(ana.web().get(TestProgram.page(unknown)).statusCode()).isEqualTo(400);
  }

  @Test
  void the_offer_of_somebody_else_opens_nothing() {
    var eve = scene.earner();
    var named = scene.state(scene.offer(ana));
    var wish = wallet.wish("wallet", "issuer_state", named);
    assertThat(eve.web().get(TestProgram.page(wish)).body())
        .contains("fetch copies of your badges")
        .doesNotContain("Northwind Certified");
    var token = token(eve, "issuer_state", named);
    var foreign = JsonValue.of(LDP + ":" + ana.badge().value());
    assertThat(error(fetch(token, "credential_identifier", foreign)))
        .isEqualTo("unknown_credential_identifier");
    assertThat(error(fetch(token, "credential_configuration_id", JsonValue.of(LDP))))
        .isEqualTo("credential_request_denied");
  }
}
