package org.insignia.server.certificates.design;

import org.jspecify.annotations.Nullable;

/**
 * Who signs for an organisation.
 *
 * @param title office or position; may be empty
 * @param signature picture of the handwriting; null: the line above the name stays empty
 */
public record Signatory(String name, String title, @Nullable PictureId signature) {
  /** Longest name and title in characters. */
  public static final int LONGEST_NAME = 120;

  public static final int LONGEST_TITLE = 160;
}
