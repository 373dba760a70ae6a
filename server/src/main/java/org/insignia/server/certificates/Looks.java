package org.insignia.server.certificates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.DesignPictures;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.certificates.design.Signatory;
import org.insignia.server.certificates.sheet.Look;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.paper.drawing.Raster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what a design needs to be drawn. DesignPictures and badges never change under their
 * names, so that the few that are in use are kept ready.
 */
@Component
final class Looks {
  private static final int MOST = 64;

  private final DesignPictures pictures;
  private final Map<PictureId, Raster> rasters = kept();
  private final Map<BadgeLook, Look.Badge> badges = kept();

  Looks(DesignPictures pictures) {
    this.pictures = pictures;
  }

  /** Least recently used first. */
  private static <K, V> Map<K, V> kept() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
      }
    };
  }

  Look of(Draft draft) {
    CertificateDesign design = draft.design();
    return new Look(
        readable(design.colour()),
        design.ornament(),
        raster(draft.organisation(), design.logo()),
        design.signatories().stream().map(s -> signer(draft.organisation(), s)).toList(),
        once(badges, draft.badge(), Looks::badge));
  }

  private static Look.Badge badge(BadgeLook look) {
    return switch (look) {
      case Design design -> new Look.Badge.Drawn(DesignDrawing.figure(design));
      case BadgeLook.Picture picture ->
          new Look.Badge.Printed(
              Raster.read(picture.png())
                  .orElseThrow(() -> new IllegalStateException("a kept picture is no PNG")));
    };
  }

  private Look.Signer signer(Organisation organisation, Signatory signatory) {
    return new Look.Signer(
        signatory.name(), signatory.title(), raster(organisation, signatory.signature()));
  }

  /** Dark enough to be read on white. */
  private static String readable(String colour) {
    return Accent.parse(colour).map(Accent::onLight).orElse(colour);
  }

  private @Nullable Raster raster(Organisation organisation, @Nullable PictureId id) {
    return id == null
        ? null
        : once(
            rasters,
            id,
            wanted ->
                pictures
                    .find(organisation.id(), wanted)
                    .flatMap(picture -> Raster.read(picture.png()))
                    .orElseThrow(() -> new IllegalStateException("no picture " + wanted)));
  }

  private static <K, V> V once(Map<K, V> kept, K key, Function<K, V> make) {
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    var made = make.apply(key);
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }
}
