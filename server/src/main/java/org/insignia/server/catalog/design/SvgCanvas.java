package org.insignia.server.catalog.design;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.paper.drawing.Ink;

/**
 * Writes layers as an SVG document. Letters are outlines, so it needs no font; it has no script, no
 * style and no reference to anything outside.
 */
final class SvgCanvas {
  private final StringBuilder definitions = new StringBuilder();
  private final StringBuilder body = new StringBuilder(64 * 1024);
  private int gradients;

  private SvgCanvas() {}

  static String draw(List<Layer> layers, String title, String description) {
    var canvas = new SvgCanvas();
    layers.forEach(canvas::add);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="600" height="600" role="img" \
    aria-labelledby="badge-title badge-desc"><title id="badge-title">%s</title>\
    <desc id="badge-desc">%s</desc><defs>%s</defs>%s</svg>
    """
        .formatted(
            Layer.CANVAS,
            Layer.CANVAS,
            escaped(title),
            escaped(description),
            canvas.definitions,
            canvas.body);
  }

  /** Text as it may stand in XML; what XML cannot hold is left out. */
  static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\t', '\n', '\r' -> out.append(' ');
            default -> {
              boolean lone = c >= 0xd800 && c <= 0xdfff;
              if (c >= 0x20 && !lone && c != 0xfffe && c != 0xffff) {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.toString();
  }

  private void add(Layer layer) {
    body.append("<path");
    switch (layer.ink()) {
      case Ink.Solid solid -> {
        body.append(" fill=\"").append(hex(solid.rgb())).append('"');
        if (solid.opacity() < 1) {
          body.append(" fill-opacity=\"").append(number(solid.opacity())).append('"');
        }
      }
      case Ink.Linear l ->
          gradient(
              "linearGradient",
              "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\""
                  .formatted(number(l.x1()), number(l.y1()), number(l.x2()), number(l.y2())),
              l.stops());
      case Ink.Radial r ->
          gradient(
              "radialGradient",
              "cx=\"%s\" cy=\"%s\" r=\"%s\""
                  .formatted(number(r.x()), number(r.y()), number(r.radius())),
              r.stops());
    }
    PathIterator path = layer.shape().getPathIterator(null);
    if (path.getWindingRule() == Path2D.WIND_EVEN_ODD) {
      body.append(" fill-rule=\"evenodd\"");
    }
    body.append(" d=\"");
    append(path);
    body.append("\"/>");
  }

  private void gradient(String element, String place, List<Ink.Stop> stops) {
    String id = "g" + gradients++;
    definitions
        .append('<')
        .append(element)
        .append(" id=\"")
        .append(id)
        .append("\" gradientUnits=\"userSpaceOnUse\" ")
        .append(place)
        .append('>');
    for (Ink.Stop stop : stops) {
      definitions
          .append("<stop offset=\"")
          .append(number(stop.at()))
          .append("\" stop-color=\"")
          .append(hex(stop.rgb()))
          .append("\"/>");
    }
    definitions.append("</").append(element).append('>');
    body.append(" fill=\"url(#").append(id).append(")\"");
  }

  private static String hex(int rgb) {
    return new Colour(rgb).hex();
  }

  private void append(PathIterator path) {
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> points('M', c, 2);
        case PathIterator.SEG_LINETO -> points('L', c, 2);
        case PathIterator.SEG_QUADTO -> points('Q', c, 4);
        case PathIterator.SEG_CUBICTO -> points('C', c, 6);
        default -> body.append('Z');
      }
    }
  }

  private void points(char command, double[] c, int count) {
    body.append(command);
    for (int i = 0; i < count; i++) {
      long tenths = Math.round(c[i] * 10);
      if (i > 0 && tenths >= 0) {
        body.append(' ');
      }
      if (tenths < 0) {
        body.append('-');
      }
      body.append(Math.abs(tenths) / 10);
      if (tenths % 10 != 0) {
        body.append('.').append(Math.abs(tenths) % 10);
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
