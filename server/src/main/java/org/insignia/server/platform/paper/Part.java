package org.insignia.server.platform.paper;

import java.util.List;

/** Some pages of a document. */
public sealed interface Part {

  /**
   * One page on which everything has its place.
   *
   * @param items in the order in which they are read aloud; later ones cover earlier ones
   */
  record Fixed(List<Item> items) implements Part {
    public Fixed {
      items = List.copyOf(items);
    }
  }

  /**
   * Text that runs over as many pages as it takes.
   *
   * @param margin on all four sides, in points; the foot stands in the lower one
   */
  record Running(double margin, Typography typography, List<Block> blocks, Foot foot)
      implements Part {
    public Running {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * What stands at the foot of each page of a running part, and is not read aloud.
   *
   * @param left at the left
   * @param right at the right: mostly "page n of m"
   */
  record Foot(String left, PageNumber right) {}

  /** How pages are counted, in the language of the document. */
  interface PageNumber {
    String text(int page, int pages);
  }
}
