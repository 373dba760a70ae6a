package org.insignia.openbadges.baking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.HostileFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSvgTest {
  static Stream<HostileFile> all() {
    return HostileFile.list("svg").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void finds_a_badge_only_where_one_sound_badge_is(HostileFile file) {
    Optional<Baked> found = outcome(file);
    boolean carries =
        Set.of(
                "ok-baked-ob3.svg",
                "ok-baked-ob2-jws-attr.svg",
                "baked-ssrf.svg",
                "baked-cdata-break.svg")
            .contains(file.name());
    assertThat(found.isPresent()).isEqualTo(carries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xxe-file.svg",
        "xxe-http.svg",
        "xxe-parameter.svg",
        "xxe-external-dtd.svg",
        "billion-laughs.svg",
        "quadratic-blowup.svg",
        "deep-nesting.svg",
        "attr-flood.svg",
        "utf7.svg",
        "utf16-no-bom.svg",
        "encoding-mismatch.svg",
        "nul-bytes.svg",
        "not-well-formed.svg",
        "html-doc.svg",
        "root-not-svg.svg",
        "root-wrong-ns.svg",
        "gzip-bomb.svgz"
      })
  void refuses_what_is_no_sound_svg(String name) {
    var file = new HostileFile("svg/" + name, "svg", "reject");
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> Baking.unbake(file.bytes()));
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> Baking.bakeSvg(file.bytes(), BakedKind.OPEN_BADGE_3, "{}"));
  }

  @Test
  void refuses_two_badges_and_baking_leaves_one() {
    var file = new HostileFile("svg/two-assertions.svg", "svg", "reject");
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> Baking.unbake(file.bytes()));
    var baked = Baking.bakeSvg(file.bytes(), BakedKind.OPEN_BADGE_3, "{}");
    assertThat(Baking.unbake(baked)).map(Baked::text).contains("{}");
  }

  private static Optional<Baked> outcome(HostileFile file) {
    try {
      return Baking.unbake(file.bytes());
    } catch (MalformedCredential e) {
      return Optional.empty();
    }
  }
}
