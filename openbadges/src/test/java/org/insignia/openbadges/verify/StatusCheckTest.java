package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.shared.HostileFile;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("step 4: check the status")
class StatusCheckTest {
  private static final String LIST = "https://issuer.example/status/1";
  private static final String ISSUER = "did:key:z6MkvQMdPh8DkTcK6egCQFXao8UZYtAxoDGX3AqVAHioi8NC";
  private static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));

  static Stream<HostileFile> lists() {
    return HostileFile.list("status-list").stream().filter(f -> f.area().equals("status-list"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void a_list_that_cannot_be_believed_leaves_the_status_unknown(HostileFile file) {
    List<Finding> findings = check(entry(0), file.bytes());
    if (file.expect().startsWith("accept")) {
      assertThat(findings).as(file + " " + findings).allMatch(Finding.Passed.class::isInstance);
    } else {
      assertThat(findings)
          .as(file + " " + findings)
          .hasSize(1)
          .allMatch(Finding.Unchecked.class::isInstance);
    }
  }

  @Test
  void every_bit_that_is_set_revokes_and_its_neighbours_do_not() {
    String line =
        SharedFiles.bytes("hostile/expected/status-list.jsonl")
            .utf8()
            .lines()
            .filter(l -> l.contains("status-list/ok.json"))
            .findFirst()
            .orElseThrow();
    var expected = (JsonObject) Json.parse(line);
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    for (JsonValue index : expected.list("revoked_indexes")) {
      assertThat(check(entry((long) ((JsonNumber) index).doubleValue()), list))
          .hasSize(1)
          .allMatch(f -> f instanceof Finding.Failed failed && failed.reason() == Reason.REVOKED);
    }
    for (JsonValue index : expected.list("clear_indexes")) {
      assertThat(check(entry((long) ((JsonNumber) index).doubleValue()), list))
          .allMatch(Finding.Passed.class::isInstance);
    }
  }

  @Test
  void an_index_behind_the_end_is_not_clear() {
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    assertThat(check(entry(131_072), list)).allMatch(Finding.Unchecked.class::isInstance);
  }

  @Test
  void one_of_several_entries_is_enough_to_revoke() {
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    var both = new JsonValue.JsonArray(List.of(entry(0), entry(3196)));
    assertThat(check(both, list)).hasSize(2).anyMatch(Finding.Failed.class::isInstance);
  }

  @Test
  void a_revocation_list_revokes_by_id() {
    var entry =
        JsonValue.from(Map.of("id", "https://issuer.example/r", "type", "1EdTechRevocationList"));
    String revoking = "{\"issuer\":\"" + ISSUER + "\",\"revokedCredential\":[{\"id\":\"urn:x\"}]}";
    String others = revoking.replace("urn:x", "urn:y");
    String foreign = revoking.replace(ISSUER, "did:example:other");
    assertThat(check(entry, Bytes.utf8(revoking))).allMatch(Finding.Failed.class::isInstance);
    assertThat(check(entry, Bytes.utf8(others))).allMatch(Finding.Passed.class::isInstance);
    assertThat(check(entry, Bytes.utf8(foreign))).allMatch(Finding.Unchecked.class::isInstance);
    assertThat(check(entry, Bytes.utf8("<html>"))).allMatch(Finding.Unchecked.class::isInstance);
  }

  @Test
  void a_set_bit_of_a_suspension_list_suspends_or_revokes_as_the_list_it_refers_to_says() {
    String revocations = LIST + "0";
    var entry =
        new StatusEntry(LIST, 7, StatusPurpose.SUSPENSION).referringTo(revocations).toJson();
    var here = list(LIST, StatusPurpose.SUSPENSION, 7);
    var nobody = list(revocations, StatusPurpose.REVOCATION, 8);
    var revoked = list(revocations, StatusPurpose.REVOCATION, 7);
    var forged = revoked.utf8().replace("\"proof\"", "\"evidence\"");

    assertThat(reasons(entry, Map.of(LIST, here, revocations, nobody)))
        .containsExactly(Reason.SUSPENDED);
    assertThat(reasons(entry, Map.of(LIST, here, revocations, revoked)))
        .containsExactly(Reason.REVOKED);
    for (var other : List.of("<html>", forged)) {
      assertThat(reasons(entry, Map.of(LIST, here, revocations, Bytes.utf8(other))))
          .containsExactly(Reason.SUSPENDED);
    }
    assertThat(reasons(entry, Map.of(LIST, here))).containsExactly(Reason.SUSPENDED);
    var clear = list(LIST, StatusPurpose.SUSPENSION, 8);
    assertThat(check(entry, DidKey.did(KEY.publicKey()), Map.of(LIST, clear)))
        .allMatch(Finding.Passed.class::isInstance);
  }

  private static Bytes list(String url, StatusPurpose purpose, int set) {
    var bits = BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.of(set));
    var issuer = DidKey.did(KEY.publicKey());
    var list = new StatusListCredential(url, issuer, Verdicts.NOW, purpose, bits).toJson();
    var options =
        ProofOptions.assertion(
            Cryptosuite.EDDSA_RDFC_2022, DidKey.verificationMethod(KEY.publicKey()), Verdicts.NOW);
    return Bytes.utf8(Json.write(DataIntegrity.sign(list, KEY, options)));
  }

  private static List<Reason> reasons(JsonObject status, Map<String, Bytes> world) {
    return check(status, DidKey.did(KEY.publicKey()), world).stream()
        .map(finding -> ((Finding.Failed) finding).reason())
        .toList();
  }

  private static JsonObject entry(long index) {
    return new StatusEntry(LIST, index, StatusPurpose.REVOCATION).toJson();
  }

  private static List<Finding> check(JsonValue status, Bytes list) {
    return check(status, ISSUER, url -> new Loaded.Document(list, "", URI.create(LIST)));
  }

  private static List<Finding> check(JsonValue status, String issuer, Map<String, Bytes> world) {
    return check(
        status,
        issuer,
        url -> {
          Bytes body = world.get(url.toString());
          return body == null
              ? new Loaded.Unavailable("nobody answers")
              : new Loaded.Document(body, "", url);
        });
  }

  private static List<Finding> check(JsonValue status, String issuer, DocumentLoader loader) {
    var options = VerifierOptions.online(loader);
    var desk =
        new Desk(options, Inquiry.at(Verdicts.NOW, Set.of()), new Allowance(options.loader()));
    var credential =
        (JsonObject)
            JsonValue.from(
                Map.of(
                    "id",
                    "urn:x",
                    "type",
                    "VerifiableCredential",
                    "issuer",
                    issuer,
                    "credentialStatus",
                    status));
    Examination examination = Examination.of(desk, credential);
    new StatusCheck().run(examination);
    return examination.findings().inOrder();
  }
}
