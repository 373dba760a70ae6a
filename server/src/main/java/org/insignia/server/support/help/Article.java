package org.insignia.server.support.help;

import java.util.List;

/**
 * One article in one language.
 *
 * @param slug its name in addresses, the same in every language
 * @param summary what it answers, in a sentence
 * @param words further words by which people look for it; never shown
 */
public record Article(String slug, String title, String summary, String words, List<Block> blocks) {
  public Article {
    blocks = List.copyOf(blocks);
  }

  /** A piece of it, from top to bottom. */
  public sealed interface Block {
    /** All its words. */
    List<Run> runs();
  }

  /** What the next pieces are about. */
  public record Heading(List<Run> runs) implements Block {
    public Heading {
      runs = List.copyOf(runs);
    }
  }

  /** A few sentences. */
  public record Paragraph(List<Run> runs) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A list.
   *
   * @param steps whether its items are done one after the other
   */
  public record Items(boolean steps, List<List<Run>> items) implements Block {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Run> runs() {
      return items.stream().flatMap(List::stream).toList();
    }
  }

  /**
   * Words that look alike.
   *
   * @param path where they lead, within this site; empty: nowhere
   */
  public record Run(String text, boolean strong, String path) {}
}
