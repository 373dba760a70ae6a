package org.insignia.server.catalog.svg;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the shapes of a drawing element by element, then draws them. */
final class Drawing {
  private static final Pattern REFERENCE = Pattern.compile("url\\(['\"]?#([^'\")]+)['\"]?\\).*");

  /** What a drawing without a size is drawn in. */
  private static final double USUAL = 300;

  private final int side;
  private final Deque<Style> styles = new ArrayDeque<>();
  private final Map<String, Gradient> gradients = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private @Nullable Gradient gradient;
  private int definitions;

  /** A shape in its own units, to be drawn. */
  private record Mark(Shape shape, Style style) {}

  Drawing(int side) {
    this.side = side;
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  void begin(Attributes a) {
    Style above = styles.peek();
    Style style = above == null ? Style.first(frame(a)).with(a) : above.with(a);
    styles.push(style);
    if (definitions > 0) {
      definitions++;
    }
    switch (a.element()) {
      case "svg" -> {
        if (above != null) {
          throw new Unusable(SvgPicture.Why.NOT_DRAWN, "svg");
        }
      }
      case "g", "a", "switch" -> {}
      case "defs" -> definitions = Math.max(1, definitions);
      case "linearGradient", "radialGradient" -> {
        gradient = new Gradient(a);
        gradients.put(a.get("id", ""), gradient);
      }
      case "stop" -> {
        if (gradient != null) {
          gradient.add(a);
        }
      }
      case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon" -> {
        if (definitions == 0 && !style.hidden()) {
          marks.add(new Mark(shape(a, style), style));
        }
      }
      default -> throw new Unusable(SvgPicture.Why.NOT_DRAWN, a.element());
    }
  }

  void end() {
    styles.pop();
    if (definitions > 0) {
      definitions--;
    }
  }

  /** The drawing in the middle of the picture, as large as fits. */
  private AffineTransform frame(Attributes svg) {
    double width = size(svg, "width");
    double height = size(svg, "height");
    double x = 0;
    double y = 0;
    if (svg.has("viewBox")) {
      double[] box = Numbers.all(svg.get("viewBox", ""));
      if (box.length != 4) {
        throw new Unusable(SvgPicture.Why.UNREADABLE, "viewBox");
      }
      x = box[0];
      y = box[1];
      width = box[2];
      height = box[3];
    }
    if (!(width > 0) || !(height > 0)) {
      throw new Unusable(SvgPicture.Why.UNREADABLE, "width, height");
    }
    double scale = side / Math.max(width, height);
    var place =
        AffineTransform.getTranslateInstance(
            (side - width * scale) / 2, (side - height * scale) / 2);
    place.scale(scale, scale);
    place.translate(-x, -y);
    return place;
  }

  private static double size(Attributes svg, String name) {
    String value = svg.get(name, "");
    return value.isEmpty() || value.endsWith("%")
        ? USUAL
        : Numbers.of(value.replaceAll("(px|pt|mm|cm|in|pc|em)$", ""));
  }

  private static Shape shape(Attributes a, Style style) {
    return switch (a.element()) {
      case "path" -> {
        var path = Paths.of(a.get("d", ""));
        path.setWindingRule(style.rule());
        yield path;
      }
      case "rect" -> rectangle(a);
      case "circle" -> ellipse(a, a.length("r", 0, 1), a.length("r", 0, 1));
      case "ellipse" -> ellipse(a, a.length("rx", 0, 1), a.length("ry", 0, 1));
      case "line" ->
          new Line2D.Double(
              a.length("x1", 0, 1),
              a.length("y1", 0, 1),
              a.length("x2", 0, 1),
              a.length("y2", 0, 1));
      default -> polygon(a, style);
    };
  }

  private static Shape rectangle(Attributes a) {
    double rx = a.length("rx", a.length("ry", 0, 1), 1);
    double ry = a.length("ry", rx, 1);
    double x = a.length("x", 0, 1);
    double y = a.length("y", 0, 1);
    double width = a.length("width", 0, 1);
    double height = a.length("height", 0, 1);
    return rx > 0 && ry > 0
        ? new RoundRectangle2D.Double(x, y, width, height, 2 * rx, 2 * ry)
        : new Rectangle2D.Double(x, y, width, height);
  }

  private static Shape ellipse(Attributes a, double rx, double ry) {
    return new Ellipse2D.Double(
        a.length("cx", 0, 1) - rx, a.length("cy", 0, 1) - ry, 2 * rx, 2 * ry);
  }

  private static Shape polygon(Attributes a, Style style) {
    double[] points = Numbers.all(a.get("points", ""));
    var path = new Path2D.Double(style.rule());
    for (int i = 0; i + 1 < points.length; i += 2) {
      if (i == 0) {
        path.moveTo(points[0], points[1]);
      } else {
        path.lineTo(points[i], points[i + 1]);
      }
    }
    if (points.length > 3 && a.element().equals("polygon")) {
      path.closePath();
    }
    return path;
  }

  BufferedImage picture() {
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    for (Mark mark : marks) {
      Style style = mark.style();
      pen.setTransform(style.place());
      Paint fill = paint(style.fill(), style.opacity() * style.fillOpacity(), mark.shape());
      if (fill != null) {
        pen.setPaint(fill);
        pen.fill(mark.shape());
      }
      Paint line = paint(style.stroke(), style.opacity() * style.strokeOpacity(), mark.shape());
      if (line != null && style.width() > 0) {
        pen.setPaint(line);
        pen.setStroke(style.pen());
        pen.draw(mark.shape());
      }
    }
    pen.dispose();
    return picture;
  }

  private @Nullable Paint paint(String written, double opacity, Shape shape) {
    if (written.equals("none") || written.equals("transparent")) {
      return null;
    }
    if (written.startsWith("url")) {
      Matcher reference = REFERENCE.matcher(written);
      Gradient found = reference.matches() ? gradients.get(reference.group(1)) : null;
      if (found == null) {
        throw new Unusable(SvgPicture.Why.NOT_DRAWN, "url");
      }
      return found.paint(shape.getBounds2D(), opacity, gradients);
    }
    Color colour = written.equals("currentColor") ? Color.BLACK : Colours.of(written);
    return new Color(
        colour.getRed(),
        colour.getGreen(),
        colour.getBlue(),
        (int) Math.round(255 * Math.clamp(opacity, 0, 1)));
  }
}
