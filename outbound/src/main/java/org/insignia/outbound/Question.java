package org.insignia.outbound;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when a large document is to be fetched again and again.
 *
 * @param accept value of the Accept header
 * @param etag of the copy we have; null where we have none
 * @param lastModified of the copy we have, as the server wrote it; null where it did not
 * @param headers more headers, such as a key; they go to the origin of {@code url} and, where that
 *     redirects elsewhere, no further
 */
public record Question(
    URI url,
    String accept,
    @Nullable String etag,
    @Nullable String lastModified,
    Map<String, String> headers) {
  public Question {
    headers = Map.copyOf(headers);
  }

  /** Without a copy at hand and without further headers. */
  public static Question of(URI url, String accept) {
    return new Question(url, accept, null, null, Map.of());
  }
}
