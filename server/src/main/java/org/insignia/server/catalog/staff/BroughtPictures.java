package org.insignia.server.catalog.staff;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

  /**
   * The look.
   *
   * @param title what a reader is told who cannot see it
   * @param faults gets why it is none
   */
  Optional<BadgeLook> read(String title, @Nullable MultipartFile file, Faults faults) {
    if (file == null || file.isEmpty()) {
      faults.add("picture", "achievements.look.no-file");
      return Optional.empty();
    }
    try (var in = file.getInputStream()) {
      var bytes = Bytes.wrap(in.readNBytes(UploadedPictures.MOST_BYTES + 1));
      if (SvgPicture.isMeant(bytes)) {
        return drawn(title, bytes, faults);
      }
      return switch (pictures.read(new ByteArrayInputStream(bytes.view()))) {
        case UploadedPictures.Refused(var why) -> {
          faults.add(
              "picture",
              "certificates.picture." + why.name(),
              why == Refusal.TOO_LARGE ? UploadedPictures.MOST_BYTES >> 20 : 0);
          yield Optional.empty();
        }
        case UploadedPictures.Read(var picture) -> look(title, picture, faults);
      };
    } catch (IOException e) {
      faults.add("picture", "certificates.picture.UNREADABLE", 0);
      return Optional.empty();
    }
  }

  /**
   * As a program brings it; empty where it is no picture that can be taken.
   *
   * @param title what a reader is told who cannot see it
   */
  public Optional<BadgeLook> read(String title, Bytes bytes) {
    if (SvgPicture.isMeant(bytes)) {
      return SvgPicture.read(bytes, BadgeLook.Picture.SIDE) instanceof SvgPicture.Drawn(var picture)
          ? Optional.of(new BadgeLook.Picture(title, png(picture)))
          : Optional.empty();
    }
    return pictures.read(new ByteArrayInputStream(bytes.view()))
                instanceof UploadedPictures.Read(var picture)
            && Math.max(picture.getWidth(), picture.getHeight()) >= SMALLEST
        ? Optional.of(new BadgeLook.Picture(title, png(squared(picture))))
        : Optional.empty();
  }

  private static Optional<BadgeLook> drawn(String title, Bytes svg, Faults faults) {
    return switch (SvgPicture.read(svg, BadgeLook.Picture.SIDE)) {
      case SvgPicture.Drawn(var picture) -> Optional.of(new BadgeLook.Picture(title, png(picture)));
      case SvgPicture.Refused(var why, var what) -> {
        faults.add(
            "picture",
            "achievements.svg." + why.name(),
            why == SvgPicture.Why.TOO_LARGE ? SvgPicture.MOST_BYTES >> 20 : what);
        yield Optional.empty();
      }
    };
  }

  private static Optional<BadgeLook> look(String title, BufferedImage picture, Faults faults) {
    if (Math.max(picture.getWidth(), picture.getHeight()) < SMALLEST) {
      faults.add("picture", "achievements.look.small", SMALLEST);
      return Optional.empty();
    }
    return Optional.of(new BadgeLook.Picture(title, png(squared(picture))));
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
