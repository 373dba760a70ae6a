package org.insignia.server.platform.paper;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.fonts.Face;
import org.jspecify.annotations.Nullable;

/** A text of one or more spans, in any scripts, as it is: nothing in it is markup. */
public record Words(List<Span> spans) {
  public Words {
    spans = List.copyOf(spans);
  }

  /**
   * Words that are alike.
   *
   * @param face another one than that of what is around it; null for the same
   * @param language BCP 47, where it is another one than the document's
   * @param link where it leads
   */
  public record Span(
      String text, @Nullable Face face, @Nullable String language, @Nullable URI link) {}

  public static Words of(String text) {
    return new Words(List.of(new Span(text, null, null, null)));
  }

  /** Words that lead to an address. */
  public static Words link(String text, URI target) {
    return new Words(List.of(new Span(text, null, null, target)));
  }

  /** These words, bold. */
  public Words bold() {
    return new Words(
        spans.stream()
            .map(span -> new Span(span.text(), Face.BOLD, span.language(), span.link()))
            .toList());
  }

  /** These words, said to be of a language (BCP 47). */
  public Words in(String language) {
    return new Words(
        spans.stream()
            .map(span -> new Span(span.text(), span.face(), language, span.link()))
            .toList());
  }

  /** These words and others behind them; no space comes between. */
  public Words then(Words more) {
    var all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Words(all);
  }

  /** Without faces, languages and links. */
  public String plain() {
    var all = new StringBuilder();
    spans.forEach(span -> all.append(span.text()));
    return all.toString();
  }
}
