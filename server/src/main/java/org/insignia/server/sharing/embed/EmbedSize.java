package org.insignia.server.sharing.embed;

import java.util.OptionalInt;

/** The frame of an embedded badge, in pixels. */
public record EmbedSize(int width, int height) {
  /** As snippets have it that people pasted years ago. */
  public static final EmbedSize USUAL = new EmbedSize(150, 270);

  /** Lying, for places that are wide. */
  static final EmbedSize LYING = new EmbedSize(420, 140);

  static final EmbedSize LARGE = new EmbedSize(320, 420);

  private static final int SMALLEST = 60;

  /**
   * The form that fits best into what a consumer has room for; it is never larger than that.
   *
   * @param most empty where a side is not limited
   */
  public static EmbedSize within(OptionalInt mostWidth, OptionalInt mostHeight) {
    int width = mostWidth.orElse(Integer.MAX_VALUE);
    int height = mostHeight.orElse(Integer.MAX_VALUE);
    for (var size : new EmbedSize[] {LARGE, LYING, USUAL}) {
      if (size.width <= width && size.height <= height) {
        return size;
      }
    }
    return new EmbedSize(
        Math.min(width, width >= height ? LYING.width : USUAL.width),
        Math.min(height, width >= height ? LYING.height : USUAL.height));
  }

  /** Whether anything of a badge can be seen in it. */
  public boolean isReadable() {
    return width >= SMALLEST && height >= SMALLEST;
  }
}
