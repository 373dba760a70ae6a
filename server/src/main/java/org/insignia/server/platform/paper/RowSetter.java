package org.insignia.server.platform.paper;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.fonts.Paragraph;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Cells beside each other. A row stays on one page; one that is higher than a page runs on line by
 * line.
 */
final class RowSetter {
  private final Flow flow;
  private final List<Cell> cells = new ArrayList<>();

  /** A cell, set in lines, of which some may stand on an earlier page. */
  private record Cell(
      double x, double width, TextSetter.Fitted text, TextStyle style, TextSetter.Tags tags) {
    double pitch() {
      return style.size() * style.leading();
    }

    double height(int from) {
      return Math.max(0, text.lines().size() - from) * pitch();
    }
  }

  RowSetter(Flow flow) {
    this.flow = flow;
  }

  /**
   * @param tag null for a repetition, which is not read aloud again
   */
  RowSetter cell(double x, double width, Words words, TextStyle style, @Nullable Tag tag) {
    Paragraph paragraph = TextSetter.paragraph(words, style.face(), flow.locale());
    var fitted =
        new TextSetter.Fitted(
            words,
            paragraph.lines(Math.max(width, style.size()) / style.size()),
            style.size(),
            false);
    cells.add(new Cell(x, width, fitted, style, new TextSetter.Tags(tag, words)));
    return this;
  }

  double height() {
    return height(0);
  }

  private double height(int from) {
    return cells.stream().mapToDouble(cell -> cell.height(from)).max().orElse(0);
  }

  /**
   * @param padding above and below
   * @param again what stands at the top of a page that the row goes on on
   */
  void set(double padding, Runnable again) {
    if (flow.need(Math.min(height() + 2 * padding, 5 * pitch() + 2 * padding + tall()))) {
      again.run();
    }
    int from = 0;
    while (true) {
      flow.down(padding);
      int fits = Math.max(1, (int) ((flow.left() - padding) / pitch() + 0.01));
      int most = cells.stream().mapToInt(cell -> cell.text.lines().size()).max().orElse(0);
      int to = Math.min(most, from + fits);
      lines(from, to);
      flow.down((to - from) * pitch() + padding);
      if (to >= most) {
        return;
      }
      from = to;
      flow.newPage();
      again.run();
    }
  }

  /** A row that no page holds begins where it stands; any other one is kept together. */
  private double tall() {
    boolean fitsSomewhere = height() < (flow.bottom - flow.top) * 0.6;
    return fitsSomewhere ? height() : 0;
  }

  private double pitch() {
    return cells.stream().mapToDouble(Cell::pitch).max().orElse(1);
  }

  private void lines(int from, int to) {
    TextSetter text = flow.text();
    for (Cell cell : cells) {
      int end = Math.min(to, cell.text.lines().size());
      if (from < end) {
        var part =
            new TextSetter.Fitted(
                cell.text.words(), cell.text.lines().subList(from, end), cell.text.size(), false);
        Box box = flow.box(cell.x, cell.width, 0);
        text.set(part, new TextSetter.Place(box, flow.y(), cell.style), cell.tags);
      }
    }
  }
}
