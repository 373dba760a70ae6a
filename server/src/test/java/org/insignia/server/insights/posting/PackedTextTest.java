package org.insignia.server.insights.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "Equal opportunity employer.\n\nRequirements:\n- Java", "工程师 ü 🙂"})
  void comes_back_as_it_was(String text) {
    assertThat(PackedText.unpack(PackedText.pack(text))).isEqualTo(text);
  }

  @Test
  void a_usual_phrase_costs_little() {
    var phrase = "We are an equal opportunity employer and value diversity.";
    assertThat(PackedText.pack(phrase)).hasSizeLessThan(phrase.length() / 4);
  }

  @Test
  void what_was_cut_off_is_not_taken_for_the_whole() {
    var packed = PackedText.pack("Requirements:\n\nfive years of gardening in a cold climate");
    var half = java.util.Arrays.copyOf(packed, packed.length / 2);
    assertThatThrownBy(() -> PackedText.unpack(half)).isInstanceOf(IllegalStateException.class);
  }
}
