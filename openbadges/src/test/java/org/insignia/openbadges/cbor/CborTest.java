package org.insignia.openbadges.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.insignia.openbadges.cbor.CborValue.CborArray;
import org.insignia.openbadges.cbor.CborValue.CborBoolean;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborInt;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborNull;
import org.insignia.openbadges.cbor.CborValue.CborTag;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

  /** Examples of RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "17, 23",
    "1818, 24",
    "1864, 100",
    "1903e8, 1000",
    "1a000f4240, 1000000",
    "1b000000e8d4a51000, 1000000000000",
    "20, -1",
    "3863, -100",
    "3903e7, -1000",
    "1b7fffffffffffffff, 9223372036854775807",
    "3b7fffffffffffffff, -9223372036854775808"
  })
  void numbers_are_read_and_written_as_the_rfc_shows(String hex, long value) {
    assertThat(Cbor.read(bytes(hex))).isEqualTo(new CborInt(value));
    assertThat(Cbor.write(new CborInt(value))).isEqualTo(bytes(hex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1800",
        "1817",
        "190000",
        "1b0000000000000001",
        "1bffffffffffffffff",
        "5f4101ff",
        "9fff",
        "bfff",
        "f97e00",
        "fb3ff0000000000000",
        "f7",
        "ff",
        "0000",
        "61ff",
        "62c328",
        "5affffffff",
        "9affffffff",
        "bb7fffffffffffffff",
        "a201000100",
        "a1400000",
        "1c",
        "41"
      })
  void a_second_spelling_or_a_broken_one_is_refused(String hex) {
    assertThatThrownBy(() -> Cbor.read(bytes(hex))).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void deep_nesting_is_refused() {
    byte[] arrays = new byte[100_000];
    java.util.Arrays.fill(arrays, (byte) 0x81);
    assertThatThrownBy(() -> Cbor.read(Bytes.wrap(arrays)))
        .isInstanceOf(MalformedCredential.class)
        .hasMessageContaining("deeper");
  }

  @Test
  void whatever_is_written_is_read_back() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      CborValue value = value(random, 0);
      assertThat(Cbor.read(Cbor.write(value))).isEqualTo(value);
    }
  }

  @Test
  void whatever_is_read_is_written_back_and_nothing_else_is_thrown() {
    var random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Cbor.write(value(random, 0)).toArray();
      if (bytes.length > 0) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        assertThat(Cbor.write(Cbor.read(Bytes.wrap(bytes)))).isEqualTo(Bytes.wrap(bytes));
      } catch (MalformedCredential e) {
        assertThat(e).hasMessageStartingWith("CBOR: ");
      }
    }
  }

  private static CborValue value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 8)) {
      case 0 -> new CborInt(random.nextLong() >> random.nextInt(63));
      case 1 -> new CborBytes(Bytes.utf8("x".repeat(random.nextInt(300))));
      case 2 -> new CborText("ü€𝄞".repeat(random.nextInt(9)));
      case 3 -> random.nextBoolean() ? new CborBoolean(random.nextBoolean()) : new CborNull();
      case 4 -> new CborTag(random.nextInt(100_000), value(random, depth + 1));
      case 5, 6 -> {
        List<CborValue> elements = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i -= 5) elements.add(value(random, depth + 1));
        yield new CborArray(elements);
      }
      default -> {
        var entries = new LinkedHashMap<CborValue, CborValue>();
        for (int i = random.nextInt(5); i > 0; i--) {
          entries.put(new CborInt(i), value(random, depth + 1));
        }
        yield new CborMap(entries);
      }
    };
  }

  private static Bytes bytes(String hex) {
    return Bytes.wrap(HexFormat.of().parseHex(hex));
  }
}
