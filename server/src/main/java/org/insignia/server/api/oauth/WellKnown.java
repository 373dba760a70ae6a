package org.insignia.server.api.oauth;

import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;

/**
 * Documents that stand at the root of a host and name the path of what they speak of behind
 * themselves, where it has one (RFC 8414 #section-3.1).
 */
public final class WellKnown {
  private WellKnown() {}

  /**
   * Lets pass who asks for the document of this server, by its path or without one: a proxy that
   * takes the path away leaves none.
   *
   * @param asked the path of the request
   * @param document the path of the document, without anything behind it
   * @throws Problem.NotFound for whoever asks for the document of another one
   */
  public static void requireOurs(String asked, String document, Settings settings) {
    var behind = asked.substring(document.length());
    var ours = settings.baseUrl().getRawPath();
    if (!behind.isEmpty() && !behind.equals(ours == null ? "" : ours)) {
      throw new Problem.NotFound("this host has no such document; its own is at " + document);
    }
  }
}
