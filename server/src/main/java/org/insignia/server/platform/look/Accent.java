package org.insignia.server.platform.look;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation's one accent colour, made readable: whatever colour was chosen, text in the
 * accent and text on it reach {@value #CONTRAST}:1 on the light and on the dark ground of {@code
 * insignia.css}. The hue stays, the lightness gives way.
 *
 * @param chosen the colour as the organisation chose it, 0xRRGGBB
 */
public record Accent(int chosen) {
  /** Above the 4.5:1 of WCAG 2.2 AA, so that washes behind the text may take a little of it. */
  static final double CONTRAST = 5.8;

  static final int LIGHT_GROUND = 0xf6f6f3;
  static final int DARK_SHEET = 0x1a1f24;
  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0x000000;
  private static final double STEP = 0.04;
  private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");

  /** Reads {@code #rrggbb} or {@code rrggbb}; empty for anything else. */
  public static Optional<Accent> parse(String hex) {
    return HEX.matcher(hex).matches()
        ? Optional.of(new Accent(Integer.parseInt(hex.substring(hex.length() - 6), 16)))
        : Optional.empty();
  }

  /** Path of the stylesheet that sets this accent on a page; the page needs no inline style. */
  public String sheet() {
    return "/assets/accent/" + hex(chosen).substring(1) + ".css";
  }

  /** The accent for light pages, {@code #rrggbb}; also what mails use, whose ground is white. */
  public String onLight() {
    return hex(light());
  }

  String css() {
    return """
    :root { --in-accent: %s; --in-accent-strong: %s; --in-accent-wash: %s; --in-on-accent: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --in-accent: %s; --in-accent-strong: %s; --in-accent-wash: %s; --in-on-accent: #0d1114; }
    }
    @media print { :root { --in-accent: #000; --in-accent-strong: #000; --in-accent-wash: #fff; } }
    """
        .formatted(
            hex(light()),
            hex(mix(light(), BLACK, 0.25)),
            hex(mix(light(), WHITE, 0.91)),
            hex(dark()),
            hex(mix(dark(), WHITE, 0.35)),
            hex(mix(dark(), DARK_SHEET, 0.9)));
  }

  int light() {
    return towards(BLACK, LIGHT_GROUND);
  }

  int dark() {
    return towards(WHITE, DARK_SHEET);
  }

  private int towards(int end, int ground) {
    for (double share = 0; share < 1; share += STEP) {
      int tried = mix(chosen, end, share);
      if (Contrast.ratio(tried, ground) >= CONTRAST) {
        return tried;
      }
    }
    return end;
  }

  private static int mix(int a, int b, double share) {
    return channel(a >> 16, b >> 16, share) << 16
        | channel(a >> 8, b >> 8, share) << 8
        | channel(a, b, share);
  }

  private static int channel(int a, int b, double share) {
    return (int) Math.round((a & 0xff) * (1 - share) + (b & 0xff) * share);
  }

  private static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
