package org.insignia.server.platform.paper.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.fonts.FontFile;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Raster;

/** What the pages of a document share: fonts, pictures, gradients, degrees of opacity. */
final class Resources {
  private final ObjectWriter out;
  private final Map<FontFile, EmbeddedFont> fonts = new LinkedHashMap<>();
  private final Map<Raster, String> pictures = new HashMap<>();
  private final Map<Double, String> opacities = new HashMap<>();
  private final Map<Ink, String> gradients = new HashMap<>();
  private final StringBuilder pictureNames = new StringBuilder();
  private final StringBuilder opacityNames = new StringBuilder();
  private final StringBuilder gradientNames = new StringBuilder();

  Resources(ObjectWriter out) {
    this.out = out;
  }

  EmbeddedFont font(FontFile font) {
    return fonts.computeIfAbsent(font, f -> new EmbeddedFont(f, "F" + fonts.size(), out.reserve()));
  }

  String picture(Raster raster) {
    return pictures.computeIfAbsent(
        raster,
        r -> {
          String name = "P" + pictures.size();
          Bytes alpha = r.alpha();
          String mask =
              alpha == null ? "" : "/SMask " + Syntax.reference(image(r, "Gray", alpha, ""));
          int number = image(r, "RGB", r.rgb(), mask);
          pictureNames.append('/').append(name).append(' ').append(Syntax.reference(number));
          return name;
        });
  }

  private int image(Raster raster, String space, Bytes samples, String more) {
    return out.stream(
        "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/Device%s%s"
            .formatted(raster.width(), raster.height(), space, more),
        samples.toArray());
  }

  String opacity(double opacity) {
    return opacities.computeIfAbsent(
        opacity,
        o -> {
          String name = "G" + opacities.size();
          opacityNames.append("/%s<</ca %s>>".formatted(name, Syntax.number(o)));
          return name;
        });
  }

  /** A gradient in the coordinates in force where it is used. */
  String gradient(Ink.Linear ink) {
    return gradients.computeIfAbsent(
        ink,
        i -> {
          double[] place = {ink.x1(), ink.y1(), ink.x2(), ink.y2()};
          return shading(2, place, ink.stops());
        });
  }

  String gradient(Ink.Radial ink) {
    return gradients.computeIfAbsent(
        ink,
        i -> {
          double[] place = {ink.x(), ink.y(), 0, ink.x(), ink.y(), ink.radius()};
          return shading(3, place, ink.stops());
        });
  }

  private String shading(int type, double[] place, List<Ink.Stop> stops) {
    String name = "S" + gradients.size();
    var body = new StringBuilder("<</ShadingType " + type + "/ColorSpace/DeviceRGB/Coords[");
    for (double value : place) {
      body.append(Syntax.number(value)).append(' ');
    }
    body.append("]/Extend[true true]/Function").append(function(stops)).append(">>");
    gradientNames.append('/').append(name).append(' ');
    gradientNames.append(Syntax.reference(out.add(body.toString())));
    return name;
  }

  private static String function(List<Ink.Stop> given) {
    var stops = new ArrayList<>(given);
    if (stops.getFirst().at() > 0) {
      stops.addFirst(new Ink.Stop(0, stops.getFirst().rgb(), 1));
    }
    if (stops.getLast().at() < 1) {
      stops.addLast(new Ink.Stop(1, stops.getLast().rgb(), 1));
    }
    var functions = new StringBuilder();
    var bounds = new StringBuilder();
    var encode = new StringBuilder();
    for (int i = 0; i + 1 < stops.size(); i++) {
      functions.append(
          "<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>"
              .formatted(colour(stops.get(i).rgb()), colour(stops.get(i + 1).rgb())));
      encode.append("0 1 ");
      bounds.append(i == 0 ? "" : Syntax.number(stops.get(i).at()) + " ");
    }
    return "<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>"
        .formatted(functions, bounds, encode);
  }

  static String colour(int rgb) {
    return Syntax.number((rgb >> 16 & 0xff) / 255.0)
        + " "
        + Syntax.number((rgb >> 8 & 0xff) / 255.0)
        + " "
        + Syntax.number((rgb & 0xff) / 255.0);
  }

  /** Writes the fonts, once all pages are written; and the dictionary that all pages name. */
  void write(int number) {
    var names = new StringBuilder();
    for (EmbeddedFont font : fonts.values()) {
      font.write(out);
      names.append('/').append(font.name()).append(' ').append(Syntax.reference(font.number()));
    }
    out.put(
        number,
        "<</Font<<%s>>/XObject<<%s>>/ExtGState<<%s>>/Shading<<%s>>>>"
            .formatted(names, pictureNames, opacityNames, gradientNames));
  }
}
