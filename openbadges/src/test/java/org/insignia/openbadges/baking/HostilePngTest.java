package org.insignia.openbadges.baking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.HostileFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePngTest {
  // Sound PNGs whose text is the problem: it is handed on, and parsing or verification refuses it.
  private static final Set<String> TEXT_IS_JUDGED_LATER =
      Set.of("text-bom.png", "text-nul-tail.png", "text-two-json.png", "ob2-legacy-text-chunk.png");

  static Stream<HostileFile> baked() {
    return HostileFile.list("png-baked").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("baked")
  void judges_each_hostile_baked_png_as_expected(HostileFile file) {
    Optional<Baked> outcome = outcome(file);
    switch (file.expect()) {
      case "accept" -> assertThat(outcome).map(Baked::kind).contains(BakedKind.OPEN_BADGE_3);
      case "reject-no-fetch" ->
          assertThat(outcome).map(Baked::kind).contains(BakedKind.OPEN_BADGE_2);
      case "reject", "reject-or-report-both", "reject-or-legacy", "reject-or-strip" ->
          assertThat(outcome.isPresent()).isEqualTo(TEXT_IS_JUDGED_LATER.contains(file.name()));
      // For pictures that are stored and shown; here only: it ends, and finds no second truth.
      default ->
          assertThat(outcome)
              .map(Baked::kind)
              .isIn(Optional.empty(), Optional.of(BakedKind.OPEN_BADGE_3));
    }
  }

  static Stream<HostileFile> pictures() {
    return HostileFile.list("external").stream().filter(f -> f.file().endsWith(".png"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void bakes_into_every_sound_picture_and_survives_the_others(HostileFile file) {
    Optional<Baked> before = outcome(file);
    assertThat(before).isEmpty();
    if (file.area().equals("ext-pngsuite") && file.expect().equals("accept")) {
      var baked = Baking.bakePng(file.bytes(), BakedKind.OPEN_BADGE_3, "{}");
      assertThat(Baking.unbake(baked)).map(Baked::text).contains("{}");
    } else if (file.area().equals("ext-pngsuite")) {
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> Baking.bakePng(file.bytes(), BakedKind.OPEN_BADGE_3, "{}"));
    }
  }

  private static Optional<Baked> outcome(HostileFile file) {
    try {
      return Baking.unbake(file.bytes());
    } catch (MalformedCredential e) {
      assertThat(e).hasMessageNotContaining("null");
      return Optional.empty();
    }
  }
}
