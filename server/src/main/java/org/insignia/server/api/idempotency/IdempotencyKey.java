package org.insignia.server.api.idempotency;

import org.insignia.server.platform.problem.Problem;

/**
 * What a caller names a request by: up to 255 printable characters of ASCII.
 *
 * @throws Problem.Unreadable for any other text
 */
public record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  public IdempotencyKey {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw new Problem.Unreadable(
          HEADER + ": 1 to " + LONGEST + " printable characters, for example a UUID");
    }
  }
}
