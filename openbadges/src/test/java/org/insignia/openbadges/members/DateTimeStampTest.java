package org.insignia.openbadges.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeStampTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-15T09:30:00Z,2026-01-15T09:30:00Z",
    "0000-02-29T23:59:59Z,0000-02-29T23:59:59Z",
    "2026-01-15T09:30:00.5Z,2026-01-15T09:30:00.500Z",
    "2026-01-15T09:30:00+01:00,2026-01-15T08:30:00Z",
    "2024-02-29T23:59:59.123456789-14:00,2024-03-01T13:59:59.123456789Z"
  })
  void reads_a_date_and_time_with_offset(String text, Instant instant) {
    assertThat(DateTimeStamp.parse(text, "")).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-15",
        "2026-01-15T09:30:00",
        "2026-02-30T00:00:00Z",
        "2026-02-30T00:00:00+00:00",
        "2026-13-01T00:00:00Z",
        "2026-01-15T24:00:00Z",
        "2026-01-15 09:30:00Z",
        "2026-01-15T09:30:00+25:00",
        "2026-12-31T23:59:60Z",
        "٢٠٢٦-01-15T09:30:00Z",
        "2026-01-15t09:30:00z",
        "+12026-01-15T09:30:00Z",
        "2026-01-15T24:00:01Z",
        " 2026-01-15T09:30:00Z",
        ""
      })
  void refuses_everything_else(String text) {
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> DateTimeStamp.parse(text, "/validFrom"))
        .matches(e -> e.pointer().equals("/validFrom"));
  }
}
