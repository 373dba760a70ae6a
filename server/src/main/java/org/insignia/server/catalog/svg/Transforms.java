package org.insignia.server.catalog.svg;

import java.awt.geom.AffineTransform;
import java.util.regex.Pattern;

/** Lists of transformations (CSS Transforms 1 #svg-syntax). */
final class Transforms {
  private static final Pattern ONE = Pattern.compile("\\s*([a-zA-Z]+)\\s*\\(([^()]*)\\)[\\s,]*");

  private Transforms() {}

  static AffineTransform of(String text) {
    var all = new AffineTransform();
    var matcher = ONE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Unusable(SvgPicture.Why.UNREADABLE, "transform");
      }
      all.concatenate(one(matcher.group(1), Numbers.all(matcher.group(2))));
      at = matcher.end();
    }
    return all;
  }

  private static AffineTransform one(String name, double[] n) {
    if (name.equals("matrix") && n.length == 6) {
      return new AffineTransform(n);
    }
    if (name.equals("translate") && (n.length == 1 || n.length == 2)) {
      return AffineTransform.getTranslateInstance(n[0], n.length == 2 ? n[1] : 0);
    }
    if (name.equals("scale") && (n.length == 1 || n.length == 2)) {
      return AffineTransform.getScaleInstance(n[0], n.length == 2 ? n[1] : n[0]);
    }
    if (name.equals("rotate") && n.length == 1) {
      return AffineTransform.getRotateInstance(Math.toRadians(n[0]));
    }
    if (name.equals("rotate") && n.length == 3) {
      return AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2]);
    }
    if (name.equals("skewX") && n.length == 1) {
      return AffineTransform.getShearInstance(Math.tan(Math.toRadians(n[0])), 0);
    }
    if (name.equals("skewY") && n.length == 1) {
      return AffineTransform.getShearInstance(0, Math.tan(Math.toRadians(n[0])));
    }
    throw new Unusable(SvgPicture.Why.UNREADABLE, "transform " + name);
  }
}
