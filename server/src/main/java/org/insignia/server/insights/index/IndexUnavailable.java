package org.insignia.server.insights.index;

/** The engine cannot be asked just now; what it would have answered is not known. */
public final class IndexUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why in English, for the log
   */
  public IndexUnavailable(String why) {
    super(why, null, false, false);
  }
}
