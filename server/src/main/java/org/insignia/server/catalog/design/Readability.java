package org.insignia.server.catalog.design;

/**
 * How text reads on the field of a badge. A colour on which nothing would read is darkened until
 * white does.
 *
 * @param wanted the colour that was chosen
 * @param used the colour that the field gets
 * @param ratio contrast of the text with the part of the field that is nearest to it, 1 to 21
 */
public record Readability(Colour wanted, Colour used, double ratio) {

  /** Of text on this colour, within a border of this metal. */
  public static Readability of(Metal metal, Colour wanted) {
    Palette palette = Palette.of(metal, wanted);
    return new Readability(
        wanted,
        palette.enamel(),
        Math.min(
            palette.ink().contrastWith(palette.lit()), palette.ink().contrastWith(palette.deep())));
  }

  /** Whether the chosen colour had to be darkened. */
  public boolean isDarkened() {
    return !wanted.equals(used);
  }
}
