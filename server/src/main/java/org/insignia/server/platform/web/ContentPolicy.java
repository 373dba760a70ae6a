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
}
