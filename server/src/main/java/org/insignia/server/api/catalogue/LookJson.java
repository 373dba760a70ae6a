package org.insignia.server.api.catalogue;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.handmade.LookVersion;
import org.jspecify.annotations.Nullable;

/**
 * One of the looks that an achievement has or had; a look never changes.
 *
 * @param number counts from 1
 * @param present whether badges look like that from now on
 * @param givenBy {@code staff} or {@code catalogue}
 * @param since null where that was not yet noted
 * @param image where its picture is, as SVG; with {@code .png} in place of {@code .svg} as PNG
 * @param design of what it is composed; null for a picture that was brought
 */
record LookJson(
    UUID id,
    int number,
    boolean present,
    String givenBy,
    @Nullable Instant since,
    URI image,
    @Nullable Composed design) {

  /** The parts of a composed look. */
  record Composed(
      String outline,
      String ring,
      String metal,
      String enamel,
      String icon,
      String legend,
      String title,
      String level,
      String ribbon,
      int stars) {

    private static Composed of(Design design) {
      return new Composed(
          EntryJson.word(design.outline()),
          EntryJson.word(design.ring()),
          EntryJson.word(design.metal()),
          design.enamel().hex(),
          EntryJson.word(design.icon()),
          design.legend(),
          design.title(),
          design.level(),
          design.ribbon(),
          design.stars());
    }
  }

  static LookJson of(LookVersion version, BadgeLook look, boolean present, URI image) {
    return new LookJson(
        version.id().value(),
        version.number(),
        present,
        version.byHand() ? "staff" : "catalogue",
        version.since(),
        image,
        look instanceof Design design ? Composed.of(design) : null);
  }
}
