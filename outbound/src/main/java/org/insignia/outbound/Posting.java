package org.insignia.outbound;

import java.net.URI;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;

/**
 * What is sent to an address that somebody gave us.
 *
 * @param headers beside the media type, such as a signature
 */
public record Posting(URI url, String mediaType, Map<String, String> headers, Bytes body) {
  public Posting {
    headers = Map.copyOf(headers);
  }
}
