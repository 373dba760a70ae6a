package org.insignia.server.sharing.social;

import java.util.List;

/** The sides, in pixels, in which badges are drawn: no address makes this machine draw others. */
public final class PictureSize {
  /** Smallest first. */
  public static final List<Integer> ALL = List.of(96, 128, 192, 256, 400, 600, 1200);

  private PictureSize() {}

  /** The smallest that is as large as this, or the largest there is. */
  public static int atLeast(int wanted) {
    return ALL.stream().filter(size -> size >= wanted).findFirst().orElse(ALL.getLast());
  }
}
