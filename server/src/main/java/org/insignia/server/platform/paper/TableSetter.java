package org.insignia.server.platform.paper;

import java.util.List;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Sets a table row by row; its heading row begins each page that it runs over. */
final class TableSetter {
  private static final Ink LINE = Ink.of("#d4d7da");

  private final Flow flow;
  private final Typography look;
  private final Tag tags;
  private final double padding;
  private final double gap;

  TableSetter(Flow flow, Typography look, Tag tags) {
    this.flow = flow;
    this.look = look;
    this.tags = tags;
    this.padding = look.size() * 0.38;
    this.gap = look.size() * 0.9;
  }

  void set(Block.Table table) {
    Tag tag = tags.child("Table").summary(table.summary());
    double first = table.rows().isEmpty() ? 0 : row(table, table.rows().getFirst(), null).height();
    flow.need(heading(table, null).height() + Math.min(first, flow.bottom / 3) + 4 * padding + 2);
    heading(table, tag);
    if (!table.rows().isEmpty()) {
      Tag body = tag.child("TBody");
      for (List<Words> cells : table.rows()) {
        row(table, cells, body.child("TR")).set(padding, () -> repeat(table));
        flow.rule(0.5, LINE);
      }
    }
    flow.down(look.size() * 0.8);
  }

  private void repeat(Block.Table table) {
    heading(table, null).set(padding, () -> {});
    flow.rule(1.2, look.accent());
  }

  /** The heading row; with a tag it is set, and is the table's heading to who listens. */
  private RowSetter heading(Block.Table table, @Nullable Tag tag) {
    Tag row = tag == null ? null : tag.child("THead").child("TR");
    var style = TextStyle.of(Face.BOLD, look.size() * 0.9, look.text());
    var setter = new RowSetter(flow);
    double x = 0;
    for (Block.Column column : table.columns()) {
      double width = width(table, column);
      Tag cell = row == null ? null : row.child("TH").scope("Column");
      setter.cell(x, width - gap, column.heading(), aligned(style, column), cell);
      x += width;
    }
    if (row != null) {
      setter.set(padding, () -> {});
      flow.rule(1.2, look.accent());
    }
    return setter;
  }

  private RowSetter row(Block.Table table, List<Words> cells, @Nullable Tag row) {
    var style = TextStyle.of(Face.REGULAR, look.size() * 0.95, look.text());
    var setter = new RowSetter(flow);
    double x = 0;
    for (int i = 0; i < cells.size(); i++) {
      Block.Column column = table.columns().get(i);
      double width = width(table, column);
      setter.cell(x, width - gap, cells.get(i), aligned(style, column), cell(row, i));
      x += width;
    }
    return setter;
  }

  private static @Nullable Tag cell(@Nullable Tag row, int index) {
    if (row == null) {
      return null;
    }
    return index == 0 ? row.child("TH").scope("Row") : row.child("TD");
  }

  private double width(Block.Table table, Block.Column column) {
    double all = table.columns().stream().mapToDouble(Block.Column::share).sum();
    return (flow.width + gap) * column.share() / all;
  }

  private static TextStyle aligned(TextStyle style, Block.Column column) {
    return switch (column.align()) {
      case START -> style;
      case CENTRE -> style.centred();
      case END -> style.atEnd();
    };
  }
}
