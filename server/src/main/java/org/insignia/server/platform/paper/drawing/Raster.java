package org.insignia.server.platform.paper.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.insignia.openbadges.json.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A picture made of pixels.
 *
 * @param rgb three bytes a pixel, row by row
 * @param alpha one byte a pixel; null where nothing shows through
 */
public record Raster(int width, int height, Bytes rgb, @Nullable Bytes alpha) {
  /** More pixels than print on a sheet. */
  private static final int MOST_PIXELS = 16_000_000;

  public Raster {
    if (width < 1 || height < 1 || rgb.size() != 3 * width * height) {
      throw new IllegalArgumentException("no picture: " + width + " by " + height);
    }
  }

  /** A PNG or JPEG of at most 16 million pixels; empty for anything else. */
  public static Optional<Raster> read(Bytes file) {
    if (!isPngOrJpeg(file.view())) {
      return Optional.empty();
    }
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(file.view()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          reader.setInput(in, true, true);
          long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
          return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(of(reader.read(0)));
        } finally {
          reader.dispose();
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // damaged: the decoders of the JDK throw whatever they meet
    }
  }

  /** No decoder of the JDK for any other format is ever reached. */
  private static boolean isPngOrJpeg(byte[] file) {
    return file.length > 8
        && ((file[0] & 0xff) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G'
            || (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8);
  }

  public static Raster of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    byte[] alpha = new byte[width * height];
    boolean solid = true;
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        rgb[3 * at] = (byte) (row[x] >> 16);
        rgb[3 * at + 1] = (byte) (row[x] >> 8);
        rgb[3 * at + 2] = (byte) row[x];
        alpha[at] = (byte) (row[x] >>> 24);
        solid &= alpha[at] == -1;
      }
    }
    return new Raster(width, height, Bytes.wrap(rgb), solid ? null : Bytes.wrap(alpha));
  }
}
