package org.insignia.server.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the markup out of a source's summary: what remains is text, printed escaped like any other.
 */
final class PlainText {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:div|p|li|ul|h\\d)>");
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,500})]\\([^()\\s]{0,1000}\\)");

  private PlainText() {}

  /** Paragraphs without HTML, Markdown links or emphasis. */
  static List<String> paragraphs(String summary) {
    String text = BREAK.matcher(summary).replaceAll("\n\n");
    text = TAG.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text =
        text.replace("&nbsp;", " ")
            .replace("&#58;", ":")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("**", "")
            .replace("&amp;", "&");
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : text.split("\\R\\s*\\R")) {
      String plain = paragraph.replaceAll("\\s+", " ").strip();
      if (!plain.isEmpty()) {
        paragraphs.add(plain);
      }
    }
    return paragraphs;
  }
}
