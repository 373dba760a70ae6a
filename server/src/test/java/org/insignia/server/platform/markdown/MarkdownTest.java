package org.insignia.server.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void shows_paragraphs_lists_and_emphasis() {
    assertThat(Markdown.html("Pass **all** of\n\n- one\n- two"))
        .isEqualTo(
            "<p>Pass <strong>all</strong> of</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n");
  }

  @Test
  void keeps_a_line_that_was_ended_by_hand() {
    assertThat(Markdown.html("one\ntwo")).isEqualTo("<p>one<br>two</p>\n");
  }

  @Test
  void puts_headings_below_those_of_the_page() {
    assertThat(Markdown.html("# Big\n\n###### Small")).isEqualTo("<h3>Big</h3>\n<h6>Small</h6>\n");
  }

  @Test
  void follows_links_to_the_web_alone_and_leaves_the_words_of_others() {
    assertThat(Markdown.html("[here](https://example.org/?a=1&b=2)"))
        .isEqualTo(
            "<p><a rel=\"nofollow ugc noopener\" href=\"https://example.org/?a=1&amp;b=2\">here</a></p>\n");
    assertThat(Markdown.html("[here](/account/delete) and [**there**](javascript:alert(1))"))
        .isEqualTo("<p>here and <strong>there</strong></p>\n");
  }

  @Test
  void fetches_no_picture_from_elsewhere() {
    assertThat(Markdown.html("![a view](https://example.org/p.png)"))
        .isEqualTo(
            "<p><a rel=\"nofollow ugc noopener\" href=\"https://example.org/p.png\">a view</a></p>\n");
    assertThat(Markdown.html("![](data:image/png;base64,AAAA)")).doesNotContain("<img", "href");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<!-- x --><iframe>",
        "[x](<javascript:alert(1)>)",
        "[x](\u0001javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](https://e.example/\"onmouseover=\"alert(1))",
        "```\n</code><script>\n```",
        "    <script>"
      })
  void lets_no_markup_through(String hostile) {
    assertThat(Markdown.html(hostile))
        .doesNotContainIgnoringCase("<script", "<img", "<b ", "<iframe", "href=\"javascript")
        .doesNotContain("\"onmouseover", "<!--");
  }

  @Test
  void ends_soon_however_deep_it_is_nested() {
    assertThat(Markdown.html(">".repeat(20_000) + "x")).contains("x");
    assertThat(Markdown.html("[".repeat(20_000))).isNotEmpty();
    assertThat(Markdown.html("*a **a ".repeat(5_000))).isNotEmpty();
  }
}
