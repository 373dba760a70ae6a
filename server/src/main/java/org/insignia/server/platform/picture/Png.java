package org.insignia.server.platform.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;

/** Writes pixels as a PNG, without text or time in it: the same pixels give the same bytes. */
public final class Png {
  private static final int USUALLY = 64 * 1024;

  private Png() {}

  /** The file. */
  public static Bytes of(BufferedImage image) {
    var out = new ByteArrayOutputStream(USUALLY);
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("no writer for PNG of these pixels in this Java");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
