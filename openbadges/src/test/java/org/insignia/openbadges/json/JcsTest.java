package org.insignia.openbadges.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTest {
  @ParameterizedTest
  @ValueSource(strings = {"structures", "values"})
  void gives_the_published_bytes(String name) {
    JsonValue in = Json.parse(SharedFiles.bytes("hostile/ext-jcs/in-" + name + ".json"));
    Bytes out = SharedFiles.bytes("hostile/ext-jcs/out-" + name + ".json");
    assertThat(Jcs.canonicalize(in).utf8()).isEqualTo(out.utf8().strip());
  }

  /** The samples of RFC 8785, appendix B, as the bits of the double. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writes_numbers_as_the_specification_lists_them(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(EcmaNumber.text(value)).isEqualTo(expected);
  }

  @Test
  void every_number_reads_back_as_itself_from_no_more_digits_than_java_needs() {
    var random = new Random(8785);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = EcmaNumber.text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(value)));
      }
    }
  }

  private static int digits(String number) {
    return number
        .replaceAll("[eE].*", "")
        .replaceAll("[-.]", "")
        .replaceAll("^0+|0+$", "")
        .length();
  }

  @Test
  void is_its_own_fixed_point() {
    String text = Jcs.text(Json.parse("{\"z\":1e1,\"a\":{\"é\":[],\"e\":-0.0},\"\":\"\\u0007\"}"));
    assertThat(text).isEqualTo("{\"\":\"\\u0007\",\"a\":{\"e\":0,\"é\":[]},\"z\":10}");
    assertThat(Jcs.text(Json.parse(text))).isEqualTo(text);
  }

  @Test
  void refuses_a_lone_surrogate() {
    assertThatThrownBy(() -> Jcs.canonicalize(JsonValue.of("a\udc00")))
        .isInstanceOf(MalformedCredential.class);
  }
}
