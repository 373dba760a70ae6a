package org.insignia.server.catalog.design;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.picture.Png;
import org.insignia.server.platform.picture.UploadedPictures;

/** A brought picture in the sizes and forms that a composed badge has. */
final class PictureDrawing {
  /** The side of the picture inside an SVG, in pixels: sharp on a page, and not yet heavy. */
  private static final int INSIDE = 600;

  private PictureDrawing() {}

  static Bytes png(BadgeLook.Picture look, int size) {
    return size == BadgeLook.Picture.SIDE
        ? look.png()
        : Png.of(UploadedPictures.scaled(decoded(look.png()), size, size));
  }

  static String svg(BadgeLook.Picture look) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" role="img" aria-labelledby="t"><title id="t">%s</title><image width="1000" height="1000" href="data:image/png;base64,%s"/></svg>
    """
        .formatted(
            SvgCanvas.escaped(look.title()),
            Base64.getEncoder().encodeToString(png(look, INSIDE).view()));
  }

  private static BufferedImage decoded(Bytes png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.view()));
      if (image == null) {
        throw new IllegalStateException("a kept picture is no PNG");
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
