package org.insignia.server.issuing.details;

/**
 * What one credential says beyond what all have; empty texts where it says nothing.
 *
 * @param quiet whether its earner is told of it by no mail
 * @param evidenceUrl an http or https address
 * @param evidenceText what the earner did, as written
 * @param result for example a score, as written
 */
public record Details(boolean quiet, String evidenceUrl, String evidenceText, String result) {
  /** What most have. */
  public static final Details NONE = new Details(false, "", "", "");

  /** Which members the document gets by it; credentials of one shape share a form. */
  public record Shape(boolean url, boolean text, boolean result) {}

  /** The shape of its document. */
  public Shape shape() {
    return new Shape(!evidenceUrl.isEmpty(), !evidenceText.isEmpty(), !result.isEmpty());
  }
}
