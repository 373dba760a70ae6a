package org.insignia.openbadges.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopedTest {

  @Test
  void an_envelope_gives_its_token() {
    assertThat(Enveloped.open(envelope("[\"https://www.w3.org/ns/credentials/v2\"]")))
        .isEqualTo(new Source.Token("e30.e30.AA"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"https://www.w3.org/ns/credentials/examples/v2\"", "null"})
  void an_envelope_needs_the_context_that_defines_it(String context) {
    assertThatThrownBy(() -> Enveloped.open(envelope(context)))
        .isInstanceOf(MalformedCredential.class)
        .hasMessageContaining("/@context");
  }

  private static JsonObject envelope(String context) {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context":%s,"type":"EnvelopedVerifiableCredential",
             "id":"data:application/vc+jwt,e30.e30.AA"}
            """
                .formatted(context)));
  }
}
