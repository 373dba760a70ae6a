package org.insignia.server.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  @Test
  void an_event_is_tried_soon_then_ever_less_often_and_at_least_twelve_times_in_three_days() {
    assertThat(Patience.next(NOW, 1)).isEqualTo(NOW.plusSeconds(10));
    assertThat(Patience.next(NOW, 2)).isEqualTo(NOW.plusSeconds(30));
    assertThat(Patience.next(NOW, 50)).isEqualTo(NOW.plus(Duration.ofHours(6)));
    var at = NOW;
    int attempts = 1;
    while (Patience.next(at, attempts).isBefore(NOW.plus(Patience.OF_AN_EVENT))) {
      at = Patience.next(at, attempts);
      attempts++;
    }
    assertThat(attempts).isBetween(12, 40);
  }

  @Test
  void a_subscriber_that_fails_is_knocked_at_every_ten_minutes_at_most() {
    assertThat(Patience.pause(NOW, 1)).isEqualTo(NOW.plusSeconds(10));
    assertThat(Patience.pause(NOW, 4)).isEqualTo(NOW.plusSeconds(80));
    assertThat(Patience.pause(NOW, 1000)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }
}
