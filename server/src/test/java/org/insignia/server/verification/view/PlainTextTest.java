package org.insignia.server.verification.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void names_of_all_scripts_stay_as_they_are() {
    for (var name :
        new String[] {
          "Ana Silva", "김철수", "محمد بن عبد الله", "Nguyễn Thị Minh Khai", "👩‍🚀 Zoë"
        }) {
      assertThat(PlainText.of(name)).isEqualTo(name);
    }
  }

  @Test
  void what_turns_the_direction_or_hides_is_left_out() {
    assertThat(PlainText.of("abc\u202Edcba\u2066x\u2069\u200B\u0007y")).isEqualTo("abcdcbaxy");
  }

  @Test
  void line_breaks_and_runs_of_blanks_become_one_blank() {
    assertThat(PlainText.of("  a\r\n\t\u00a0\u2003b  ")).isEqualTo("a b");
  }

  @Test
  void heaps_of_marks_are_cut() {
    assertThat(PlainText.of("a" + "\u0301".repeat(500) + "b")).hasSizeLessThan(10).endsWith("b");
  }

  @Test
  void long_texts_are_cut_and_say_so() {
    assertThat(PlainText.of("🎓".repeat(100_000)).codePointCount(0, 801)).isEqualTo(401);
    assertThat(PlainText.of("x".repeat(100_000))).endsWith("…").hasSize(401);
  }
}
