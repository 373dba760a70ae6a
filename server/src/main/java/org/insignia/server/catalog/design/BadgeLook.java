package org.insignia.server.catalog.design;

import org.insignia.openbadges.json.Bytes;

/** How a badge looks: composed from its parts, or a picture that staff brought. */
public sealed interface BadgeLook permits Design, BadgeLook.Picture {

  /** What a reader is told who cannot see it. */
  String title();

  /**
   * A picture that was brought, already read and written anew: nothing of the upload is in it.
   *
   * @param png square, {@value #SIDE} pixels wide
   */
  record Picture(String title, Bytes png) implements BadgeLook {
    /** The side in pixels of a picture that is kept. */
    public static final int SIDE = 1200;
  }
}
