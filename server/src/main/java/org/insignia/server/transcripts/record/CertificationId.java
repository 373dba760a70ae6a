package org.insignia.server.transcripts.record;

import java.util.UUID;

/**
 * The public number of a person, which stays the same for as long as the account does.
 *
 * @param number ten digits, the first of which is not 0
 * @param document names the person's transcript in data; tells nothing else
 */
public record CertificationId(long number, UUID document) {
  static final long FIRST = 1_000_000_000L;
  static final long LAST = 9_999_999_999L;

  public CertificationId {
    if (number < FIRST || number > LAST) {
      throw new IllegalArgumentException("certification id of not ten digits: " + number);
    }
  }

  /** In groups, for example {@code 482 193 7706}. */
  public String text() {
    String digits = Long.toString(number);
    return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
  }
}
