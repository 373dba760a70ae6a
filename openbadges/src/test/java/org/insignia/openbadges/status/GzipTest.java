package org.insignia.openbadges.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_384, 16_385, 100_000, 8 << 20})
  void what_is_packed_comes_out_even_where_it_does_not_shrink(int size) {
    byte[] plain = new byte[size];
    new Random(size).nextBytes(plain);
    assertThat(Gzip.decompress(Gzip.compress(plain), "")).isEqualTo(plain);
  }

  @Test
  void one_byte_over_the_limit_does_not_come_out() {
    byte[] packed = Gzip.compress(new byte[Gzip.MAX_BYTES + 1]);
    assertThatThrownBy(() -> Gzip.decompress(packed, "/encodedList"))
        .hasMessage("/encodedList: list inflates to more than 8 MiB");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "2, ab", "4, 30abc", "8, n0", "16, c0", "24, n0c0", "30, 30abcn0c0ab"})
  void optional_parts_of_the_header_are_passed_over(int flags, String part) {
    assertThat(Gzip.decompress(withHeader(flags, part), "")).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {EXTRA, NAME, COMMENT, NAME | COMMENT, EXTRA | NAME | HEADER_CRC})
  void a_header_that_runs_to_the_end_is_cut(int flags) {
    byte[] packed = new byte[40];
    Arrays.fill(packed, (byte) 0xff);
    packed[0] = 0x1f;
    packed[1] = (byte) 0x8b;
    packed[2] = 8;
    packed[3] = (byte) flags;
    assertThatThrownBy(() -> Gzip.decompress(packed, "")).hasMessage("gzip header is cut");
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64, 128})
  void reserved_flags_are_refused(int flag) {
    assertThatThrownBy(() -> Gzip.decompress(withHeader(flag, ""), ""))
        .hasMessage("gzip with reserved flags");
  }

  @Test
  void every_shorter_or_longer_text_is_refused() throws IOException {
    byte[] packed = withHeader(0, "");
    for (int size = 0; size < packed.length; size++) {
      byte[] cut = Arrays.copyOf(packed, size);
      assertThatExceptionOfType(MalformedCredential.class)
          .as("%s bytes", size)
          .isThrownBy(() -> Gzip.decompress(cut, ""));
    }
    assertThatThrownBy(() -> Gzip.decompress(Arrays.copyOf(packed, packed.length + 1), ""))
        .hasMessage("gzip is cut or something follows it");
    var twice = new ByteArrayOutputStream();
    twice.write(packed);
    twice.write(packed);
    assertThatThrownBy(() -> Gzip.decompress(twice.toByteArray(), ""))
        .hasMessage("gzip is cut or something follows it");
  }

  /**
   * Some bits of the header and of the padding say nothing; none of them changes what comes out.
   */
  @Test
  void a_flipped_bit_is_noticed_or_changes_nothing() {
    byte[] packed = withHeader(0, "");
    for (int i = 0; i < packed.length * 8; i++) {
      byte[] flipped = packed.clone();
      flipped[i / 8] ^= (byte) (1 << i % 8);
      try {
        assertThat(Gzip.decompress(flipped, "")).as("bit %s", i).containsExactly(1, 2, 3);
      } catch (MalformedCredential e) {
        assertThat(e).hasMessageContaining("gzip");
      }
    }
  }

  /** The bytes 1, 2, 3 with a part behind the fixed header; a 0 in it stands for the byte 0. */
  private static byte[] withHeader(int flags, String part) {
    try {
      var plain = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(plain)) {
        gzip.write(new byte[] {1, 2, 3});
      }
      byte[] packed = plain.toByteArray();
      packed[3] = (byte) flags;
      var out = new ByteArrayOutputStream();
      out.write(packed, 0, 10);
      part.chars().forEach(c -> out.write(c == '0' ? 0 : Character.isDigit(c) ? c - '0' : c));
      out.write(packed, 10, packed.length - 10);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }
}
