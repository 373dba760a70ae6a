package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Looks of badges by themselves, at addresses before which programs write the size they want. Their
 * ids cannot be guessed, and there is no credential in them.
 */
@RestController
final class LookPictures {
  private static final String ID =
      "{design:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
  private static final int USUAL = 600;
  private static final int SMALLEST = 16;
  private static final int LARGEST = 1200;

  /** The sides that are drawn, in pixels; others are made of the next larger one. */
  private static final int[] DRAWN = {128, 400, 600, LARGEST};

  private final DesignImages images;

  LookPictures(DesignImages images) {
    this.images = images;
  }

  @GetMapping("/images/" + ID + "/{file:.{1,200}}")
  ResponseEntity<byte[]> whole(@PathVariable UUID design, HttpServletRequest request) {
    return PublicAnswer.forEver(images.png(new DesignId(design), USUAL), "image/png").to(request);
  }

  /** As large as fits into this many pixels; a look is square. */
  @GetMapping("/size/{width:[0-9]{1,4}}x{height:[0-9]{1,4}}/images/" + ID + "/{file:.{1,200}}")
  ResponseEntity<byte[]> sized(
      @PathVariable int width,
      @PathVariable int height,
      @PathVariable UUID design,
      HttpServletRequest request) {
    int side = Math.clamp(Math.min(width, height), SMALLEST, LARGEST);
    return PublicAnswer.forEver(picture(new DesignId(design), side), "image/png").to(request);
  }

  private Bytes picture(DesignId design, int side) {
    int drawn = LARGEST;
    for (int i = DRAWN.length - 1; i >= 0 && DRAWN[i] >= side; i--) {
      drawn = DRAWN[i];
    }
    var picture = images.png(design, drawn);
    return drawn == side ? picture : scaled(picture, side);
  }

  private static Bytes scaled(Bytes picture, int side) {
    try {
      var out = new ByteArrayOutputStream();
      var read = ImageIO.read(new ByteArrayInputStream(picture.view()));
      ImageIO.write(UploadedPictures.scaled(read, side, side), "png", out);
      return Bytes.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
