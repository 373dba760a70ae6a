package org.insignia.openbadges.baking;

import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * Puts a credential into a PNG or SVG and takes it out again.
 *
 * <p>Every limit is checked before the memory it guards is asked for. A picture with more than one
 * badge is refused: a verifier and a viewer could choose differently.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#badge-baking">OB 3.0, baking</a>
 */
public final class Baking {
  /** The largest picture that is read: 10 MiB. */
  public static final int MAX_IMAGE_BYTES = 10 << 20;

  /** The largest credential in a picture: 2 MiB, after decompression. */
  public static final int MAX_TEXT_BYTES = 2 << 20;

  private Baking() {}

  /**
   * The badge in a PNG, an SVG or a PDF; empty where a sound picture carries none. The format is
   * taken from the bytes.
   *
   * @throws MalformedCredential for anything that is none of the three, is damaged, is over a
   *     limit, or carries two badges
   */
  public static Optional<Baked> unbake(Bytes image) {
    return switch (format(image)) {
      case PNG -> PngBadge.unbake(PngFile.parse(image.view()));
      case SVG -> SvgBadge.unbake(SvgBadge.decode(image.view()));
      case PDF -> PdfBadge.find(image);
      case OTHER -> throw new MalformedCredential("", "neither PNG nor SVG nor PDF");
    };
  }

  /** Whether these bytes start like a picture that {@link #unbake} reads, rather than like text. */
  public static boolean looksLikeImage(Bytes bytes) {
    return format(bytes) != Format.OTHER;
  }

  /**
   * The PNG with this badge and no other; all chunks that are not a badge stay as they are.
   *
   * @throws MalformedCredential for a damaged PNG
   * @throws IllegalArgumentException for a blank text, or one over {@link #MAX_TEXT_BYTES}
   */
  public static Bytes bakePng(Bytes png, BakedKind kind, String text) {
    check(text);
    return Bytes.wrap(PngBadge.bake(PngFile.parse(png.view()), new Baked(kind, text)));
  }

  /**
   * The SVG with this badge and no other, as first child of the root. Everything else stays as it
   * is, active content included: sanitising is the affair of who publishes the picture.
   *
   * @throws MalformedCredential for an SVG that is damaged or over a limit, or has a DOCTYPE
   * @throws IllegalArgumentException for a blank text, or one over {@link #MAX_TEXT_BYTES}
   */
  public static Bytes bakeSvg(Bytes svg, BakedKind kind, String text) {
    check(text);
    return Bytes.utf8(SvgBadge.bake(SvgBadge.decode(svg.view()), new Baked(kind, text)));
  }

  private static void check(String text) {
    if (text.length() > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("a credential of " + text.length() + " characters");
    }
  }

  private enum Format {
    PNG,
    SVG,
    PDF,
    OTHER
  }

  private static Format format(Bytes image) {
    byte[] bytes = image.view();
    if (bytes.length > MAX_IMAGE_BYTES) {
      throw new MalformedCredential(
          "", "a picture of " + bytes.length + " bytes, at most " + MAX_IMAGE_BYTES + " are read");
    }
    if (bytes.length >= 4 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N') {
      return Format.PNG;
    }
    if (bytes.length >= 5 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D') {
      return Format.PDF;
    }
    int i = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
    while (i < bytes.length && (bytes[i] == ' ' || bytes[i] >= 9 && bytes[i] <= 13)) {
      i++;
    }
    return i < bytes.length && bytes[i] == '<' ? Format.SVG : Format.OTHER;
  }
}
