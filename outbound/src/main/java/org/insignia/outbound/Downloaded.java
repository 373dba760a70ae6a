package org.insignia.outbound;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of a download. */
public sealed interface Downloaded {
  /**
   * The whole document was written.
   *
   * @param size in bytes, after any decompression by the transport
   * @param mediaType without parameters, in lower case; empty where the server named none
   * @param charset as the server named it; empty where it did not
   * @param etag null where the server gave none
   * @param lastModified as the server wrote it; null where it did not
   */
  record Whole(
      long size,
      String mediaType,
      String charset,
      @Nullable String etag,
      @Nullable String lastModified,
      URI finalUrl)
      implements Downloaded {}

  /** The copy we have is still the right one. */
  record Unchanged() implements Downloaded {}

  /**
   * The server answered with another status.
   *
   * @param retryAfter seconds the server asks us to wait; 0 where it names none
   */
  record Declined(int status, long retryAfter) implements Downloaded {}

  /** We do not ask such an address; nothing was sent. */
  record Refused(String reason) implements Downloaded {}

  /** No whole document; what was written so far is to be thrown away. */
  record Failed(String reason) implements Downloaded {}
}
