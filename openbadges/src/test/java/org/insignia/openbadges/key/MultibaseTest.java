package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {

  /** Of the published table we know two alphabets; all others are refused by their header. */
  @ParameterizedTest
  @CsvSource({
    "basic.csv, 'yes mani !'",
    "leading_zero.csv, '\0yes mani !'",
    "two_leading_zeros.csv, '\0\0yes mani !'",
    "case_insensitivity.csv, 'hello world'"
  })
  void the_published_table_is_read(String file, String text) {
    int read = 0;
    for (String line :
        SharedFiles.bytes("standards/multibase/" + file).utf8().lines().skip(1).toList()) {
      String name = line.substring(0, line.indexOf(','));
      String encoded = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
      if (name.equals("base58btc") || name.equals("base64url")) {
        Bytes bytes = Multibase.decode(encoded);
        assertThat(bytes).isEqualTo(Bytes.utf8(text));
        assertThat(
                name.equals("base64url") ? Multibase.base64url(bytes) : Multibase.base58btc(bytes))
            .isEqualTo(encoded);
        read++;
      } else {
        assertThatThrownBy(() -> Multibase.decode(encoded)).isInstanceOf(MalformedCredential.class);
      }
    }
    assertThat(read).isEqualTo(file.startsWith("case") ? 0 : 2);
  }

  @Test
  void whatever_is_encoded_is_decoded_again() {
    var random = new Random(12);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      for (int zeros = random.nextInt(4); zeros > 0 && zeros <= bytes.length; zeros--) {
        bytes[zeros - 1] = 0;
      }
      Bytes value = Bytes.wrap(bytes);
      assertThat(Multibase.decode(Multibase.base58btc(value))).isEqualTo(value);
      assertThat(Multibase.decode(Multibase.base64url(value))).isEqualTo(value);
    }
  }

  /** Else a signature could be written in two ways, and a list of seen ones be got around. */
  @Test
  void no_value_has_two_spellings() {
    var random = new Random(13);
    String alphabet = "ABCabc019-_+/=z \n\u00e9";
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "u" : "z");
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Bytes bytes;
      try {
        bytes = Multibase.decode(text.toString());
      } catch (MalformedCredential e) {
        continue;
      }
      assertThat(text.charAt(0) == 'u' ? Multibase.base64url(bytes) : Multibase.base58btc(bytes))
          .isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z6Mk",
        "z",
        "u7QE",
        "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
        "Z6Mk",
        "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWpz",
        "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVPz"
      })
  void a_multikey_that_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> Multikey.decode(text)).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void base58_that_would_take_long_is_refused_unread() {
    assertThatThrownBy(() -> Multibase.decode("z" + "2".repeat(2_000)))
        .isInstanceOf(MalformedCredential.class);
  }
}
