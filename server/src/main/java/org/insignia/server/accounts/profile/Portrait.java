package org.insignia.server.accounts.profile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.springframework.stereotype.Component;

/**
 * Turns whatever is uploaded as a picture into a square JPEG of 512 pixels, drawn anew: nothing of
 * the upload but its pixels survives.
 */
@Component
public final class Portrait {
  static final int SIDE = 512;
  private static final float QUALITY = 0.88f;

  private final UploadedPictures uploads;

  Portrait(UploadedPictures uploads) {
    this.uploads = uploads;
  }

  /** How it went. */
  sealed interface Outcome {}

  /** The picture as we drew it. */
  record Drawn(Jpeg jpeg) implements Outcome {}

  /** It is not taken. */
  record Refused(Refusal why) implements Outcome {}

  Outcome draw(InputStream upload) {
    return switch (uploads.read(upload)) {
      case UploadedPictures.Refused(var why) -> new Refused(why);
      case UploadedPictures.Read(var picture) ->
          new Drawn(encode(square(UploadedPictures.opaque(picture))));
    };
  }

  private static BufferedImage square(BufferedImage picture) {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    return UploadedPictures.scaled(
        picture.getSubimage(
            (picture.getWidth() - side) / 2, (picture.getHeight() - side) / 2, side, side),
        SIDE,
        SIDE);
  }

  private static Jpeg encode(BufferedImage picture) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, List.of(), null), param);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      writer.dispose();
    }
    return new Jpeg(bytes.toByteArray());
  }
}
