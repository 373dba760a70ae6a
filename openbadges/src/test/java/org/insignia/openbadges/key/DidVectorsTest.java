package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;

class DidVectorsTest {

  @Test
  void did_key_documents_are_as_others_write_them() {
    JsonObject vectors =
        Json.parseObject(SharedFiles.bytes("standards/own/did/did-key-documents.json"));
    int compared = 0;
    for (JsonValue value : vectors.members().values()) {
      JsonObject vector = (JsonObject) value;
      String did = vector.string("did");
      if (did == null) continue;
      JsonObject expected = Objects.requireNonNull(vector.object("didDocument"));
      assertThat(DidDocuments.forKey(DidKey.key(did)).members())
          .containsAllEntriesOf(expected.without("keyAgreement").members());
      compared++;
    }
    assertThat(compared).isEqualTo(vectors.members().size());
  }

  @Test
  void did_web_documents_lie_where_others_look_for_them() {
    JsonArray vectors =
        (JsonArray) Json.parse(SharedFiles.bytes("standards/own/did/did-web-urls.json"));
    for (JsonValue value : vectors.elements()) {
      JsonObject vector = (JsonObject) value;
      assertThat(DidWeb.documentUrl(Objects.requireNonNull(vector.string("did"))))
          .hasToString(vector.string("url"));
    }
  }
}
