package org.insignia.openbadges.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.shared.Mutations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short seeded run of every fuzz target; {@code ./dev fuzz} is the long one. */
class FuzzTargetsTest {
  private static final int ROUNDS = 3_000;

  static Iterable<String> names() {
    return FuzzTargets.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void seeds_are_read_and_keep_their_properties(String name) {
    FuzzTarget target = FuzzTargets.named(name);
    for (Bytes seed : target.seeds()) {
      assertThat(target.judge(seed)).as("seed %s", seed.utf8()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void what_once_broke_something_and_the_hostile_inputs_keep_the_properties(String name) {
    FuzzTarget target = FuzzTargets.named(name);
    for (Bytes input : Seeds.all(name, target)) judge(target, input);
  }

  @ParameterizedTest
  @MethodSource("names")
  void spoilt_seeds_are_read_or_refused(String name) {
    FuzzTarget target = FuzzTargets.named(name);
    List<Bytes> seeds = target.seeds();
    var mutations = new Mutations(20_261_121);
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      read += judge(target, Bytes.wrap(mutations.of(seeds.get(i % seeds.size()).view()))) ? 1 : 0;
    }
    // Neither "refuses everything" nor "swallows everything" would tell anything.
    assertThat(read).isBetween(1, ROUNDS - 1);
  }

  private static boolean judge(FuzzTarget target, Bytes input) {
    try {
      return target.judge(input);
    } catch (Throwable e) {
      throw new AssertionError("input " + HexFormat.of().formatHex(input.view()), e);
    }
  }
}
