package org.insignia.server.sharing.foreign;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.picture.Png;

/**
 * A picture of a stranger as pixels of our own: nothing that hides in its file (scripts, places,
 * bombs, second files) is ever served.
 */
final class PictureCopy {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final String DATA = "data:image/png;base64,";
  private static final int MOST_SIDE = 2500;
  private static final int MOST_PIXELS = 4_000_000;
  private static final int SIDE = 600;

  private PictureCopy() {}

  /** The picture at most 600 pixels wide and high; empty for anything but a sound, modest PNG. */
  static Optional<Bytes> of(Bytes png) {
    if (!isModest(png.view())) {
      return Optional.empty();
    }
    try {
      var image = read(png);
      return image == null ? Optional.empty() : Optional.of(Png.of(scaled(image)));
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty(); // the decoder throws all kinds of things at damaged pictures
    }
  }

  /** As {@link #of(Bytes)} for a {@code data:} URL. */
  static Optional<Bytes> of(String dataUrl) {
    return dataUrl.startsWith(DATA)
        ? of(Bytes.wrap(Base64.getDecoder().decode(dataUrl.substring(DATA.length()))))
        : Optional.empty();
  }

  /** By the header alone, before any memory is asked for. */
  private static boolean isModest(byte[] png) {
    if (png.length < 33 || !Arrays.equals(png, 0, 8, SIGNATURE, 0, 8)) {
      return false;
    }
    long width = ByteBuffer.wrap(png).getInt(16);
    long height = ByteBuffer.wrap(png).getInt(20);
    return width > 0
        && height > 0
        && width <= MOST_SIDE
        && height <= MOST_SIDE
        && width * height <= MOST_PIXELS;
  }

  /** Without metadata: texts in a picture can be inflated to any size. */
  private static BufferedImage read(Bytes png) throws IOException {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png.view()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    double factor = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return copy;
  }
}
