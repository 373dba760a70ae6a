package org.insignia.server.platform.paper.drawing;

import java.awt.Shape;
import java.net.URI;
import org.insignia.server.platform.fonts.Glyphs;
import org.jspecify.annotations.Nullable;

/**
 * Something on a sheet, in points from the upper left corner. What has no tag is ornament, and not
 * read aloud.
 */
public sealed interface Mark {
  @Nullable Tag tag();

  /** Letters that begin at {@code x} and stand on {@code baseline}. */
  record Letters(double x, double baseline, double size, Ink ink, Glyphs glyphs, @Nullable Tag tag)
      implements Mark {}

  /** A filled shape. */
  record Fill(Shape shape, Ink ink, @Nullable Tag tag) implements Mark {}

  /** A drawing, as large as its box. */
  record Drawn(Box box, Figure figure, @Nullable Tag tag) implements Mark {}

  /** Pixels, as large as their box. */
  record Pixels(Box box, Raster raster, @Nullable Tag tag) implements Mark {}

  /**
   * A place that leads to an address; the letters on it are marks of their own, of the same tag.
   */
  record Link(Box box, URI target, String description, Tag tag) implements Mark {}
}
