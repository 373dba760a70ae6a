package org.insignia.server.sharing.share;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of a query's values: a blank is {@code %20} and never {@code +}, which mail
 * programs and some sites show as it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.3">RFC 3986, unreserved</a>
 */
public final class PercentEncoding {
  private PercentEncoding() {}

  public static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
