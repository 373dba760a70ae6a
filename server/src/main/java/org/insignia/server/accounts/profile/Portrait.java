package org.insignia.server.accounts.profile;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Turns whatever is uploaded as a picture into a square JPEG of 512 pixels, drawn anew: nothing of
 * the upload but its pixels survives. What it claims to be is read from its first bytes, never from
 * a name; its size is judged before a pixel is decoded, and decoding has an end.
 */
@Component
public final class Portrait {
  /** The largest upload. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  static final int SIDE = 512;
  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 16_000;
  private static final int WORKING_SIDE = 2_048;
  private static final float QUALITY = 0.88f;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Why a picture is not taken; each is said to the person in words. */
  public enum Refusal {
    /** More than {@link #MOST_BYTES}. */
    TOO_LARGE,
    /** Neither a PNG nor a JPEG by its first bytes. */
    OTHER_KIND,
    /** More pixels than anybody's camera takes. */
    TOO_MANY_PIXELS,
    /** It breaks off, or is built to take for ever. */
    UNREADABLE,
    /** Others are being drawn; later it works. */
    BUSY
  }

  /** How it went. */
  sealed interface Outcome {}

  /** The picture as we drew it. */
  record Drawn(Jpeg jpeg) implements Outcome {}

  /** It is not taken. */
  record Refused(Refusal why) implements Outcome {}

  Outcome draw(InputStream upload) {
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
        return draw(bytes, kind);
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

  private static Outcome draw(byte[] bytes, String kind) throws IOException {
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
      var turn = kind.equals("jpeg") ? Turn.of(bytes) : Turn.NONE;
      return new Drawn(encode(square(turn.apply(opaque(picture)))));
    } finally {
      reader.dispose();
    }
  }

  /** Leaves out lines and columns while reading, so that memory follows what is needed. */
  private static void thin(ImageReadParam param, int shorter) {
    int step = Math.max(1, shorter / WORKING_SIDE + (shorter % WORKING_SIDE == 0 ? 0 : 1));
    param.setSourceSubsampling(step, step, 0, 0);
  }

  private static BufferedImage opaque(BufferedImage picture) {
    var plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = plain.createGraphics();
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    return plain;
  }

  /** The middle, halved until one more step gives the size: that keeps edges smooth. */
  private static BufferedImage square(BufferedImage picture) {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    var square =
        picture.getSubimage(
            (picture.getWidth() - side) / 2, (picture.getHeight() - side) / 2, side, side);
    while (square.getWidth() >= 2 * SIDE) {
      square = scaled(square, square.getWidth() / 2);
    }
    return scaled(square, SIDE);
  }

  private static BufferedImage scaled(BufferedImage square, int side) {
    var scaled = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.drawImage(square, 0, 0, side, side, null);
    pen.dispose();
    return scaled;
  }

  private static Jpeg encode(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, List.of(), null), param);
    } finally {
      writer.dispose();
    }
    return new Jpeg(bytes.toByteArray());
  }
}
