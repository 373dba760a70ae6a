package org.insignia.outbound;

import java.net.URI;
import org.insignia.openbadges.json.Bytes;

/** What came of a request. */
public sealed interface Fetched {
  /**
   * The server answered, with any status but a redirect that was followed.
   *
   * @param mediaType without parameters, in lower case; empty where the server named none
   * @param finalUrl where it was found after redirects
   */
  record Answered(int status, Bytes body, String mediaType, URI finalUrl) implements Fetched {}

  /** We do not ask such an address; nothing was sent. */
  record Refused(String reason) implements Fetched {}

  /**
   * No usable answer. The reason is one of few words, so that it tells nothing about closed or
   * filtered ports.
   */
  record Failed(String reason) implements Fetched {}
}
