package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.api.wallet.WalletScene.error;
import static org.insignia.server.api.wallet.WalletScene.object;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.api.wallet.WalletScene.Earner;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.NodePrograms;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Wallets that were written by a draft: they know of no nonce endpoint and ask by format. */
@ServerTest
class DraftWalletsModuleTest {
  private static final String CREDENTIAL = "/openid4vci/credential";
  private static final String DEFINITION =
      "'credential_definition':{'@context':['https://www.w3.org/ns/credentials/v2'],"
          + "'type':['VerifiableCredential','OpenBadgeCredential']}";

  @Autowired private WalletScene scene;
  @Autowired private Settings settings;
  @Autowired private Clock clock;
  @TempDir private Path folder;

  private final KeyPair key = KeyPair.generateP256(new SecureRandom());
  private Earner ana;
  private JsonObject token;

  @BeforeEach
  void a_token() {
    ana = scene.earner();
    token = object(scene.token(scene.code(scene.offer(ana))));
  }

  private HttpResponse<String> ask(String request, String nonce) {
    var issuer = settings.baseUrl().toString();
    // these name the wallet's own key as the maker of the proof
    var jwt =
        Proofs.of(key, "ES256", issuer, nonce, clock.instant())
            .claim("iss", DidKey.did(key.publicKey()))
            .jwt();
    var proof = Json.write(JsonValue.from(Map.of("proof_type", "jwt", "jwt", jwt)));
    var body = request.replace('\'', '"').replace("PROOF", proof);
    return scene.post(CREDENTIAL, String.valueOf(token.string("access_token")), body);
  }

  @Test
  void the_token_brings_the_nonce_and_one_proof_gets_the_credential_itself() {
    assertThat(Json.write(token)).contains("\"c_nonce_expires_in\":300");
    var answer =
        ask("{'format':'ldp_vc'," + DEFINITION + ",'proof':PROOF}", token.string("c_nonce"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var told = object(answer);
    assertThat(told.members().keySet())
        .containsExactlyInAnyOrder(
            "credential", "notification_id", "c_nonce", "c_nonce_expires_in");
    var credential = told.object("credential");
    assertThat(credential.object("credentialSubject").string("id"))
        .isEqualTo(DidKey.did(key.publicKey()));
    var again = ask("{'format':'ldp_vc','proof':PROOF}", told.string("c_nonce"));
    assertThat(object(again).object("credential")).isEqualTo(credential);
    var last =
        ask(
            "{'credential_configuration_id':'OpenBadgeCredential_ldp_vc','proof':PROOF}",
            object(again).string("c_nonce"));
    assertThat(object(last).list("credentials")).hasSize(1);
  }

  @Test
  void whoever_has_no_nonce_learns_one_from_the_refusal() {
    var without = ask("{'format':'ldp_vc'}", "");
    assertThat(error(without)).isEqualTo("invalid_proof");
    var spent = ask("{'format':'ldp_vc','proof':PROOF}", "x");
    assertThat(error(spent)).isEqualTo("invalid_nonce");
    for (var refusal : List.of(without, spent)) {
      assertThat(
              ask("{'format':'ldp_vc','proof':PROOF}", object(refusal).string("c_nonce"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void what_the_token_does_not_open_is_refused_however_it_is_asked_for() {
    var nonce = token.string("c_nonce");
    assertThat(error(ask("{'format':'jwt_vc_json','proof':PROOF}", nonce)))
        .isEqualTo("credential_request_denied");
    assertThat(error(ask("{'format':'vc+sd-jwt','vct':'x','proof':PROOF}", nonce)))
        .isEqualTo("unsupported_credential_format");
    assertThat(error(ask("{'format':'ldp_vc','types':['Degree'],'proof':PROOF}", nonce)))
        .isEqualTo("unsupported_credential_type");
  }

  @Test
  void a_wallet_of_draft_14_from_npm_fetches_badges_in_both_forms() throws IOException {
    var bo = scene.earner();
    var errands =
        List.of(
            Map.of("name", "one", "key", "did:key:p256", "offer", scene.offer(bo).link()),
            Map.of(
                "name",
                "two",
                "key",
                "did:jwk:ed25519",
                "offer",
                scene.offer(ana, "form", "jwt_vc_json").link()));
    var file = folder.resolve("errands.json");
    Files.writeString(file, Json.write(JsonValue.from(errands)));
    var found = NodePrograms.run("wallet-draft.mjs", file.toString());
    for (String name : List.of("one", "two")) {
      var got = found.object(name);
      assertThat(got.string("draft")).isEqualTo("Draft14");
      assertThat(got.string("nextNonce")).isNotNull();
      assertThat(got.object("credential").object("credentialSubject").string("id"))
          .isEqualTo(got.string("holder"));
    }
    assertThat(bo.web().get("/account/wallets").body()).contains("the wallet has kept it");
  }
}
