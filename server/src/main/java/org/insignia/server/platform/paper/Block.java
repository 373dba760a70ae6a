package org.insignia.server.platform.paper;

import java.util.List;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Raster;

/** A part of running text. */
public sealed interface Block {

  /**
   * @param level 1 for the document's title, then without leaving one out
   */
  record Heading(int level, Words words) implements Block {
    public Heading {
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("a heading of level " + level);
      }
    }
  }

  record Paragraph(Words words) implements Block {}

  /** Of what matters less: smaller, and softer. */
  record Note(Words words) implements Block {}

  /** Words and what they say of this document, in two columns. */
  record Definitions(List<Definition> definitions) implements Block {
    public Definitions {
      definitions = List.copyOf(definitions);
    }
  }

  record Definition(Words term, Words description) {}

  /** Points of a list. */
  record Bullets(List<Words> points) implements Block {
    public Bullets {
      points = List.copyOf(points);
    }
  }

  /**
   * A table; its heading row stands at the top of each page that it runs over.
   *
   * @param summary what it is about, for who listens
   * @param rows each with a cell for each column; the first cell names the row
   */
  record Table(String summary, List<Column> columns, List<List<Words>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int count = columns.size();
      if (count == 0 || rows.stream().anyMatch(row -> row.size() != count)) {
        throw new IllegalArgumentException("rows with other columns than the table's " + count);
      }
    }
  }

  /**
   * @param share of the width, in proportion to the other columns
   * @param align where its cells stand; START for text, END for figures
   */
  record Column(Words heading, double share, TextStyle.Align align) {
    public static Column of(String heading, double share) {
      return new Column(Words.of(heading), share, TextStyle.Align.START);
    }
  }

  /** Empty room, in points. */
  record Space(double height) implements Block {}

  /** A line across. */
  record Rule() implements Block {}

  /** A picture at the left, at most so large; an empty {@code alt} says that it is ornament. */
  record Picture(double width, double height, Raster raster, String alt) implements Block {}

  /** A drawing at the left, as large as this. */
  record Drawing(double width, double height, Figure figure, String alt) implements Block {}

  /**
   * Things beside each other, each with its place: a letterhead with logo and QR code. Boxes count
   * from the upper left corner of the text area.
   */
  record Band(double height, List<Item> items) implements Block {
    public Band {
      items = List.copyOf(items);
      for (Item item : items) {
        if (item instanceof Item.Text text && outside(text.box(), height)) {
          throw new IllegalArgumentException("a text outside of its band");
        }
      }
    }

    private static boolean outside(Box box, double height) {
      return box.bottom() > height + 0.01;
    }
  }
}
