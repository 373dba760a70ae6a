package org.insignia.server.accounts.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
  private static final String SECRET =
      Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void gives_the_codes_of_the_standard(long second, String code) {
    assertThat(TimeCode.at(SECRET, TimeCode.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void takes_a_code_of_the_step_beside_and_of_no_other() {
    var now = Instant.ofEpochSecond(1_111_111_111);
    long step = TimeCode.step(now);
    for (long of = step - 3; of <= step + 3; of++) {
      var found = TimeCode.stepOf(TimeCode.at(SECRET, of), SECRET, now);
      if (Math.abs(of - step) <= 1) {
        assertThat(found).hasValue(of);
      } else {
        assertThat(found).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'050 471', true",
    "'05047', false",
    "'0504711', false",
    "'٠٥٠٤٧١', false",
    "'', false"
  })
  void reads_six_digits_with_blanks_and_nothing_else(String typed, boolean right) {
    var now = Instant.ofEpochSecond(1_111_111_111);
    assertThat(TimeCode.stepOf(typed, SECRET, now).isPresent()).isEqualTo(right);
  }

  @RepeatedTest(50)
  void base32_gives_back_what_it_was_given() {
    var secret = TimeCode.freshSecret(new SecureRandom());
    assertThat(secret).matches("[A-Z2-7]{32}");
    assertThat(Base32.encode(Base32.decode(secret))).isEqualTo(secret);
  }
}
