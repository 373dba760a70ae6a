package org.insignia.server.platform.paper.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.fonts.Glyphs;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Kid;
import org.insignia.server.platform.paper.drawing.Leaf;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Writes the marks of one page as operators (ISO 32000-1, 8 and 9); y runs downwards in it. */
final class PageContent {
  private final Resources resources;
  private final int page;
  private final StringBuilder out = new StringBuilder(8 * 1024);

  /** Whose marks bear each number. */
  private final List<Tag> owners = new ArrayList<>();

  private boolean marking;
  private @Nullable Tag marked;
  private int filled = -1;

  PageContent(Resources resources, int page) {
    this.resources = resources;
    this.page = page;
  }

  /** The tags of the marks, by their numbers. */
  List<Tag> owners() {
    return owners;
  }

  byte[] write(Leaf leaf) {
    out.append("1 0 0 -1 0 ").append(Syntax.number(leaf.height())).append(" cm\n");
    for (Mark mark : leaf.marks()) {
      if (mark instanceof Mark.Link) {
        continue; // a place, not a mark
      }
      mark(mark.tag());
      switch (mark) {
        case Mark.Letters letters -> letters(letters);
        case Mark.Fill fill -> fill(fill.shape(), fill.ink());
        case Mark.Drawn drawn -> drawn(drawn.box(), drawn.figure());
        case Mark.Pixels pixels -> pixels(pixels);
        case Mark.Link link -> {}
      }
    }
    endMark();
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void mark(@Nullable Tag tag) {
    if (marking && marked == tag) {
      return;
    }
    endMark();
    if (tag == null) {
      out.append("/Artifact BMC\n");
    } else {
      out.append('/').append(tag.role()).append("<</MCID ").append(owners.size()).append(">>BDC\n");
      tag.add(new Kid.Content(page, owners.size()));
      owners.add(tag);
    }
    marking = true;
    marked = tag;
  }

  private void endMark() {
    if (marking) {
      out.append("EMC\n");
    }
    marking = false;
  }

  private void letters(Mark.Letters letters) {
    Glyphs glyphs = letters.glyphs();
    EmbeddedFont font = resources.font(glyphs.font());
    colour(letters.ink());
    out.append("BT/").append(font.name()).append(' ').append(Syntax.number(letters.size()));
    out.append(" Tf 1 0 0 -1 ").append(Syntax.number(letters.x())).append(' ');
    out.append(Syntax.number(letters.baseline())).append(" Tm\n");
    new GlyphRun(out, font, letters.size()).show(glyphs);
    out.append("ET\n");
  }

  private void colour(Ink ink) {
    int rgb =
        switch (ink) {
          case Ink.Solid solid -> solid.rgb();
          case Ink.Linear linear -> linear.stops().getFirst().rgb();
          case Ink.Radial radial -> radial.stops().getFirst().rgb();
        };
    if (rgb != filled) {
      out.append(Resources.colour(rgb)).append(" rg\n");
      filled = rgb;
    }
  }

  private void drawn(Box box, Figure figure) {
    out.append("q ").append(Syntax.number(box.width() / figure.width())).append(" 0 0 ");
    out.append(Syntax.number(box.height() / figure.height())).append(' ');
    out.append(Syntax.number(box.x())).append(' ').append(Syntax.number(box.y())).append(" cm\n");
    int before = filled;
    for (Figure.Layer layer : figure.layers()) {
      fill(layer.shape(), layer.ink());
    }
    filled = before;
    out.append("Q\n");
  }

  private void fill(Shape shape, Ink ink) {
    switch (ink) {
      case Ink.Solid solid when solid.opacity() >= 1 -> {
        colour(ink);
        out.append(path(shape) ? "f*\n" : "f\n");
      }
      case Ink.Solid solid -> {
        int before = filled;
        out.append("q/").append(resources.opacity(solid.opacity())).append(" gs\n");
        colour(ink);
        out.append(path(shape) ? "f*" : "f").append(" Q\n");
        filled = before;
      }
      case Ink.Linear linear ->
          shade(shape, resources.gradient(linear), linear.stops().getFirst().opacity());
      case Ink.Radial radial ->
          shade(shape, resources.gradient(radial), radial.stops().getFirst().opacity());
    }
  }

  private void shade(Shape shape, String gradient, double opacity) {
    out.append("q\n");
    if (opacity < 1) {
      out.append('/').append(resources.opacity(opacity)).append(" gs\n");
    }
    out.append(path(shape) ? "W* n" : "W n").append('/').append(gradient).append(" sh Q\n");
  }

  private void pixels(Mark.Pixels pixels) {
    Box box = pixels.box();
    out.append("q ").append(Syntax.number(box.width())).append(" 0 0 ");
    out.append(Syntax.number(-box.height())).append(' ').append(Syntax.number(box.x())).append(' ');
    out.append(Syntax.number(box.bottom())).append(" cm/");
    out.append(resources.picture(pixels.raster())).append(" Do Q\n");
  }

  /** Writes a path; returns whether it is filled by the even-odd rule. */
  private boolean path(Shape shape) {
    double[] c = new double[6];
    double x = 0;
    double y = 0;
    PathIterator segments = shape.getPathIterator(null);
    for (; !segments.isDone(); segments.next()) {
      int kind = segments.currentSegment(c);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> points(c, 2, "m");
        case PathIterator.SEG_LINETO -> points(c, 2, "l");
        case PathIterator.SEG_QUADTO -> {
          double endX = c[2];
          double endY = c[3];
          points(
              new double[] {
                x + 2 * (c[0] - x) / 3,
                y + 2 * (c[1] - y) / 3,
                endX + 2 * (c[0] - endX) / 3,
                endY + 2 * (c[1] - endY) / 3,
                endX,
                endY
              },
              6,
              "c");
        }
        case PathIterator.SEG_CUBICTO -> points(c, 6, "c");
        default -> out.append("h\n");
      }
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        x = c[last];
        y = c[last + 1];
      }
    }
    return segments.getWindingRule() == PathIterator.WIND_EVEN_ODD;
  }

  private void points(double[] c, int count, String operator) {
    for (int i = 0; i < count; i++) {
      Syntax.number(out, c[i]);
      out.append(' ');
    }
    out.append(operator).append('\n');
  }
}
