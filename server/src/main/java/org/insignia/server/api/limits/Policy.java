package org.insignia.server.api.limits;

import java.time.Duration;

/**
 * How much fits into a while.
 *
 * @param name as headers tell it
 * @param quota how much may be asked for at once; as much is given back in the course of the window
 */
record Policy(String name, int quota, Duration window) {
  double perSecond() {
    return (double) quota / window.toSeconds();
  }

  /** As it stands in {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
  String field() {
    return "\"" + name + "\";q=" + quota + ";w=" + window.toSeconds();
  }
}
