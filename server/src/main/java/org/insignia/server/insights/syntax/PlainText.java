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
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PARAGRAPH = Pattern.compile("p|h[1-6]|ul|ol|table|blockquote");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
  private static final char DELETE = '\u007F';
  private static final char LAST_CONTROL = '\u009F';
  private static final char FIRST_ZERO_WIDTH = '\u200B';
  private static final char MONGOLIAN_BLANK = '\u180E';
  private static final Set<String> ACTIVE =
      Set.of("script", "style", "object", "embed", "applet", "form", "base", "meta", "link");
  private static final Set<String> SILENT = Set.of("iframe", "noscript", "template", "svg", "math");

  /** Plain text of what may be HTML; what has no markup stays as it is. */
  public static PlainText of(String given) {
    boolean plain = given.indexOf('<') < 0 && given.indexOf('&') < 0;
    if (plain || !MARKUP.matcher(given).find()) {
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

  /**
   * Takes out what is not seen, makes one blank of many and two ends of line of more; in one pass,
   * because descriptions are most of what a feed is.
   */
  private static String tidy(String text) {
    var clean = new StringBuilder(Math.min(text.length(), LONGEST + 1));
    int ends = 0;
    boolean blank = false;
    for (int i = 0; i < text.length() && clean.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        ends++;
        blank = false;
      } else if (isBlank(c)) {
        blank = true;
      } else if (!isUnseen(text, i)) {
        if (!clean.isEmpty()) {
          clean.append(ends > 1 ? "\n\n" : ends == 1 ? "\n" : blank ? " " : "");
        }
        ends = 0;
        blank = false;
        int end = ordinary(text, i, LONGEST + 1 - clean.length());
        clean.append(text, i, end);
        i = end - 1;
      }
    }
    return cut(clean.toString().strip());
  }

  /** Where letters and marks of every day end that begin here, after so many at most. */
  private static int ordinary(String text, int from, int most) {
    int end = from + 1;
    int last = (int) Math.min(text.length(), (long) from + most);
    while (end < last && text.charAt(end) > ' ' && text.charAt(end) < DELETE) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c > '~' && (Character.getType(c) == Character.SPACE_SEPARATOR || c == MONGOLIAN_BLANK);
  }

  private static boolean isUnseen(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ' || c >= DELETE && c <= LAST_CONTROL) {
      return true;
    }
    if (c < FIRST_ZERO_WIDTH) {
      return false;
    }
    return c == FIRST_ZERO_WIDTH
        || c == '\u2060'
        || c == '\uFEFF'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069'
        || Character.isSurrogate(c) && !isOfPair(text, at);
  }

  private static boolean isOfPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static String cut(String clean) {
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
        text.append(SPACE.matcher(words.getWholeText()).replaceAll(" "));
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
      return PARAGRAPH.matcher(name).matches();
    }
  }
}
