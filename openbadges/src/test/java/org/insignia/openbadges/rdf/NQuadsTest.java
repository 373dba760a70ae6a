package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NQuadsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<urn:a> <urn:b> <urn:c>",
        "<urn:a> <urn:b> .",
        "<urn:a> _:b <urn:c> .",
        "\"a\" <urn:b> <urn:c> .",
        "<a> <urn:b> <urn:c> .",
        "<urn:a b> <urn:b> <urn:c> .",
        "<urn:a> <urn:b> \"c .",
        "<urn:a> <urn:b> \"c\"@ .",
        "<urn:a> <urn:b> \"c\"^^_:b .",
        "<urn:a> <urn:b> \"\\q\" .",
        "<urn:a> <urn:b> \"\\uD800\" .",
        "<urn:a> <urn:b> \"\\U00110000\" .",
        "_: <urn:b> <urn:c> .",
        "<urn:a> <urn:b> <urn:c> \"g\" .",
        "<urn:a> <urn:b> <urn:c> . x",
        "<urn:a> <urn:b> <urn:c> .."
      })
  void refuses_what_is_not_nquads(String line) {
    assertThatThrownBy(() -> NQuads.parse(line)).isInstanceOf(MalformedCredential.class);
  }
}
