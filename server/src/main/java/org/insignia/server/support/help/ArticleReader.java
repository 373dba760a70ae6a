package org.insignia.server.support.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.insignia.server.support.help.Article.Block;
import org.insignia.server.support.help.Article.Heading;
import org.insignia.server.support.help.Article.Items;
import org.insignia.server.support.help.Article.Paragraph;
import org.insignia.server.support.help.Article.Run;

/**
 * Reads an article from our own few signs: {@code # title}, a line of summary, {@code > words to be
 * found by}, then {@code ## headings}, paragraphs, {@code - items} and {@code 1. steps}, with
 * {@code **strong words**} and {@code [links](/within/the/site)} in them.
 */
final class ArticleReader {
  private static final Pattern SIGN =
      Pattern.compile("\\*\\*(.+?)\\*\\*|\\[([^]]+)]\\((/[^)\\s]*)\\)");
  private static final Pattern STEP = Pattern.compile("\\d+\\. (.*)");

  private final List<Block> blocks = new ArrayList<>();
  private final List<List<Run>> items = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private boolean steps;

  private ArticleReader() {}

  /**
   * @throws IllegalArgumentException if it does not begin with a title and a summary
   */
  static Article read(String slug, String text) {
    var lines = text.lines().map(String::strip).toList();
    if (lines.size() < 4 || !lines.get(0).startsWith("# ") || !lines.get(2).startsWith("> ")) {
      throw new IllegalArgumentException(slug + " begins otherwise than an article");
    }
    var reader = new ArticleReader();
    lines.stream().skip(3).forEach(reader::line);
    reader.end();
    return new Article(
        slug,
        lines.get(0).substring(2).strip(),
        lines.get(1),
        lines.get(2).substring(2),
        reader.blocks);
  }

  private void line(String line) {
    var step = STEP.matcher(line);
    if (line.startsWith("## ")) {
      end();
      blocks.add(new Heading(runs(line.substring(3))));
    } else if (line.startsWith("- ")) {
      item(false, line.substring(2));
    } else if (step.matches()) {
      item(true, step.group(1));
    } else if (line.isEmpty()) {
      end();
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
    }
  }

  private void item(boolean numbered, String text) {
    if (items.isEmpty() || steps != numbered || !paragraph.isEmpty()) {
      end();
    }
    steps = numbered;
    items.add(runs(text));
  }

  private void end() {
    if (!items.isEmpty()) {
      blocks.add(new Items(steps, items));
      items.clear();
    }
    if (!paragraph.isEmpty()) {
      blocks.add(new Paragraph(runs(paragraph.toString())));
      paragraph.setLength(0);
    }
  }

  static List<Run> runs(String text) {
    var runs = new ArrayList<Run>();
    var sign = SIGN.matcher(text);
    int from = 0;
    while (sign.find()) {
      plain(text.substring(from, sign.start()), runs);
      runs.add(
          sign.group(1) != null
              ? new Run(sign.group(1), true, "")
              : new Run(sign.group(2), false, sign.group(3)));
      from = sign.end();
    }
    plain(text.substring(from), runs);
    return runs;
  }

  private static void plain(String text, List<Run> runs) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, false, ""));
    }
  }
}
