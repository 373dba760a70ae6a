package org.insignia.openbadges.status;

import java.util.Locale;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * What a set bit means.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2025/REC-vc-bitstring-status-list-20250515/#bitstringstatuslistentry">VC-BSL</a>
 */
public enum StatusPurpose {
  /** Taken back for good. */
  REVOCATION,
  /** Not valid for now; may be lifted. */
  SUSPENSION,
  /** A newer form can be had from the refresh service. */
  REFRESH,
  /** A number with a text to it. */
  MESSAGE;

  /** As written in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws MalformedCredential for a word that the standard does not define
   */
  public static StatusPurpose of(String text, String pointer) {
    for (StatusPurpose purpose : values()) {
      if (purpose.text().equals(text)) {
        return purpose;
      }
    }
    throw new MalformedCredential(pointer, "status purpose is none of the four defined");
  }
}
