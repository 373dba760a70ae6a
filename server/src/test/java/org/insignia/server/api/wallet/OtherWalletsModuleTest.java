package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidJwk;
import org.insignia.openbadges.key.Jwk;
import org.insignia.server.api.wallet.WalletScene.Earner;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.testing.NodePrograms;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A wallet that nobody here wrote fetches badges, and other verifiers judge what it got. */
@ServerTest
class OtherWalletsModuleTest {
  @Autowired private WalletScene scene;
  @Autowired private Credentials credentials;

  @TempDir private Path folder;

  @Test
  void another_wallet_fetches_badges_in_both_forms_and_others_verify_them_until_they_are_revoked()
      throws IOException {
    var schemas = Path.of(System.getProperty("insignia.shared"), "data/standards/1edtech-schemas");
    assumeTrue(Files.isDirectory(schemas), "needs the schemas of the shared data");
    var ana = scene.earner();
    var bo = scene.earner();
    var errands = new ArrayList<Map<String, Object>>();
    var two = errand("did:key:ed25519", ana, "form", "ldp_vc");
    two.put("also", "did:key:p256");
    errands.add(two);
    var found = run(errands);
    var both = found.get("did:key:ed25519");
    assertThat(both.list("subjects")).hasSize(2).isEqualTo(both.list("holders"));
    errands.clear();
    errands.add(errand("did:key:p256", ana, "form", "ldp_vc", "pin", "yes"));
    errands.add(errand("jwk:ed25519", bo, "form", "jwt_vc_json"));
    found.putAll(run(errands));
    errands.clear();
    errands.add(errand("jwk:p256", ana, "form", "jwt_vc_json"));
    errands.add(errand("did:jwk:p256", bo, "form", "ldp_vc"));
    found.putAll(run(errands));

    found.forEach((kind, got) -> {
      assertThat(subject(got.object("credential"))).as(kind).isEqualTo(holder(kind, got));
      assertThat(got.string("codeAgain")).as(kind).isEqualTo("invalid_grant");
      assertThat(got.string("proofAgain")).as(kind).isEqualTo("invalid_nonce");
    });
    assertThat(ana.web().get("/account/wallets").body()).contains("the wallet has kept it");

    credentials.revoke("test", bo.badge(), "a mistake");
    var arguments = new ArrayList<String>(List.of(schemas.toAbsolutePath().normalize().toString()));
    for (String kind : List.of("did:key:ed25519", "did:key:p256", "did:jwk:p256")) {
      var file = folder.resolve(kind.replace(':', '-') + ".json");
      Files.writeString(file, Json.write(found.get(kind).object("credential")));
      arguments.add(kind + "=" + file);
    }
    var judged = NodePrograms.run("verify.mjs", arguments.toArray(String[]::new));
    for (String kind : List.of("did:key:ed25519", "did:key:p256")) {
      assertThat(said(judged, kind)).as(Json.write(judged)).containsOnly("true");
    }
    assertThat(said(judged, "did:jwk:p256"))
        .as(Json.write(judged))
        .containsExactly("true", "true", "false", "true", "false");
  }

  private Map<String, Object> errand(String key, Earner earner, String... fields) {
    var shown = scene.offer(earner, fields);
    var errand = new LinkedHashMap<String, Object>();
    errand.put("name", key);
    errand.put("key", key);
    errand.put("offer", shown.link());
    if (!shown.pin().isEmpty()) {
      errand.put("pin", shown.pin());
    }
    return errand;
  }

  private Map<String, JsonObject> run(List<Map<String, Object>> errands) throws IOException {
    var file = folder.resolve("errands.json");
    Files.writeString(file, Json.write(JsonValue.from(errands)));
    var found = NodePrograms.run("wallet.mjs", file.toString());
    var each = new LinkedHashMap<String, JsonObject>();
    errands.forEach(
        e -> each.put(e.get("name").toString(), found.object(e.get("name").toString())));
    return each;
  }

  private static String subject(JsonObject credential) {
    return String.valueOf(credential.object("credentialSubject").string("id"));
  }

  private static String holder(String kind, JsonObject got) {
    return kind.startsWith("jwk")
        ? DidJwk.did(Jwk.read(got.object("jwk")))
        : String.valueOf(got.string("holder"));
  }

  private static List<String> said(JsonObject judged, String kind) {
    return List.of(
            "/schema",
            "/digitalBazaar/signature",
            "/digitalBazaar/inForce",
            "/digitalCredentials/signature",
            "/digitalCredentials/inForce")
        .stream()
        .map(path -> JsonPointer.parse(path).in(judged.object(kind)))
        .map(value -> value == null ? "nothing" : Json.write(value))
        .toList();
  }
}
