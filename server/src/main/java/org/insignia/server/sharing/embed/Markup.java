package org.insignia.server.sharing.embed;

import org.insignia.server.sharing.share.PlainWords;

/** Names as they may stand in somebody else's page. */
final class Markup {
  /** What Markdown may take for a sign of its own; each may be written after a backslash. */
  private static final String MARKDOWN = "\\`*_{}[]()<>#+-.!|&~\"'^$:";

  private Markup() {}

  /** In HTML or XML, between tags and in attributes. */
  static String html(String text) {
    return PlainWords.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * In Markdown, where it is text.
   *
   * @see <a href="https://spec.commonmark.org/0.31.2/#backslash-escapes">CommonMark</a>
   */
  static String markdown(String text) {
    var out = new StringBuilder();
    PlainWords.line(text)
        .codePoints()
        .forEach(c -> {
          if (MARKDOWN.indexOf(c) >= 0) {
            out.append('\\');
          }
          out.appendCodePoint(c);
        });
    return out.toString();
  }
}
