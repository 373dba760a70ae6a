package org.insignia.server.platform.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {
  private static Paragraph of(String text) {
    return Paragraph.of(text, Face.REGULAR, Locale.ENGLISH);
  }

  private static String read(Line line) {
    return line.runs().stream()
        .map(run -> {
          var texts = new java.util.ArrayList<>(run.glyphs().clusters());
          boolean turned = run.glyphs().clusters().size() > 1 && isRightToLeft(run);
          return (turned ? texts.reversed() : texts)
              .stream().map(Glyphs.Cluster::text).collect(Collectors.joining());
        })
        .collect(Collectors.joining());
  }

  private static boolean isRightToLeft(Line.Run run) {
    return run.glyphs().clusters().stream()
        .flatMapToInt(cluster -> cluster.text().codePoints())
        .mapToObj(Character::getDirectionality)
        .anyMatch(d ->
            d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }

  /** One name for each script that has a font. */
  @ParameterizedTest
  @CsvSource({
    "Zo\u00eb \u0141ukasiewicz, NotoSans-Regular",
    "\u0424\u0451\u0434\u043e\u0440, NotoSans-Regular",
    "\u0386\u03bd\u03bd\u03b1, NotoSans-Regular",
    "Nguy\u1ec5n, NotoSans-Regular",
    "\u5f20\u4f1f, NotoSansSC-Regular",
    "\u5ee3\u702c, NotoSansSC-MediumMore",
    "\u3042\u308a, NotoSansSC-Regular",
    "\uae40\ucca0\uc218, NotoSansKR-Medium",
    "\u0645\u062d\u0645\u062f, NotoSansArabic-Medium",
    "\u05d0\u05d1\u05d9, NotoSansHebrew-Medium",
    "\u0e2a\u0e21\u0e0a\u0e32\u0e22, NotoSansThai-Medium",
    "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f, NotoSansDevanagari-Medium",
    "\u09b0\u09b9\u09bf\u09ae, NotoSansBengali-Medium",
    "\u0a97\u0abe\u0a82\u0aa7\u0ac0, NotoSansGujarati-Medium",
    "\u0d05\u0d28\u0d42\u0d2a\u0d4d, NotoSansMalayalam-Medium",
    "\u0c95\u0ca8\u0ccd\u0ca8\u0ca1, NotoSansKannada-Medium",
    "\u12e8\u123a, NotoSansEthiopic-Medium",
    "\u0531\u0580\u0561\u0574, NotoSansArmenian-Medium",
    "\u10d2\u10d8\u10dd\u10e0\u10d2\u10d8, NotoSansGeorgian-Medium",
    "\u1780\u1798\u17d2\u1796\u17bb\u1787\u17b6, NotoSansKhmer-Medium",
    "\u1019\u103c\u1014\u103a\u1019\u102c, NotoSansMyanmar-Medium",
    "\ud83d\ude00, NotoEmoji-Medium"
  })
  void every_script_has_its_font_and_is_read_as_it_was_written(String name, String font) {
    List<Line> lines = of(name).lines(100);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().runs())
        .extracting(run -> run.glyphs().font().name())
        .containsOnly(font);
    assertThat(read(lines.getFirst())).isEqualTo(name);
    assertThat(
            lines.getFirst().runs().stream()
                .flatMap(r -> r.glyphs().clusters().stream())
                .flatMap(c -> c.glyphs().stream())
                .map(Glyphs.Glyph::id))
        .doesNotContain(0);
  }

  @Test
  void arabic_letters_are_joined() {
    Line joined = of("\u0645\u062d\u0645\u062f").lines(100).getFirst();
    FontFile font = joined.runs().getFirst().glyphs().font();
    assertThat(
            joined.runs().getFirst().glyphs().clusters().stream()
                .flatMap(c -> c.glyphs().stream())
                .map(Glyphs.Glyph::id))
        .doesNotContain(font.glyph(0x645));
  }

  @Test
  void a_letter_that_no_font_has_is_a_sign_that_says_so_and_keeps_what_was_written() {
    Line line = of("a\ud80c\udc00b").lines(100).getFirst();
    assertThat(read(line)).isEqualTo("a\ud80c\udc00b");
    assertThat(line.outline(0, 0, 10).getBounds2D().isEmpty()).isFalse();
  }

  @Test
  void marks_beyond_three_on_a_letter_are_kept_in_the_text_and_not_drawn() {
    String zalgo = "a" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307".repeat(20);
    Line line = of(zalgo + "b").lines(100).getFirst();
    assertThat(read(line)).isEqualTo(zalgo + "b");
    assertThat(line.outline(0, 0, 10).getBounds2D().getHeight()).isLessThan(20);
  }

  @Test
  void lines_break_between_words_and_where_chinese_allows_it() {
    assertThat(of("aaa bbb ccc").lines(3).stream().map(ParagraphTest::read))
        .containsExactly("aaa ", "bbb ", "ccc");
    assertThat(
            Paragraph.of("\u6570\u636e\u5de5\u7a0b\u5e08", Face.REGULAR, Locale.SIMPLIFIED_CHINESE)
                .lines(2.1)
                .stream()
                .map(ParagraphTest::read))
        .containsExactly("\u6570\u636e", "\u5de5\u7a0b", "\u5e08");
  }

  @Test
  void a_word_too_long_for_every_line_is_parted_and_lines_fit() {
    List<Line> lines = of("x".repeat(100)).lines(10);
    assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(10.01));
    assertThat(lines.stream().map(ParagraphTest::read).collect(Collectors.joining()))
        .isEqualTo("x".repeat(100));
  }

  @Test
  void what_has_no_room_ends_in_an_ellipsis() {
    List<Line> lines = of("one two three four five six seven").lines(4, 2);
    assertThat(lines).hasSize(2);
    assertThat(read(lines.getLast())).endsWith("\u2026");
  }

  @Test
  void line_ends_are_kept() {
    assertThat(of("a\n\nb\u2028c").lines(100).stream().map(ParagraphTest::read))
        .containsExactly("a", "", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\u202e\u202e",
        "\u0301",
        "\ud800",
        "\udc00x",
        "\u200d",
        "\ufe0f",
        "\u0000\u0007",
        "\udbff\udfff",
        "\ue000",
        "\ufdd0"
      })
  void nothing_at_all_is_set_without_complaint(String strange) {
    of(strange).lines(5).forEach(line -> line.outline(0, 0, 10));
    of("a" + strange + "b").lines(0.1, 2).forEach(line -> line.outline(0, 0, 10));
  }

  @Test
  void a_hundred_thousand_letters_are_cut_in_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThat(of("\u0645\u062d\u0645\u062f a\u0301".repeat(20_000)).lines(30, 3))
                .hasSize(3));
  }
}
