package org.insignia.server.insights.syntax;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Text without any markup, made of text that may have some.
 *
 * @param text paragraphs on lines of their own, list items behind a dash
 * @param active whether there was something in it that does or hides things: a script, a style
 */
public record PlainText(String text, boolean active) {
  private static final int LONGEST = 100_000;
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|&#?[a-zA-Z0-9]{1,31};");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
  private static final Set<String> ACTIVE =
      Set.of("script", "style", "object", "embed", "applet", "form", "base", "meta", "link");
  private static final Set<String> SILENT = Set.of("iframe", "noscript", "template", "svg", "math");

  /** Plain text of what may be HTML; what has no markup stays as it is. */
  public static PlainText of(String given) {
    if (!MARKUP.matcher(given).find()) {
      return new PlainText(tidy(given), false);
    }
    var body = Jsoup.parseBodyFragment(given).body();
    var writer = new Writer();
    body.traverse(writer);
    return new PlainText(tidy(writer.text.toString()), writer.active);
  }

  /** Entities as the characters they stand for. */
  public static String unescape(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  /** Whether something in it looks like a tag. */
  public static boolean hasTags(String text) {
    return TAG.matcher(text).find();
  }

  private static String tidy(String text) {
    var clean =
        text.replace("\r\n", "\n")
            .replaceAll(
                "[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}",
                "")
            .replaceAll("[\\h\\t]+", " ")
            .replaceAll(" ?\\n ?", "\n")
            .replaceAll("\\n{3,}", "\n\n")
            .strip();
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return clean.substring(0, end) + "…";
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private boolean active;
    private int silent;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && silent == 0) {
        text.append(words.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element element) {
        var name = element.normalName();
        active |= ACTIVE.contains(name);
        silent += isSilent(name) ? 1 : 0;
        if (name.equals("br")) {
          text.append('\n');
        } else if (element.isBlock()) {
          text.append(name.equals("li") ? "\n- " : isParagraph(name) ? "\n\n" : "\n");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        silent -= isSilent(element.normalName()) ? 1 : 0;
        if (element.isBlock() && !element.normalName().equals("br")) {
          text.append(isParagraph(element.normalName()) ? "\n\n" : "\n");
        }
      }
    }

    private static boolean isSilent(String name) {
      return ACTIVE.contains(name) || SILENT.contains(name);
    }

    private static boolean isParagraph(String name) {
      return name.equals("p") || name.matches("h[1-6]|ul|ol|table|blockquote");
    }
  }
}
