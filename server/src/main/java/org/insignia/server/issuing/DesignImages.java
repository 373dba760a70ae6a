package org.insignia.server.issuing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.DesignId;
import org.springframework.stereotype.Component;

/** Drawn looks, kept in memory as long as they are asked for: drawing one takes 0.1 s. */
@Component
public class DesignImages {
  private static final long MOST_BYTES = 48L << 20;

  private final Achievements achievements;
  private final Map<Drawn, Bytes> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  DesignImages(Achievements achievements) {
    this.achievements = achievements;
  }

  /** {@code size} 0 is the SVG. */
  private record Drawn(DesignId design, int size) {}

  /**
   * @param size side in pixels
   */
  public Bytes png(DesignId design, int size) {
    return image(new Drawn(design, size));
  }

  public Bytes svg(DesignId design) {
    return image(new Drawn(design, 0));
  }

  private Bytes image(Drawn wanted) {
    synchronized (kept) {
      Bytes image = kept.get(wanted);
      if (image != null) {
        return image;
      }
    }
    var design = achievements.design(wanted.design());
    Bytes image =
        wanted.size() == 0
            ? Bytes.utf8(DesignDrawing.svg(design))
            : DesignDrawing.png(design, wanted.size());
    keep(wanted, image);
    return image;
  }

  private void keep(Drawn wanted, Bytes image) {
    synchronized (kept) {
      if (kept.put(wanted, image) == null) {
        bytes += image.size();
      }
      var oldest = kept.entrySet().iterator();
      while (bytes > MOST_BYTES && oldest.hasNext()) {
        bytes -= oldest.next().getValue().size();
        oldest.remove();
      }
    }
  }
}
