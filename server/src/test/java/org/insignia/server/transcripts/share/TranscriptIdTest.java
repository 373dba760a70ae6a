package org.insignia.server.transcripts.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptIdTest {
  private static final TranscriptId ID = new TranscriptId("7ZK4M9QTW20ABCDEFGHJKMNPQR");

  @Test
  void it_is_shown_in_groups_and_read_again_however_it_was_typed() {
    assertThat(ID.text()).isEqualTo("7ZK4M-9QTW2-0ABCD-EFGHJ-KMNPQR");
    assertThat(TranscriptId.parse(ID.text())).contains(ID);
    assertThat(TranscriptId.parse(" 7zk4m 9qtw2—oabcd\tefghjkmnpqr\n")).contains(ID);
    assertThat(TranscriptId.parse(ID.value())).contains(ID);
  }

  @Test
  void letters_that_look_like_digits_are_taken_as_digits() {
    assertThat(TranscriptId.parse("7ZK4M9QTWIOABCDEFGHJKMNPQR"))
        .isEqualTo(TranscriptId.parse("7ZK4M9QTW10ABCDEFGHJKMNPQR"));
    assertThat(TranscriptId.parse("7ZK4M9QTWl0ABCDEFGHJKMNPQR")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "7ZK4M",
        "8ZK4M9QTW20ABCDEFGHJKMNPQR",
        "7ZK4M9QTW20ABCDEFGHJKMNPQU",
        "7ZK4M9QTW20ABCDEFGHJKMNPQR7",
        "７ZK4M9QTW20ABCDEFGHJKMNPQR",
        "' or 1=1 --",
        "../../etc",
        "7ZK4M9QTW20ABCDEFGHJKMNPQ\u0000",
        "%",
        "null"
      })
  void anything_else_is_none(String typed) {
    assertThat(TranscriptId.parse(typed)).isEmpty();
  }

  @Test
  void a_megabyte_is_none_at_once() {
    assertThat(TranscriptId.parse("7".repeat(1 << 20))).isEmpty();
  }

  @Test
  void fresh_ones_use_all_their_bits_and_never_meet() {
    var random = new SecureRandom();
    var seen = new HashSet<TranscriptId>();
    var first = new HashSet<Character>();
    IntStream.range(0, 5000)
        .forEach(i -> {
          var id = TranscriptId.fresh(random);
          assertThat(TranscriptId.parse(id.text())).contains(id);
          seen.add(id);
          first.add(id.value().charAt(0));
        });
    assertThat(seen).hasSize(5000);
    assertThat(first).hasSize(8);
  }
}
