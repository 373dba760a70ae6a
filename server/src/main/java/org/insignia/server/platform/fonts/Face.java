package org.insignia.server.platform.fonts;

/**
 * How letters look. Scripts that a face does not have are set in the one design that is bundled for
 * them.
 */
public enum Face {
  REGULAR("NotoSans-Regular", "NotoSansSC-Regular"),
  BOLD("NotoSans-Bold", "NotoSansSC-SemiBold"),
  /** With serifs, semi-bold: for names and titles. */
  SERIF("NotoSerif-SemiBold", "NotoSansSC-SemiBold");

  private final String western;
  private final String chinese;

  Face(String western, String chinese) {
    this.western = western;
    this.chinese = chinese;
  }

  FontFile western() {
    return FontFile.named(western);
  }

  FontFile chinese() {
    return FontFile.named(chinese);
  }
}
