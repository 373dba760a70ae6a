package org.insignia.server.catalog.about;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What an achievement corresponds to elsewhere: a node of a framework, a course, a job profile.
 *
 * @param url http or https, with a host
 */
public record Alignment(String name, String url) {
  /** Longest name, in code points. */
  public static final int LONGEST_NAME = 200;

  /** Longest address, in UTF-16 units. */
  public static final int LONGEST_URL = 1000;

  public Alignment {
    if (name.isBlank() || address(url).isEmpty()) {
      throw new IllegalArgumentException("no alignment: " + url);
    }
  }

  /** The address in the form in which it is kept; empty if it is none that a page may link to. */
  public static Optional<String> address(String typed) {
    try {
      var uri = new URI(typed.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && typed.length() <= LONGEST_URL
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
