package org.insignia.server.catalog.staff;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.svg.SvgPicture;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Turns a picture that staff bring into a look: read to pixels, made square, written anew. */
@Component
public final class BroughtPictures {
  /** The shortest longer side that is still sharp on a page, in pixels. */
  public static final int SMALLEST = 300;

  private final UploadedPictures pictures;

  BroughtPictures(UploadedPictures pictures) {
    this.pictures = pictures;
  }

  /** How it went. */
  public sealed interface Outcome {}

  /** It can be given to badges. */
  public record Look(BadgeLook look) implements Outcome {}

  /** Many are being read; later it works. */
  public record Busy() implements Outcome {}

  /**
   * It is not taken.
   *
   * @param key of the text that says why
   * @param value what stands in it
   */
  public record Refused(String key, Object value) implements Outcome {}

  /**
   * Takes in a picture.
   *
   * @param title what a reader is told who cannot see it
   */
  public Outcome brought(String title, Bytes bytes) {
    if (bytes.size() == 0) {
      return new Refused("achievements.look.no-file", "");
    }
    if (SvgPicture.isMeant(bytes)) {
      return drawn(title, bytes);
    }
    return switch (pictures.read(new ByteArrayInputStream(bytes.view()))) {
      case UploadedPictures.Refused(var why) when why == Refusal.BUSY -> new Busy();
      case UploadedPictures.Refused(var why) ->
          new Refused(
              "certificates.picture." + why.name(),
              why == Refusal.TOO_LARGE ? UploadedPictures.MOST_BYTES >> 20 : 0);
      case UploadedPictures.Read(var picture) -> look(title, picture);
    };
  }

  /**
   * The look that staff bring by a form.
   *
   * @param faults gets why it is none
   */
  Optional<BadgeLook> read(String title, @Nullable MultipartFile file, Faults faults) {
    try (var in = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
      return switch (brought(title, Bytes.wrap(in.readNBytes(UploadedPictures.MOST_BYTES + 1)))) {
        case Look(var look) -> Optional.of(look);
        case Busy busy -> refused(faults, "certificates.picture." + Refusal.BUSY.name(), 0);
        case Refused(var key, var value) -> refused(faults, key, value);
      };
    } catch (IOException e) {
      return refused(faults, "certificates.picture.UNREADABLE", 0);
    }
  }

  private static Optional<BadgeLook> refused(Faults faults, String key, Object value) {
    faults.add("picture", key, value);
    return Optional.empty();
  }

  /**
   * As a program brings it; empty where it is no picture that can be taken.
   *
   * @param title what a reader is told who cannot see it
   */
  public Optional<BadgeLook> read(String title, Bytes bytes) {
    return brought(title, bytes) instanceof Look(var look) ? Optional.of(look) : Optional.empty();
  }

  private static Outcome drawn(String title, Bytes svg) {
    return switch (SvgPicture.read(svg, BadgeLook.Picture.SIDE)) {
      case SvgPicture.Drawn(var picture) -> new Look(new BadgeLook.Picture(title, png(picture)));
      case SvgPicture.Refused(var why, var what) ->
          new Refused(
              "achievements.svg." + why.name(),
              why == SvgPicture.Why.TOO_LARGE ? SvgPicture.MOST_BYTES >> 20 : what);
    };
  }

  private static Outcome look(String title, BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight()) < SMALLEST
        ? new Refused("achievements.look.small", SMALLEST)
        : new Look(new BadgeLook.Picture(title, png(squared(picture))));
  }

  /** In the middle of a square without a ground, as large as fits. */
  private static BufferedImage squared(BufferedImage picture) {
    int side = BadgeLook.Picture.SIDE;
    double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    var pen = square.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        UploadedPictures.scaled(picture, width, height),
        (side - width) / 2,
        (side - height) / 2,
        null);
    pen.dispose();
    return square;
  }

  private static Bytes png(BufferedImage image) {
    var out = new ByteArrayOutputStream(512 * 1024);
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
