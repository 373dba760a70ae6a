package org.insignia.server.catalog.svg;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;

/** Colours as drawings name them: the forms that drawing programs write. */
final class Colours {
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("white", 0xffffff),
          Map.entry("red", 0xff0000),
          Map.entry("green", 0x008000),
          Map.entry("lime", 0x00ff00),
          Map.entry("blue", 0x0000ff),
          Map.entry("navy", 0x000080),
          Map.entry("teal", 0x008080),
          Map.entry("aqua", 0x00ffff),
          Map.entry("cyan", 0x00ffff),
          Map.entry("yellow", 0xffff00),
          Map.entry("gold", 0xffd700),
          Map.entry("orange", 0xffa500),
          Map.entry("purple", 0x800080),
          Map.entry("magenta", 0xff00ff),
          Map.entry("fuchsia", 0xff00ff),
          Map.entry("maroon", 0x800000),
          Map.entry("olive", 0x808000),
          Map.entry("brown", 0xa52a2a),
          Map.entry("pink", 0xffc0cb),
          Map.entry("crimson", 0xdc143c),
          Map.entry("steelblue", 0x4682b4),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xc0c0c0));

  private Colours() {}

  static Color of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (text.matches("#[0-9a-f]{6}")) {
      return new Color(Integer.parseInt(text.substring(1), 16));
    }
    if (text.matches("#[0-9a-f]{3}")) {
      int rgb = Integer.parseInt(text.substring(1), 16);
      return new Color((rgb >> 8 & 15) * 17, (rgb >> 4 & 15) * 17, (rgb & 15) * 17);
    }
    if (text.matches("rgb\\([^()]*\\)")) {
      double whole = text.contains("%") ? 2.55 : 1;
      double[] n = Numbers.all(text.substring(4, text.length() - 1).replace("%", ""));
      if (n.length == 3) {
        return new Color(part(n[0] * whole), part(n[1] * whole), part(n[2] * whole));
      }
    }
    Integer named = NAMES.get(text);
    if (named == null) {
      throw new Unusable(SvgPicture.Why.NOT_DRAWN, text.substring(0, Math.min(30, text.length())));
    }
    return new Color(named);
  }

  private static int part(double value) {
    return (int) Math.clamp(Math.round(value), 0, 255);
  }
}
