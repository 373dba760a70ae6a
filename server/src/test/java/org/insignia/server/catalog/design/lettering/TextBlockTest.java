package org.insignia.server.catalog.design.lettering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBlockTest {
  @Test
  void breaks_lines_evenly_and_not_before_closing_punctuation() {
    var room = new TextBlock.Room(0, 400, 60, 60, y -> 480);

    assertThat(TextBlock.fit("Azure AI Fundamentals", room).lines())
        .containsExactly("Azure AI", "Fundamentals");
    assertThat(TextBlock.fit("使用数据分析进行报告，第一部分", room).lines())
        .noneMatch(line -> line.startsWith("，"));
    assertThat(TextBlock.fit("One\nTwo", room).lines()).containsExactly("One", "Two");
  }

  @Test
  void has_a_glyph_for_every_letter_of_the_five_languages_and_a_box_for_the_rest() {
    Typeface face = Typeface.bundled();

    "AZaz09áéíóúüñ¿¡ãõâêôçàìòùÀÈÉ–—“”«»…汉字证书考试通过，。（）《》€"
        .codePoints()
        .forEach(c -> assertThat(face.glyph(c)).as(Character.toString(c)).isPositive());
    assertThat(face.glyph(0x1f600)).isZero();
    assertThat(face.outline(0).getBounds2D().isEmpty()).isFalse();
  }

  @Test
  void kerns_pairs_that_would_gape() {
    Typeface face = Typeface.bundled();

    assertThat(face.kern(face.glyph('A'), face.glyph('V'))).isNegative();
    assertThat(face.kern(face.glyph('n'), face.glyph('n'))).isZero();
  }

  @Test
  void writes_the_names_of_all_europe_and_vietnam_each_word_in_one_kind_of_letters() {
    for (var name :
        java.util.List.of(
            "Łukasz Żółkiewski", "Čaputová", "İlker Çağrı Şahin", "Ελένη", "Ґґ Їжак")) {
      assertThat(TextLine.canWrite(name)).as(name).isTrue();
      assertThat(Typeface.of(name.codePoints().toArray()))
          .as(name)
          .containsOnly(Typeface.western());
    }
    assertThat(Typeface.of("Ana Núñez".codePoints().toArray())).containsOnly(Typeface.bundled());
    assertThat(Typeface.of("č汉".codePoints().toArray()))
        .containsExactly(Typeface.western(), Typeface.bundled());
    assertThat(TextLine.canWrite("محمد")).isFalse();
    assertThat(TextLine.of("Čaputová", 0).width()).isBetween(3.5, 6.5);
  }
}
