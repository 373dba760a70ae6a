package org.insignia.server.platform.paper;

/** The size of the pages, in points (1/72 inch). */
public record Sheet(double width, double height) {
  public static final Sheet A4 = new Sheet(595.276, 841.89);
  public static final Sheet LETTER = new Sheet(612, 792);

  /** The same sheet with its long side at the top. */
  public Sheet landscape() {
    return new Sheet(Math.max(width, height), Math.min(width, height));
  }
}
