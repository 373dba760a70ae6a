package org.insignia.server.catalog.design;

import java.util.stream.Stream;

/**
 * The colours of one badge. The enamel's shades are chosen so that the ink reads on the lightest
 * and on the darkest of them.
 *
 * @param ink of the title and the emblem
 * @param band the ground of the legend
 * @param bandInk the legend's letters
 */
record Palette(
    Metal metal, Colour enamel, Colour lit, Colour deep, Colour ink, Colour band, Colour bandInk) {

  /** What WCAG asks of text, at any size. */
  static final double READABLE = 4.5;

  private static final double SHEEN = 0.17;

  static Palette of(Metal metal, Colour wanted) {
    Colour dark = metal.dark().mixedWith(Colour.BLACK, 0.72);
    boolean pale = wanted.contrastWith(Colour.BLACK) >= 9.5;
    Colour enamel = pale ? wanted : darkenedForWhite(wanted);
    Colour lit = enamel.mixedWith(Colour.WHITE, SHEEN);
    Colour deep = enamel.mixedWith(Colour.BLACK, pale ? 0.1 : 0.3);
    Colour band = enamel.mixedWith(Colour.BLACK, pale ? 0.06 : 0.42);
    Colour ink = pale ? dark : Colour.WHITE;
    return new Palette(
        metal, enamel, lit, deep, ink, band, readable(band, metal.light(), Colour.WHITE, dark));
  }

  /** Ink for letters on the metal itself. */
  Colour metalInk() {
    return metal.dark().mixedWith(Colour.BLACK, 0.72);
  }

  private static Colour darkenedForWhite(Colour wanted) {
    Colour enamel = wanted;
    while (enamel.mixedWith(Colour.WHITE, SHEEN).contrastWith(Colour.WHITE) < READABLE) {
      enamel = enamel.mixedWith(Colour.BLACK, 0.04);
    }
    return enamel;
  }

  private static Colour readable(Colour ground, Colour... inks) {
    return Stream.of(inks)
        .filter(ink -> ink.contrastWith(ground) >= READABLE)
        .findFirst()
        .orElse(ground.contrastWith(Colour.WHITE) > 4.6 ? Colour.WHITE : Colour.BLACK);
  }
}
