package org.insignia.server.certificates.sheet;

import java.util.List;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Raster;
import org.jspecify.annotations.Nullable;

/**
 * A design with everything that it needs to be drawn.
 *
 * @param colour of the frame and the heading, {@code #rrggbb}, dark enough for white paper
 * @param ornament of the fine lines, as it was chosen
 * @param logo null for an organisation that shows its name instead
 * @param badge as it was issued
 */
public record Look(
    String colour, String ornament, @Nullable Raster logo, List<Signer> signers, Badge badge) {
  public Look {
    signers = List.copyOf(signers);
  }

  /** The badge on the sheet. */
  public sealed interface Badge {
    /** Composed: lines that stay sharp. */
    record Drawn(Figure figure) implements Badge {}

    /** A picture that staff brought. */
    record Printed(Raster raster) implements Badge {}
  }

  /**
   * One who signs.
   *
   * @param title may be empty
   * @param signature null where the line stays empty
   */
  public record Signer(String name, String title, @Nullable Raster signature) {}
}
