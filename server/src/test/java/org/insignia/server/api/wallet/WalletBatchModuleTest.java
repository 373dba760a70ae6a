package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.api.wallet.WalletScene.error;
import static org.insignia.server.api.wallet.WalletScene.object;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.api.wallet.WalletScene.Earner;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several keys of a wallet in one request. */
@ServerTest
@DisplayName("OpenID4VCI 1.0: batch_credential_issuance")
class WalletBatchModuleTest {
  private static final String CREDENTIAL = "/openid4vci/credential";
  private static final String LDP = "OpenBadgeCredential_ldp_vc";

  @Autowired private WalletScene scene;
  @Autowired private Settings settings;
  @Autowired private Clock clock;
  @Autowired private JdbcClient db;

  private final SecureRandom random = new SecureRandom();
  private Earner ana;
  private String token;

  @BeforeEach
  void a_wallet_with_a_token() {
    ana = scene.earner();
    token =
        String.valueOf(object(scene.token(scene.code(scene.offer(ana)))).string("access_token"));
  }

  private List<KeyPair> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> KeyPair.generateEd25519(random)).toList();
  }

  private String proof(KeyPair key, String nonce) {
    return Proofs.of(key, "EdDSA", settings.baseUrl().toString(), nonce, clock.instant()).jwt();
  }

  private HttpResponse<String> ask(List<String> jwts) {
    var request = Map.of("credential_configuration_id", LDP, "proofs", Map.of("jwt", jwts));
    return scene.post(CREDENTIAL, token, Json.write(JsonValue.from(request)));
  }

  private int copies() {
    return db.sql("select count(*) from wallet_copy where credential_id = ?")
        .param(ana.badge().value())
        .query(Integer.class)
        .single();
  }

  @Test
  void each_key_gets_a_copy_of_its_own_and_what_became_of_them_is_told_at_once() {
    var keys = keys(3);
    var nonce = scene.nonce();
    var answer = ask(keys.stream().map(key -> proof(key, nonce)).toList());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var sent =
        object(answer).list("credentials").stream()
            .map(c -> ((JsonObject) c).object("credential"))
            .toList();
    assertThat(sent.stream().map(c -> c.object("credentialSubject").string("id")))
        .containsExactlyElementsOf(keys.stream().map(k -> DidKey.did(k.publicKey())).toList());
    assertThat(sent.stream().map(c -> c.string("id")).distinct()).hasSize(3);
    assertThat(
            sent.stream()
                .map(c -> c.object("credentialStatus").string("statusListIndex"))
                .distinct())
        .hasSize(3);
    assertThat(error(ask(keys.stream().map(key -> proof(key, nonce)).toList())))
        .isEqualTo("invalid_nonce");

    var id = String.valueOf(object(answer).string("notification_id"));
    var said = "{\"notification_id\":\"%s\",\"event\":\"credential_accepted\"}";
    var path = "/openid4vci/notification";
    assertThat(scene.post(path, token, said.formatted(id)).statusCode()).isEqualTo(204);
    assertThat(
            db.sql("select count(*) from wallet_copy where credential_id = ? and told is not null")
                .param(ana.badge().value())
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    for (String wrong :
        List.of(id + ".x", id + "." + java.util.UUID.randomUUID(), "", ".", id + ".")) {
      assertThat(error(scene.post(path, token, said.formatted(wrong))))
          .as(wrong)
          .isEqualTo("invalid_notification_id");
    }
  }

  @Test
  void a_nonce_for_each_proof_is_good_as_well() {
    var keys = keys(2);
    var answer = ask(keys.stream().map(key -> proof(key, scene.nonce())).toList());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void what_is_wrong_with_one_proof_is_wrong_with_all_and_nothing_is_made() {
    var keys = keys(11);
    var nonce = scene.nonce();
    var good = proof(keys.getFirst(), nonce);
    var other = proof(keys.getLast(), nonce);
    assertThat(error(ask(List.of(good, other.substring(0, other.length() - 4) + "AAAA"))))
        .isEqualTo("invalid_proof");
    assertThat(error(ask(List.of(good, proof(keys.getFirst(), nonce))))).isEqualTo("invalid_proof");
    assertThat(error(ask(keys.stream().map(key -> proof(key, nonce)).toList())))
        .isEqualTo("invalid_proof");
    assertThat(copies()).isZero();
    assertThat(error(ask(List.of(good, proof(keys.getLast(), "A".repeat(43))))))
        .isEqualTo("invalid_nonce");
    assertThat(copies()).isZero();
  }

  @Test
  void whose_document_is_asked_for_by_its_path_and_no_other_is_here() {
    for (String document :
        List.of(
            "/.well-known/openid-credential-issuer", "/.well-known/oauth-authorization-server")) {
      assertThat(scene.get(settings.url(document)).statusCode()).isEqualTo(200);
      var other = scene.get(settings.url(document + "/another/issuer"));
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
  }
}
