package org.insignia.server.platform.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccentTest {
  private static final Pattern TOKEN =
      Pattern.compile("--in-accent(-strong|-wash)?: #([0-9a-f]{6})");

  @Test
  void any_chosen_colour_is_readable_as_text_on_both_grounds() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var accent = new Accent(random.nextInt(0x1000000));
      assertThat(Contrast.ratio(accent.light(), Accent.LIGHT_GROUND))
          .as(accent.onLight())
          .isGreaterThanOrEqualTo(5.8);
      assertThat(Contrast.ratio(accent.dark(), Accent.DARK_SHEET)).isGreaterThanOrEqualTo(5.8);
    }
  }

  @Test
  void text_on_the_accent_and_on_its_wash_is_readable_in_both_schemes() {
    var random = new Random(11);
    for (int i = 0; i < 500; i++) {
      var tokens =
          TOKEN
              .matcher(new Accent(random.nextInt(0x1000000)).css())
              .results()
              .mapToInt(t -> Integer.parseInt(t.group(2), 16))
              .limit(6)
              .toArray();
      assertThat(Contrast.ratio(tokens[0], 0xffffff)).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(tokens[1], 0xffffff)).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(tokens[0], tokens[2])).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(tokens[3], 0x0d1114)).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(tokens[4], 0x0d1114)).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(tokens[3], tokens[5])).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void a_readable_colour_stays_as_it_was_chosen() {
    assertThat(Accent.parse("#1f4f82").orElseThrow().onLight()).isEqualTo("#1f4f82");
  }

  @Test
  void anything_but_six_hex_digits_is_no_accent() {
    assertThat(Accent.parse("red")).isEmpty();
    assertThat(Accent.parse("#1f4f8")).isEmpty();
    assertThat(Accent.parse("#1f4f82;}body{display:none")).isEmpty();
  }
}
