package org.insignia.server.results.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EncodingCensusTest {

  @Test
  void takes_plain_text_and_utf_8_for_utf_8() {
    assertThat(encoding("plain".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Encoding.UTF_8);
    assertThat(encoding("Zoë 张伟 𝕏".getBytes(StandardCharsets.UTF_8))).isEqualTo(Encoding.UTF_8);
  }

  @Test
  void takes_anything_with_a_byte_order_mark_for_utf_8() {
    var census = new EncodingCensus();
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xE9, ' ', (byte) 0xE9};
    census.add(bytes, bytes.length);
    assertThat(census.encoding()).isEqualTo(Encoding.UTF_8);
    assertThat(census.markLength()).isEqualTo(3);
  }

  @Test
  void sees_windows_1252_by_its_letters() {
    assertThat(encoding("Núñez, Zoë".getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(Encoding.WINDOWS_1252);
  }

  @Test
  void keeps_to_utf_8_where_few_bytes_are_broken() {
    var bytes = "Zoë Núñez ÄÖÜ".getBytes(StandardCharsets.UTF_8);
    var cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThat(encoding(cut)).isEqualTo(Encoding.UTF_8);
    cut[3] = 'x';
    assertThat(encoding(cut)).isEqualTo(Encoding.UTF_8);
  }

  private static Encoding encoding(byte[] bytes) {
    var census = new EncodingCensus();
    for (byte b : bytes) {
      census.add(new byte[] {b}, 1);
    }
    return census.encoding();
  }
}
