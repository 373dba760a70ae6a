package org.insignia.server.organisations.settings;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.insignia.server.organisations.Logo;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;

/** Takes logos in as hostile input and draws them anew. */
@Component
final class Logos {
  private static final int LONGEST_SIDE = 640;

  private final UploadedPictures uploads;

  Logos(UploadedPictures uploads) {
    this.uploads = uploads;
  }

  sealed interface Outcome {}

  /** As we drew it. */
  record Drawn(Logo logo) implements Outcome {}

  record Refused(Refusal why) implements Outcome {}

  Outcome draw(InputStream upload) {
    return switch (uploads.read(upload)) {
      case UploadedPictures.Refused(var why) -> new Refused(why);
      case UploadedPictures.Read(var picture) -> drawn(fitted(picture));
    };
  }

  private static BufferedImage fitted(BufferedImage picture) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double factor = Math.min(1, (double) LONGEST_SIDE / longer);
    return UploadedPictures.scaled(
        picture,
        Math.max(1, (int) Math.round(picture.getWidth() * factor)),
        Math.max(1, (int) Math.round(picture.getHeight() * factor)));
  }

  private static Drawn drawn(BufferedImage picture) {
    var out = new ByteArrayOutputStream(32 * 1024);
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    var png = out.toByteArray();
    return new Drawn(new Logo(SecretToken.sha256(Base64.getEncoder().encodeToString(png)), png));
  }
}
