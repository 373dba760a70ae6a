package org.insignia.server.insights.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTest {
  @Test
  void every_pay_comes_out_as_often_as_it_went_in_and_in_order() {
    var random = new Random(4);
    for (int different : new int[] {1, 3, 127, 128, 129, 20_000}) {
      var pays = random.longs(5_000, 1, different + 1L).map(pay -> pay * 500).toArray();
      var sums = new Sums();
      for (long pay : pays) {
        sums.add(pay);
      }
      assertThat(sums.sorted()).isEqualTo(java.util.Arrays.stream(pays).sorted().toArray());
    }
    assertThat(new Sums().sorted()).isEmpty();
  }
}
