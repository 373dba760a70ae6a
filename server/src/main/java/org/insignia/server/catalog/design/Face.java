package org.insignia.server.catalog.design;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.catalog.design.lettering.TextBlock;
import org.insignia.server.catalog.design.lettering.TextLine;

/**
 * What stands on the enamel: emblem, legend where there is no band for it, title, level and stars,
 * one under the other and centred as a group.
 */
final class Face {
  private static final double EMBLEM = 124;
  private static final double SMALL = 33;
  private static final double STAR = 17;

  /** Below this size of the title the emblem gives way to it. */
  private static final double CROWDED = 46;

  private final Design design;
  private final Palette palette;
  private final Path2D space;
  private final double top;
  private final double bottom;
  private final boolean legendElsewhere;
  private final List<Layer> layers = new ArrayList<>();

  /**
   * @param space what text may cover
   * @param ribbonTop where the ribbon begins
   */
  Face(Design design, Palette palette, Path2D space, double ribbonTop, boolean legendElsewhere) {
    this.design = design;
    this.palette = palette;
    this.space = space;
    this.legendElsewhere = legendElsewhere;
    Rectangle2D bounds = space.getBounds2D();
    this.top = bounds.getMinY() + Math.max(0, 70 - (legendElsewhere ? 30 : 0));
    this.bottom = Math.min(bounds.getMaxY() - 40, ribbonTop - 26);
  }

  List<Layer> layers() {
    boolean wantsEmblem = design.icon() != Icon.NONE;
    TextBlock title = title(wantsEmblem);
    boolean emblem = wantsEmblem && title.size() >= CROWDED;
    if (wantsEmblem && !emblem) {
      title = title(false);
    }
    double above = title.top() - (hasLegend() ? 18 : 14);
    if (hasLegend()) {
      small(design.legend(), above);
      above -= SMALL + 24;
    }
    if (emblem) {
      double side = emblemSide(title);
      ink(Emblem.of(design.icon(), Layer.CENTRE, above - side / 2 - 8, side), 0.96);
    }
    ink(title.outline(Layer.CENTRE), 1);
    double below = title.bottom() + 16;
    if (!design.level().isEmpty()) {
      small(design.level(), below + SMALL);
      below += SMALL + 26;
    }
    if (design.stars() > 0) {
      ink(stars(below + STAR), 0.95);
    }
    return layers;
  }

  private boolean hasLegend() {
    return !legendElsewhere && !design.legend().isEmpty();
  }

  private TextBlock title(boolean emblem) {
    return TextBlock.fit(
        design.title(),
        new TextBlock.Room(
            top + (emblem ? EMBLEM + 22 : 0) + legendHeight(),
            bottom - footHeight(),
            124,
            30,
            y -> Plate.widthAt(space, y) - 26));
  }

  private double legendHeight() {
    return hasLegend() ? SMALL + 42 : 0;
  }

  private double footHeight() {
    return (design.level().isEmpty() ? 0 : SMALL + 30) + (design.stars() > 0 ? 2 * STAR + 22 : 0);
  }

  /** Larger where a short title leaves room. */
  private double emblemSide(TextBlock title) {
    double free = bottom - top - legendHeight() - footHeight() - EMBLEM - 22;
    return Math.min(184, EMBLEM + 0.4 * (free - (title.bottom() - title.top())));
  }

  private void small(String text, double baseline) {
    TextLine line = TextLine.of(text.toUpperCase(Locale.ROOT), 0.1);
    double widest = Plate.widthAt(space, baseline - SMALL * 0.4) - 30;
    double size = Math.min(SMALL, widest / line.width());
    ink(line.centredOn(Layer.CENTRE, baseline, size), 1);
  }

  private Shape stars(double y) {
    var stars = new Path2D.Double();
    for (int i = 0; i < design.stars(); i++) {
      double x = Layer.CENTRE + (i - (design.stars() - 1) / 2.0) * STAR * 2.7;
      stars.append(Emblem.star(x, y, STAR), false);
    }
    return stars;
  }

  private void ink(Shape shape, double opacity) {
    layers.add(new Layer(shape, palette.ink().asInk(opacity)));
  }
}
