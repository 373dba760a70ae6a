package org.insignia.server.insights.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void paragraphs_and_lists_become_lines() {
    var html =
        "<h2>Role</h2><p>You <b>build</b>&nbsp;things<br>and more.</p><ul><li>Java &amp; Go</li><li><p>C++</p></li></ul>";
    assertThat(PlainText.of(html).text())
        .isEqualTo("Role\n\nYou build things\nand more.\n\n- Java & Go\n\n-\n\nC++");
  }

  @ParameterizedTest
  @CsvSource({"a < b, a < b", "'C++ > C', 'C++ > C'", "R&D, R&D", "'a\n\n\n\nb', 'a\n\nb'"})
  void text_without_markup_stays_as_it_is(String given, String text) {
    assertThat(PlainText.of(given)).isEqualTo(new PlainText(text, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>text",
        "<STYLE>body{display:none}</STYLE>text",
        "<form action=x><input></form>text",
        "<p><object data=x></object>text"
      })
  void what_does_or_hides_things_is_noticed_and_its_words_are_left_out(String html) {
    assertThat(PlainText.of(html)).isEqualTo(new PlainText("text", true));
  }

  @Test
  void nothing_of_the_markup_is_left() {
    var text =
        PlainText.of(
                "<img src=x onerror=alert(1)><iframe srcdoc='<b>x'></iframe><a href='javascript:x'>go</a>")
            .text();
    assertThat(text).isEqualTo("go");
  }

  /** The same rules, one after the other as they are told. */
  private static String byRules(String text) {
    return text.replace("\r\n", "\n")
        .replaceAll(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}",
            "")
        .replaceAll("[\\h\\t]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  @Test
  void one_pass_comes_to_the_same_as_rule_by_rule() {
    var pieces =
        "a|Ω|中|\uD83D\uDE00|\uD83D|\uDE00| |  |\t|\n|\r\n|\r|\u00A0|\u3000|\u180E|\u200B|\u2066|\u0085|\u0007|\uFEFF|\u2028|."
            .split("\\|");
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var text =
          random
              .ints(random.nextInt(14), 0, pieces.length)
              .mapToObj(at -> pieces[at])
              .collect(Collectors.joining());
      assertThat(PlainText.of(text).text()).isEqualTo(byRules(text));
    }
  }

  @Test
  void endless_text_is_cut() {
    assertThat(PlainText.of("x".repeat(500_000)).text()).hasSize(100_001).endsWith("…");
  }
}
