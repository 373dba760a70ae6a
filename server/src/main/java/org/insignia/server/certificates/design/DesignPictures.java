package org.insignia.server.certificates.design;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.picture.Png;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logos and signatures: taken in as hostile input, kept as we drew them anew, cut to what is drawn
 * on them.
 */
@Service
public class DesignPictures {
  /** The longer side of what is kept, in pixels: 10 cm at 300 dots per inch and some. */
  static final int LONGEST_SIDE = 1_400;

  private static final int SHORTEST_SIDE = 8;

  private final DesignPictureStore store;
  private final UploadedPictures uploads;
  private final Clock clock;

  DesignPictures(DesignPictureStore store, UploadedPictures uploads, Clock clock) {
    this.store = store;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** How it went. */
  public sealed interface Outcome {}

  /** It is kept under this name; for good once a design names it. */
  public record Kept(PictureId id) implements Outcome {}

  /** It is not taken. */
  public record Refused(Refusal why) implements Outcome {}

  /** On white paper nothing of it would be seen. */
  public record Blank() implements Outcome {}

  /** Draws an upload anew and keeps that. */
  @Transactional
  public Outcome keep(OrganisationId organisation, InputStream upload) {
    return switch (uploads.read(upload)) {
      case UploadedPictures.Refused(var why) -> new Refused(why);
      case UploadedPictures.Read(var read) -> {
        var cut = cut(read);
        yield cut.getWidth() < SHORTEST_SIDE || cut.getHeight() < SHORTEST_SIDE
            ? new Blank()
            : kept(organisation, fitted(cut));
      }
    };
  }

  private Kept kept(OrganisationId organisation, BufferedImage drawn) {
    var png = Png.of(drawn);
    var hash = SecretToken.sha256(Base64.getEncoder().encodeToString(png.view()));
    var picture = new Picture(new PictureId(Ids.next()), png, drawn.getWidth(), drawn.getHeight());
    return new Kept(store.put(organisation, hash, picture, clock.instant()));
  }

  /** A picture of this organisation; those of others do not exist here. */
  public Optional<Picture> find(OrganisationId organisation, PictureId id) {
    return store.find(organisation, id);
  }

  /** Without the empty rim that scans and exported logos have. */
  private static BufferedImage cut(BufferedImage picture) {
    int left = picture.getWidth();
    int top = picture.getHeight();
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (!isGround(picture.getRGB(x, y))) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? picture.getSubimage(0, 0, 1, 1)
        : picture.getSubimage(left, top, right - left + 1, bottom - top + 1);
  }

  private static boolean isGround(int argb) {
    int light = 250;
    return argb >>> 24 < 8
        || (argb >> 16 & 0xff) > light && (argb >> 8 & 0xff) > light && (argb & 0xff) > light;
  }

  private static BufferedImage fitted(BufferedImage picture) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double factor = Math.min(1, (double) LONGEST_SIDE / longer);
    return UploadedPictures.scaled(
        picture,
        Math.max(1, (int) Math.round(picture.getWidth() * factor)),
        Math.max(1, (int) Math.round(picture.getHeight() * factor)));
  }
}
