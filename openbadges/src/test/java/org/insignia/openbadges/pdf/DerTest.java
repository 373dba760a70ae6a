package org.insignia.openbadges.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
  private static Der read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return Der.at(bytes, 0, bytes.length);
  }

  @Test
  void reads_nested_values_and_object_identifiers() {
    Der sequence = read("3010" + "0609" + "2a864886f70d010702" + "a003020105");
    assertThat(sequence.child(0).object()).isEqualTo("1.2.840.113549.1.7.2");
    assertThat(sequence.child(1).child(0).content()).containsExactly(5);
  }

  /** Cut, longer than what holds it, indefinite, a long tag, a length of five bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"30", "3005020101", "3080020101000", "1f8101", "3085000000000102", "30840fffffff"})
  void refuses_what_is_not_der(String hex) {
    assertThatThrownBy(() -> read(hex.length() % 2 == 1 ? hex + "0" : hex))
        .isInstanceOf(MalformedCredential.class);
  }

  @Test
  void nesting_costs_nothing() {
    byte[] bomb = new byte[200_000];
    for (int i = 0; i + 6 <= bomb.length; i += 6) {
      bomb[i] = 0x30;
      bomb[i + 1] = (byte) 0x84;
      int rest = bomb.length - i - 6;
      bomb[i + 2] = (byte) (rest >> 24);
      bomb[i + 3] = (byte) (rest >> 16);
      bomb[i + 4] = (byte) (rest >> 8);
      bomb[i + 5] = (byte) rest;
    }
    assertThatThrownBy(() -> Cms.read(bomb)).isInstanceOf(MalformedCredential.class);
  }
}
