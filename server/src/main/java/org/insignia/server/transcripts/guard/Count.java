package org.insignia.server.transcripts.guard;

import org.insignia.server.platform.secrets.SecretToken;

/**
 * What a try is counted for.
 *
 * @param subject a hash: neither addresses nor ids can be read from it
 */
public record Count(String subject, Limit limit) {
  /**
   * Counts for this thing of this kind.
   *
   * @param kind for example {@code network}
   */
  public static Count of(String kind, String thing, Limit limit) {
    return new Count(subject(kind, thing), limit);
  }

  /** What this thing of this kind is counted under. */
  public static String subject(String kind, String thing) {
    return kind + ":" + SecretToken.sha256(kind + "\n" + thing).substring(0, 40);
  }
}
