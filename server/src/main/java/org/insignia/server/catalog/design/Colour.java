package org.insignia.server.catalog.design;

import java.util.Locale;
import java.util.regex.Pattern;
import org.insignia.server.platform.look.Contrast;
import org.insignia.server.platform.paper.drawing.Ink;

/** An opaque sRGB colour, 0xRRGGBB. */
public record Colour(int rgb) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  static final Colour WHITE = new Colour(0xffffff);
  static final Colour BLACK = new Colour(0x000000);

  public Colour {
    if ((rgb & 0xff000000) != 0) {
      throw new IllegalArgumentException("not 24 bits: " + Integer.toHexString(rgb));
    }
  }

  /**
   * Reads {@code #rrggbb}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Colour of(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is written #rrggbb, not " + hex);
    }
    return new Colour(Integer.parseInt(hex.substring(1), 16));
  }

  /** {@code #rrggbb} in lower case. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /**
   * Contrast ratio of two colours, 1 to 21.
   *
   * @see <a href="https://www.w3.org/TR/2024/REC-WCAG22-20241212/#dfn-contrast-ratio">WCAG 2.2</a>
   */
  public double contrastWith(Colour other) {
    return Contrast.ratio(rgb, other.rgb);
  }

  /** This colour with a share (0 to 1) of another one. */
  Colour mixedWith(Colour other, double share) {
    return new Colour(
        mix(rgb >> 16, other.rgb >> 16, share) << 16
            | mix(rgb >> 8, other.rgb >> 8, share) << 8
            | mix(rgb, other.rgb, share));
  }

  /** All of it, to fill a shape with. */
  Ink asInk() {
    return asInk(1);
  }

  /** To fill a shape with, of an opacity of 0 to 1. */
  Ink asInk(double opacity) {
    return new Ink.Solid(rgb, opacity);
  }

  /** At a place of a gradient, 0 to 1. */
  Ink.Stop at(double place) {
    return new Ink.Stop(place, rgb, 1);
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round((a & 0xff) * (1 - share) + (b & 0xff) * share);
  }
}
