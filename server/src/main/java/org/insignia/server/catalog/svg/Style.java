package org.insignia.server.catalog.svg;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * How what is inside an element is drawn; each element changes some of what it inherits.
 *
 * @param place from the element's units to the picture's
 */
record Style(
    String fill,
    String stroke,
    double opacity,
    double fillOpacity,
    double strokeOpacity,
    double width,
    int cap,
    int join,
    double miter,
    int rule,
    boolean hidden,
    AffineTransform place) {

  static Style first(AffineTransform place) {
    return new Style(
        "black",
        "none",
        1,
        1,
        1,
        1,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_MITER,
        4,
        Path2D.WIND_NON_ZERO,
        false,
        place);
  }

  /** As an element says. */
  Style with(Attributes a) {
    for (String effect : new String[] {"filter", "mask", "clip-path"}) {
      if (!a.get(effect, "none").equals("none")) {
        throw new Unusable(SvgPicture.Why.NOT_DRAWN, effect);
      }
    }
    var inner = new AffineTransform(place);
    inner.concatenate(Transforms.of(a.get("transform", "")));
    return new Style(
        a.get("fill", fill),
        a.get("stroke", stroke),
        opacity * a.length("opacity", 1, 1),
        a.length("fill-opacity", fillOpacity, 1),
        a.length("stroke-opacity", strokeOpacity, 1),
        Math.max(0, a.length("stroke-width", width, 1)),
        switch (a.get("stroke-linecap", "")) {
          case "round" -> BasicStroke.CAP_ROUND;
          case "square" -> BasicStroke.CAP_SQUARE;
          case "butt" -> BasicStroke.CAP_BUTT;
          default -> cap;
        },
        switch (a.get("stroke-linejoin", "")) {
          case "round" -> BasicStroke.JOIN_ROUND;
          case "bevel" -> BasicStroke.JOIN_BEVEL;
          case "miter" -> BasicStroke.JOIN_MITER;
          default -> join;
        },
        Math.max(1, a.length("stroke-miterlimit", miter, 1)),
        switch (a.get("fill-rule", "")) {
          case "evenodd" -> Path2D.WIND_EVEN_ODD;
          case "nonzero" -> Path2D.WIND_NON_ZERO;
          default -> rule;
        },
        hidden || a.get("display", "").equals("none") || a.get("visibility", "").equals("hidden"),
        inner);
  }

  BasicStroke pen() {
    return new BasicStroke((float) width, cap, join, (float) miter);
  }
}
