package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.Test;

/** What is said of each kind of entry, and how many are looked up. */
class StatusFindingsTest {
  private static final String LIST = "https://issuer.example/status/1";
  private static final String ISSUER = "did:key:z6MkvQMdPh8DkTcK6egCQFXao8UZYtAxoDGX3AqVAHioi8NC";

  @Test
  void eight_entries_are_looked_up_and_nine_are_too_many() {
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    JsonValue clear = entry(0);
    assertThat(check(new JsonArray(Collections.nCopies(8, clear)), list))
        .hasSize(8)
        .allMatch(Finding.Passed.class::isInstance);
    assertThat(check(new JsonArray(Collections.nCopies(9, clear)), list))
        .containsExactly(new Finding.Failed(Step.STATUS, Reason.OVER_LIMIT, "9 status entries"));
  }

  @Test
  void what_is_no_entry_and_a_kind_not_known_here_are_told_apart() {
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    assertThat(check(JsonValue.of("urn:x"), list))
        .containsExactly(
            new Finding.Failed(
                Step.STATUS, Reason.STATUS_MALFORMED, "/credentialStatus: not an object"));
    assertThat(check(JsonValue.from(Map.of("type", "StatusList2021Entry")), list))
        .containsExactly(
            new Finding.Unchecked(
                Step.STATUS, Reason.STATUS_UNKNOWN, "a kind of status that is not known here"));
  }

  @Test
  void a_list_for_another_purpose_says_nothing() {
    Bytes list = SharedFiles.bytes("hostile/status-list/ok.json");
    for (StatusPurpose purpose : StatusPurpose.values()) {
      List<Finding> findings = check(new StatusEntry(LIST, 3196, purpose).toJson(), list);
      Finding finding = findings.getFirst();
      assertThat(findings).hasSize(1);
      if (purpose == StatusPurpose.REVOCATION) {
        assertThat(finding)
            .isEqualTo(
                new Finding.Failed(Step.STATUS, Reason.REVOKED, "revocation at 3196 is set"));
      } else {
        assertThat(finding)
            .isInstanceOfSatisfying(
                Finding.Unchecked.class,
                f -> assertThat(f.reason()).isEqualTo(Reason.STATUS_NOT_TRUSTED));
      }
    }
  }

  @Test
  void a_list_of_several_purposes_suspends_and_says_what_else_it_says() {
    Bytes list = SignedBadges.bytes(SignedBadges.signed(list(Set.of(StatusPurpose.values()))));
    assertThat(ours(StatusPurpose.SUSPENSION, list))
        .isEqualTo(new Finding.Failed(Step.STATUS, Reason.SUSPENDED, "suspension at 9 is set"));
    assertThat(ours(StatusPurpose.MESSAGE, list))
        .isEqualTo(new Finding.Passed(Step.STATUS, "message at 9 says 1"));
    assertThat(ours(StatusPurpose.REFRESH, list))
        .isEqualTo(new Finding.Passed(Step.STATUS, "refresh at 9 says 1"));
    Bytes unsigned = SignedBadges.bytes(list(Set.of(StatusPurpose.values())));
    assertThat(ours(StatusPurpose.SUSPENSION, unsigned)).isInstanceOf(Finding.Unchecked.class);
  }

  @Test
  void a_revocation_list_says_of_an_id_that_it_is_in_it_or_not() {
    var entry =
        JsonValue.from(Map.of("id", "https://issuer.example/r", "type", "1EdTechRevocationList"));
    String start = "{\"issuer\":\"" + ISSUER + "\",\"revokedCredential\":[";
    String reason = "{\"id\":\"urn:x\",\"revocationReason\":\"error\"}";
    assertThat(check(entry, Bytes.utf8(start + reason + "]}")))
        .containsExactly(new Finding.Failed(Step.STATUS, Reason.REVOKED, "revoked: error"));
    assertThat(check(entry, Bytes.utf8(start + "]}")))
        .containsExactly(new Finding.Passed(Step.STATUS, "not in the list of revoked ones"));
    String foreign = start.replace(ISSUER, "did:example:other") + reason + "]}";
    assertThat(check(entry, Bytes.utf8(foreign)))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Unchecked.class,
            f -> assertThat(f.reason()).isEqualTo(Reason.STATUS_NOT_TRUSTED));
  }

  @Test
  void without_an_id_no_revocation_list_clears() {
    var entry =
        JsonValue.from(Map.of("id", "https://issuer.example/r", "type", "1EdTechRevocationList"));
    JsonObject nameless = credential(entry, ISSUER).without("id");
    Bytes list = Bytes.utf8("{\"issuer\":\"" + ISSUER + "\",\"revokedCredential\":[]}");
    assertThat(findings(nameless, list))
        .containsExactly(
            new Finding.Unchecked(
                Step.STATUS, Reason.STATUS_MALFORMED, "without an id it is in no list"));
  }

  private static JsonObject list(Set<StatusPurpose> purposes) {
    return new StatusListCredential(
            LIST,
            SignedBadges.ISSUER,
            Verdicts.NOW,
            purposes,
            Duration.ZERO,
            BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.of(9)))
        .toJson();
  }

  private static Finding ours(StatusPurpose purpose, Bytes list) {
    JsonObject entry = new StatusEntry(LIST, 9, purpose).toJson();
    return findings(credential(entry, SignedBadges.ISSUER), list).getFirst();
  }

  private static JsonObject entry(long index) {
    return new StatusEntry(LIST, index, StatusPurpose.REVOCATION).toJson();
  }

  private static List<Finding> check(JsonValue status, Bytes list) {
    return findings(credential(status, ISSUER), list);
  }

  private static JsonObject credential(JsonValue status, String issuer) {
    return (JsonObject)
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
  }

  private static List<Finding> findings(JsonObject credential, Bytes list) {
    DocumentLoader loader = url -> new Loaded.Document(list, "", URI.create(LIST));
    var options = VerifierOptions.online(loader);
    var desk =
        new Desk(options, Inquiry.at(Verdicts.NOW, Set.of()), new Allowance(options.loader()));
    Examination examination = Examination.of(desk, credential);
    new StatusCheck().run(examination);
    return examination.findings().inOrder();
  }
}
