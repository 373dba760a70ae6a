package org.insignia.server.issuing.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.BitSet;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private final Shuffle shuffle = new Shuffle(Bytes.utf8("sixteen byte key"));

  @Test
  void gives_every_number_once() {
    var seen = new BitSet();
    for (int place = 0; place < StatusPosition.LIST_LENGTH; place++) {
      seen.set(shuffle.at(place));
    }

    assertThat(seen.cardinality()).isEqualTo(StatusPosition.LIST_LENGTH);
    assertThat(seen.length()).isEqualTo(StatusPosition.LIST_LENGTH);
  }

  @Test
  void gives_the_same_order_for_the_same_key_alone() {
    var same = new Shuffle(Bytes.utf8("sixteen byte key"));
    var other = new Shuffle(Shuffle.randomKey(new SecureRandom()));
    int agreeing = 0;
    for (int place = 0; place < 1000; place++) {
      assertThat(same.at(place)).isEqualTo(shuffle.at(place));
      agreeing += other.at(place) == shuffle.at(place) ? 1 : 0;
    }
    assertThat(agreeing).isLessThan(10);
  }

  /** A reader of many credentials must not tell by the index which were issued together. */
  @Test
  void leaves_no_order_between_neighbours() {
    double sum = 0;
    for (int place = 0; place + 1 < 10_000; place++) {
      sum += Math.abs(shuffle.at(place) - shuffle.at(place + 1));
    }
    // Two independent numbers below n differ by n / 3 in the mean.
    assertThat(sum / 9_999 / StatusPosition.LIST_LENGTH).isBetween(0.32, 0.35);
  }

  @Test
  void refuses_places_outside() {
    assertThatThrownBy(() -> shuffle.at(131_072)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shuffle.at(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
