package org.insignia.server.catalog.staff;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.catalog.design.Readability;
import org.jspecify.annotations.Nullable;

/**
 * How an achievement's badge looks, and the form that gives it another look.
 *
 * @param path of this page
 * @param name of the achievement
 * @param picture address of what the figure shows
 * @param isTrial whether the figure shows what was typed and is not kept yet
 * @param readability of the figure; null for a picture that was brought
 * @param versions the present one first
 */
public record LookPage(
    String slug,
    String organisation,
    String path,
    String name,
    LookForm form,
    Figure figure,
    List<Version> versions,
    boolean mayChange,
    Faults faults) {
  public LookPage {
    versions = List.copyOf(versions);
  }

  /** The picture and what is said under it. */
  public record Figure(
      String picture, String name, boolean isTrial, @Nullable Readability readability) {
    /** As it is written under the picture. */
    public String ratio(Locale locale) {
      return readability == null
          ? ""
          : String.format(locale, "%.1f", Math.floor(readability.ratio() * 10) / 10);
    }
  }

  /** One of its looks. */
  public record Version(
      UUID id, int number, String picture, @Nullable Instant since, boolean byHand, boolean now) {}
}
