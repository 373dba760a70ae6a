package org.insignia.server.platform.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Reads whatever is uploaded as a picture into pixels; nothing else of the upload survives. What it
 * claims to be is read from its first bytes, never from a name; its size is judged before a pixel
 * is decoded, and decoding has an end.
 */
@Component
public final class UploadedPictures {
  /** The largest upload. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 16_000;
  private static final int WORKING_SIDE = 2_048;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** How it went. */
  public sealed interface Outcome {}

  /**
   * Its pixels, turned as the camera was held; several thousand along the longer side at most.
   *
   * @param picture with transparency where the upload had some
   */
  public record Read(BufferedImage picture) implements Outcome {}

  /** It is not taken. */
  public record Refused(Refusal why) implements Outcome {}

  /** Reads a PNG or JPEG. */
  public Outcome read(InputStream upload) {
    try {
      byte[] bytes = upload.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Refused(Refusal.TOO_LARGE);
      }
      var kind = kind(bytes);
      if (kind.isEmpty()) {
        return new Refused(Refusal.OTHER_KIND);
      }
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Refused(Refusal.BUSY);
      }
      try {
        return read(bytes, kind);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Refused(Refusal.BUSY);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers answer damaged files with whatever exception the damage led to.
      return new Refused(Refusal.UNREADABLE);
    }
  }

  private static String kind(byte[] bytes) {
    if (startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return "png";
    }
    return startsWith(bytes, 0xff, 0xd8, 0xff) ? "jpeg" : "";
  }

  private static boolean startsWith(byte[] bytes, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static Outcome read(byte[] bytes, String kind) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true); // no metadata: its texts may inflate without end
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
        return new Refused(Refusal.TOO_MANY_PIXELS);
      }
      var limits = new DecodingLimits();
      reader.addIIOReadProgressListener(limits);
      reader.addIIOReadUpdateListener(limits);
      var param = reader.getDefaultReadParam();
      thin(param, (int) Math.min(width, height));
      var picture = reader.read(0, param);
      if (limits.isOver()) {
        return new Refused(Refusal.UNREADABLE);
      }
      return new Read(
          kind.equals("jpeg")
              ? Turn.of(bytes).apply(opaque(picture))
              : copied(picture, BufferedImage.TYPE_INT_ARGB));
    } finally {
      reader.dispose();
    }
  }

  /** Leaves out lines and columns while reading, so that memory follows what is needed. */
  private static void thin(ImageReadParam param, int shorter) {
    int step = Math.max(1, shorter / WORKING_SIDE + (shorter % WORKING_SIDE == 0 ? 0 : 1));
    param.setSourceSubsampling(step, step, 0, 0);
  }

  /** The picture on white. */
  public static BufferedImage opaque(BufferedImage picture) {
    return copied(picture, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage copied(BufferedImage picture, int type) {
    var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    var pen = plain.createGraphics();
    pen.drawImage(picture, 0, 0, type == BufferedImage.TYPE_INT_RGB ? Color.WHITE : null, null);
    pen.dispose();
    return plain;
  }

  /** The same smaller or larger, halved first until one more step gives the size: smooth edges. */
  public static BufferedImage scaled(BufferedImage picture, int width, int height) {
    var now = picture;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
      now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
    }
    return drawn(now, width, height);
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    var scaled = new BufferedImage(width, height, picture.getType());
    var pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }
}
