package org.insignia.server.platform.look;

/** How well two colours stand apart, the one measure for pages and badges. */
public final class Contrast {
  private Contrast() {}

  /**
   * The ratio of two colours, 1 to 21.
   *
   * @param a {@code 0xrrggbb}; what stands above is not looked at
   * @param b as a
   * @see <a href="https://www.w3.org/TR/2024/REC-WCAG22-20241212/#dfn-contrast-ratio">WCAG 2.2</a>
   */
  public static double ratio(int a, int b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
