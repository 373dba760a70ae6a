package org.insignia.server.platform.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.picture.Png;

/**
 * A text as a QR code with its quiet zone; 15 % of it may be unreadable (level M).
 *
 * @see <a href="https://www.iso.org/standard/83389.html">ISO/IEC 18004:2024</a>
 */
public final class QrCode {
  private static final Map<EncodeHintType, String> UTF_8 =
      Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

  private static final int QUIET = 4;
  private static final int LARGEST = 4096;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * @throws IllegalArgumentException if it is longer than fits, about 2,300 bytes
   */
  public static QrCode of(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    try {
      return new QrCode(
          Encoder.encode(text, ErrorCorrectionLevel.M, ascii ? Map.of() : UTF_8).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for " + text.length() + " characters", e);
    }
  }

  /** Modules along a side, quiet zone included. */
  public int side() {
    return modules.getWidth() + 2 * QUIET;
  }

  /** Black on white, as one path; as wide as it is shown. */
  public String svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%2$s"/></svg>
    """
        .formatted(side(), path());
  }

  /** The dark modules, row by row, each run of them as one rectangle; a unit is a module. */
  public String path() {
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(x - start).append("v1h-").append(x - start).append('z');
        }
      }
    }
    return path.toString();
  }

  /** The dark modules as one shape; a unit is a module, the quiet zone is left free. */
  public Path2D shape() {
    var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int start = x;
        while (x < modules.getWidth() && modules.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          shape.append(new Rectangle2D.Double(start + QUIET, y + QUIET, x - start, 1), false);
        }
      }
    }
    return shape;
  }

  /**
   * A PNG whose modules are whole pixels: the largest that fits.
   *
   * @param most its side in pixels, at least {@link #side()}
   */
  public Bytes png(int most) {
    if (most < side() || most > LARGEST) {
      throw new IllegalArgumentException("side outside " + side() + " to " + LARGEST + ": " + most);
    }
    int scale = most / side();
    int size = scale * side();
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, isDark(x / scale - QUIET, y / scale - QUIET) ? 0xff000000 : 0xffffffff);
      }
    }
    return Png.of(image);
  }

  private boolean isDark(int x, int y) {
    return x >= 0
        && y >= 0
        && x < modules.getWidth()
        && y < modules.getHeight()
        && modules.get(x, y) == 1;
  }
}
