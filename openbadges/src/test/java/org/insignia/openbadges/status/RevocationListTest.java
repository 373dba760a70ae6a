package org.insignia.openbadges.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.status.RevocationList.RevokedCredential;
import org.junit.jupiter.api.Test;

class RevocationListTest {
  @Test
  void reads_both_spellings_and_revoked_is_true_by_default() {
    var list =
        read(
            """
            {"id": "https://a.example/r", "issuer": {"id": "did:example:a"},
             "revokedCredentials": [{"id": "urn:1"}, {"id": "urn:2", "revoked": false},
                                    {"id": "urn:3", "revocationReason": "error"}]}
            """);
    assertThat(list.issuer()).isEqualTo("did:example:a");
    assertThat(list.find("urn:1")).isPresent();
    assertThat(list.find("urn:2")).isEmpty();
    assertThat(list.find("urn:3")).map(RevokedCredential::reason).contains("error");
    assertThat(list.find("urn:4")).isEmpty();
  }

  @Test
  void what_is_written_reads_back_the_same() {
    var list =
        new RevocationList(
            "https://a.example/r",
            "did:example:a",
            List.of(
                new RevokedCredential("urn:1", true, "error"),
                new RevokedCredential("urn:2", false, "")));
    assertThat(RevocationList.read(list.toJson())).isEqualTo(list);
  }

  @Test
  void a_document_without_the_list_is_not_an_empty_list() {
    assertThatExceptionOfType(MalformedCredential.class).isThrownBy(() -> read("{\"id\":\"x\"}"));
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> read("{\"revokedCredential\":[{}]}"));
  }

  @Test
  void a_hundred_thousand_entries_are_read_and_no_more() {
    assertThat(RevocationList.read(withEntries(100_000)).revoked()).hasSize(100_000);
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> RevocationList.read(withEntries(100_001)));
  }

  private static JsonObject withEntries(int entries) {
    List<JsonValue> ids = Collections.nCopies(entries, JsonValue.of("urn:1"));
    return new JsonObject(new LinkedHashMap<>(Map.of("revokedCredential", new JsonArray(ids))));
  }

  private static RevocationList read(String json) {
    return RevocationList.read((JsonObject) Json.parse(json));
  }
}
