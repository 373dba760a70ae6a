package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.shared.HostileFile;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("step 4: check the status")
class StatusCheckTest {
  private static final String LIST = "https://issuer.example/status/1";
  private static final String ISSUER = "did:key:z6MkvQMdPh8DkTcK6egCQFXao8UZYtAxoDGX3AqVAHioi8NC";

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

  private static JsonObject entry(long index) {
    return new StatusEntry(LIST, index, StatusPurpose.REVOCATION).toJson();
  }

  private static List<Finding> check(JsonValue status, Bytes list) {
    DocumentLoader loader = url -> new Loaded.Document(list, "", URI.create(LIST));
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
                    ISSUER,
                    "credentialStatus",
                    status));
    Examination examination = Examination.of(desk, credential);
    new StatusCheck().run(examination);
    return examination.findings().inOrder();
  }
}
