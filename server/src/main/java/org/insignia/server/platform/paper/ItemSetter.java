package org.insignia.server.platform.paper;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;
import org.insignia.server.platform.qr.QrCode;
import org.jspecify.annotations.Nullable;

/** Sets what has its place on a page. */
final class ItemSetter {
  private final Tag parent;
  private final List<Mark> marks;
  private final TextSetter text;

  ItemSetter(Locale locale, Tag parent, List<Mark> marks) {
    this.parent = parent;
    this.marks = marks;
    this.text = new TextSetter(locale, marks);
  }

  void set(List<Item> items) {
    items.forEach(this::set);
  }

  private void set(Item item) {
    switch (item) {
      case Item.Text words -> {
        if (!words.words().plain().isBlank()) {
          text.fit(words, parent.child(words.role().tag));
        }
      }
      case Item.Picture picture ->
          marks.add(
              new Mark.Pixels(
                  fitted(picture.box(), picture.raster().width(), picture.raster().height()),
                  picture.raster(),
                  figure(picture.alt())));
      case Item.Drawing drawing ->
          marks.add(
              new Mark.Drawn(
                  fitted(drawing.box(), drawing.figure().width(), drawing.figure().height()),
                  drawing.figure(),
                  figure(drawing.alt())));
      case Item.Qr qr -> {
        QrCode code = QrCode.of(qr.text());
        double side = Math.min(qr.box().width(), qr.box().height());
        var figure = new Figure(code.side(), code.side(), layers(code));
        marks.add(new Mark.Drawn(fitted(qr.box(), side, side), figure, figure(qr.alt())));
      }
      case Item.Panel panel -> set(panel);
    }
  }

  private @Nullable Tag figure(String alt) {
    return alt.isBlank() ? null : parent.child("Figure").alternative(alt);
  }

  private static List<Figure.Layer> layers(QrCode code) {
    var ground = new Rectangle2D.Double(0, 0, code.side(), code.side());
    return List.of(new Figure.Layer(ground, Ink.WHITE), new Figure.Layer(code.shape(), Ink.BLACK));
  }

  /** As large as fits, in the middle. */
  static Box fitted(Box box, double width, double height) {
    double scale = Math.min(box.width() / width, box.height() / height);
    return new Box(
        box.x() + (box.width() - width * scale) / 2,
        box.y() + (box.height() - height * scale) / 2,
        width * scale,
        height * scale);
  }

  private void set(Item.Panel panel) {
    if (panel.fill() != null) {
      marks.add(new Mark.Fill(outline(panel.box(), panel.radius()), panel.fill(), null));
    }
    if (panel.frame() != null && panel.line() > 0) {
      var ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      ring.append(outline(panel.box(), panel.radius()), false);
      ring.append(
          outline(panel.box().inset(panel.line()), Math.max(0, panel.radius() - panel.line())),
          false);
      marks.add(new Mark.Fill(ring, panel.frame(), null));
    }
  }

  private static Shape outline(Box box, double radius) {
    return radius <= 0
        ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
        : new RoundRectangle2D.Double(
            box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
  }
}
