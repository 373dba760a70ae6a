package org.insignia.server.platform.paper;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Mark;

/** The pages of running text, filled from the top down. */
final class Flow {
  final double left;
  final double width;
  final double top;
  final double bottom;
  private final Locale locale;
  private final List<List<Mark>> pages = new ArrayList<>();
  private double y;

  Flow(Sheet sheet, double margin, Locale locale) {
    this.left = margin;
    this.width = sheet.width() - 2 * margin;
    this.top = margin;
    this.bottom = sheet.height() - margin;
    this.locale = locale;
    newPage();
  }

  List<List<Mark>> pages() {
    return pages;
  }

  Locale locale() {
    return locale;
  }

  void newPage() {
    pages.add(new ArrayList<>());
    y = top;
  }

  double y() {
    return y;
  }

  double left() {
    return bottom - y;
  }

  boolean atTop() {
    return y <= top;
  }

  /** Goes down; room at the top of a page is no room. */
  void space(double height) {
    y = atTop() ? y : Math.min(bottom, y + height);
  }

  void down(double height) {
    y += height;
  }

  /** Goes to the next page where this height is not left here but is there on an empty page. */
  boolean need(double height) {
    if (height <= bottom - y + 0.01 || atTop()) {
      return false;
    }
    newPage();
    return true;
  }

  List<Mark> marks() {
    return pages.getLast();
  }

  TextSetter text() {
    return new TextSetter(locale, marks());
  }

  /** A rule across, whose middle is here. */
  void rule(double thickness, Ink ink) {
    marks()
        .add(
            new Mark.Fill(
                new Rectangle2D.Double(left, y - thickness / 2, width, thickness), ink, null));
  }

  Box box(double x, double cell, double height) {
    return new Box(left + x, y, cell, height);
  }
}
