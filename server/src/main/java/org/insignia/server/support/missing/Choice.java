package org.insignia.server.support.missing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Something of a list to choose from. */
public record Choice(String value, String label) {
  /** The value as it stands in an address. */
  public String encoded() {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
