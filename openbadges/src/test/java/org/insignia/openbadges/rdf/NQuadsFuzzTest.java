package org.insignia.openbadges.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NQuadsFuzzTest {
  private static final List<String> SEEDS =
      List.of(
          "<urn:a> <urn:b> \"c\\n\\u00E9\\U0001F600\\t\"@en-GB <urn:g> .\n_:b0 <urn:p> _:b1 _:b2 . # note\n",
          "<http://a.example/é?q#f> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n\n# end",
          "_:b.0 <urn:p> _:b-1 .\r\n_:1 <urn:p> \"\\\\\\\"\" .\n");

  @Test
  void every_input_is_read_or_refused_and_what_is_read_survives_writing() {
    var mutations = new Mutations(20_260_102);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] seed = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      String input = new String(mutations.of(seed), StandardCharsets.UTF_8);
      try {
        Dataset dataset = NQuads.parse(input);
        String written = dataset.quads().stream().map(NQuads::line).collect(Collectors.joining());
        assertThat(NQuads.parse(written)).isEqualTo(dataset);
        Rdfc10.canonicalize(dataset, WorkBudget.standard());
        read++;
      } catch (MalformedCredential e) {
        assertThat(e).hasMessageContaining("line ");
      }
    }
    assertThat(read).isBetween(10_000, 190_000);
  }

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
