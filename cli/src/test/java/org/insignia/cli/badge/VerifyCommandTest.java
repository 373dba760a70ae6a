package org.insignia.cli.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidDocuments;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {
  private static final String ISSUER = "did:key:z6MkewWiodnep3Ci8azQUE3wxVZAKm4JcedANtKeZy2EyYsW";
  private static final String OWN = "standards/own/";
  private final Terminal terminal = new Terminal();

  @ParameterizedTest
  @CsvSource({
    "0,valid,ob30-signed/full.eddsa-rdfc-2022.json",
    "0,valid,baked/ob30-json.png",
    "0,valid,baked/ob30-json.svg",
    "0,valid,clr20-signed/transcript-1.eddsa-rdfc-2022.json",
    "1,invalid,ob30-signed/neg-score-changed.json",
    "1,expired,ob30-signed/expired.eddsa-rdfc-2022.json",
    "2,unchecked,ob30-signed/status.eddsa-rdfc-2022.json",
    "1,invalid,baked/unbaked.png"
  })
  void exit_code_and_verdict_agree(int code, String verdict, String file) {
    assertThat(terminal.run("verify", "--json", "--trust", ISSUER, Terminal.shared(OWN + file)))
        .isEqualTo(code);
    JsonObject report = (JsonObject) Json.parse(terminal.out());
    assertThat(report.string("verdict")).isEqualTo(verdict);
    assertThat(report.members()).containsKeys("authentic", "conformant", "findings");
    JsonObject finding = (JsonObject) report.list("findings").getFirst();
    assertThat(finding.members()).containsOnlyKeys("step", "outcome", "code", "detail");
  }

  @Test
  void an_unknown_issuer_is_not_simply_valid() {
    String file = Terminal.shared(OWN + "ob30-signed/full.eddsa-rdfc-2022.json");
    assertThat(terminal.run("verify", file)).isEqualTo(3);
    assertThat(terminal.out()).contains("NOT KNOWN");
  }

  @Test
  void several_inputs_give_an_array_and_the_worst_code() {
    String good = Terminal.shared(OWN + "ob30-signed/full.eddsa-rdfc-2022.json");
    String bad = Terminal.shared(OWN + "ob30-signed/neg-score-changed.json");
    assertThat(terminal.run("verify", "--json", "--trust", ISSUER, good, bad)).isEqualTo(1);
    assertThat(((JsonArray) Json.parse(terminal.out())).elements()).hasSize(2);
    assertThat(terminal.run("verify", "--trust", ISSUER, good, good)).isZero();
  }

  @Test
  void wrong_use_is_64() {
    assertThat(terminal.run("verify")).isEqualTo(64);
    assertThat(terminal.run("verify", "--no-such-option", "x")).isEqualTo(64);
    assertThat(terminal.run("verify", "/no/such/file")).isEqualTo(64);
    assertThat(terminal.err()).contains("is there such a file?");
    assertThat(terminal.run("no-such-command")).isEqualTo(64);
  }

  @Test
  void nothing_is_fetched_without_a_word() {
    assertThat(terminal.run("verify", "--json", "https://issuer.example/1")).isEqualTo(2);
    assertThat(terminal.out()).contains("offline");
  }

  @Test
  void an_issuer_on_this_machine_is_checkable_end_to_end(@TempDir Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      int port = server.getAddress().getPort();
      String badge = publish(server, port, folder);
      server.start();
      String issuer = "did:web:localhost%3A" + port;
      assertThat(terminal.run("verify", "--trust", issuer, badge)).as(terminal.out()).isEqualTo(2);
      // On the public internet nobody can have this name.
      assertThat(terminal.run("verify", "--allow-network", "--trust", issuer, badge)).isEqualTo(1);
      assertThat(terminal.run("verify", "--allow-loopback", "--trust", issuer, badge))
          .as(terminal.out())
          .isZero();
      assertThat(terminal.run("verify", "--allow-loopback", badge)).isEqualTo(3);
      String url = "http://localhost:" + port + "/revoked.json";
      assertThat(terminal.run("verify", "--allow-loopback", "--trust", issuer, url)).isEqualTo(1);
      assertThat(terminal.out()).contains("REVOKED");
      for (String word : List.of("suspended", "withdrawn", "lifted")) {
        String form = "http://localhost:" + port + "/" + word + ".json";
        int code = terminal.run("verify", "--allow-loopback", "--trust", issuer, form);
        assertThat(code).as(word).isEqualTo(word.equals("lifted") ? 0 : 1);
        assertThat(terminal.out())
            .startsWith(form)
            .contains(
                word.equals("suspended")
                    ? "SUSPENDED"
                    : word.equals("lifted") ? "VALID" : "REVOKED");
      }
      assertThat(terminal.run("verify", "--allow-network", url)).isEqualTo(2);
    } finally {
      server.stop(0);
    }
  }

  /** Publishes an issuer with a status list; gives the file of a badge that is not revoked. */
  private static String publish(HttpServer server, int port, Path folder) throws IOException {
    String base = "http://localhost:" + port;
    String did = "did:web:localhost%3A" + port;
    KeyPair key = KeyPair.ed25519(Bytes.wrap(new byte[32]));
    var keys = new LinkedHashMap<String, org.insignia.openbadges.key.PublicKey>();
    keys.put("key-1", key.publicKey());
    serve(server, "/.well-known/did.json", DidDocuments.document(did, keys));
    var options =
        ProofOptions.assertion(
            Cryptosuite.EDDSA_RDFC_2022, did + "#key-1", java.time.Instant.EPOCH);
    for (StatusPurpose purpose : List.of(StatusPurpose.REVOCATION, StatusPurpose.SUSPENSION)) {
      boolean revocations = purpose == StatusPurpose.REVOCATION;
      String path = revocations ? "/status/1" : "/status/1/suspension";
      IntStream set = revocations ? IntStream.of(9) : IntStream.of(7, 9);
      var bits = BitstringStatusList.of(131_072, set);
      var list = new StatusListCredential(base + path, did, java.time.Instant.EPOCH, purpose, bits);
      serve(server, path, DataIntegrity.sign(list.toJson(), key, options));
    }
    Map.of("suspended", 7, "withdrawn", 9, "lifted", 6)
        .forEach((word, index) -> {
          var status =
              new StatusEntry(base + "/status/1/suspension", index, StatusPurpose.SUSPENSION)
                  .referringTo(base + "/status/1");
          var badge = badge(did, base, index).with("credentialStatus", status.toJson());
          serve(server, "/" + word + ".json", DataIntegrity.sign(badge, key, options));
        });
    serve(server, "/revoked.json", DataIntegrity.sign(badge(did, base, 9), key, options));
    Path file = folder.resolve("badge.json");
    Files.writeString(file, Json.write(DataIntegrity.sign(badge(did, base, 8), key, options)));
    return file.toString();
  }

  private static JsonObject badge(String did, String base, int index) {
    JsonObject badge =
        (JsonObject)
            Json.parse(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:3f081833-f18a-48ea-8b64-93471e6b76b9",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "name": "Cloud", "validFrom": "2026-01-15T09:30:00Z",
                 "credentialSubject": {"id": "did:example:earner", "type": ["AchievementSubject"],
                   "achievement": {"id": "https://issuer.example/a/1", "type": ["Achievement"],
                     "name": "Cloud", "description": "About clouds",
                     "criteria": {"narrative": "Pass."}}}}
                """);
    Map<String, Object> issuer =
        Map.of("id", did, "type", java.util.List.of("Profile"), "name", "Here");
    return badge
        .with("issuer", JsonValue.from(issuer))
        .with(
            "credentialStatus",
            new StatusEntry(base + "/status/1", index, StatusPurpose.REVOCATION).toJson());
  }

  private static void serve(HttpServer server, String path, JsonObject document) {
    byte[] body = Json.write(document).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
