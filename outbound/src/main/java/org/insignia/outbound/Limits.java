package org.insignia.outbound;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param connect until the connection stands
 * @param total from the first look-up to the last byte, redirects included
 * @param bytes of the body as it is read, after any decompression
 * @param redirects followed at most
 */
public record Limits(Duration connect, Duration total, int bytes, int redirects) {
  /** Two seconds to connect, five in all, 1 MiB, three redirects. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1 << 20, 3);
}
