package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/** The Content-Security-Policy of pages: nothing but our own, and nobody frames them. */
public final class ContentPolicy {
  static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private ContentPolicy() {}

  /** Lets this page show other pages of ours in frames. */
  public static void withOwnFrames(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", PAGE + "; frame-src 'self'");
  }

  /**
   * Lets the form of this page lead on to this place of elsewhere: browsers refuse even an answer
   * that sends them there.
   *
   * @param source a scheme and host, or a scheme alone with its colon
   */
  public static void withFormTo(HttpServletResponse response, String source) {
    response.setHeader(
        "Content-Security-Policy",
        PAGE.replace("form-action 'self'", "form-action 'self' " + source));
  }
}
