package org.insignia.server.results.feed;

import java.util.Locale;
import java.util.Optional;
import org.insignia.server.results.Standing;

/**
 * What a provider says a row is, in the order in which they follow each other when they bear the
 * same time. Names are stored: add, never rename.
 */
public enum Status {
  BETA_PENDING(Standing.PENDING),
  HELD(Standing.HELD),
  FINAL(Standing.FINAL),
  RELEASED(Standing.FINAL),
  CORRECTED(Standing.FINAL),
  REVOKED(Standing.REVOKED),
  UNREVOKED(Standing.FINAL);

  private final Standing standing;

  Status(Standing standing) {
    this.standing = standing;
  }

  /** Whether such a result counts. */
  public Standing standing() {
    return standing;
  }

  static Optional<Status> find(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "")) {
      case "final" -> Optional.of(FINAL);
      case "held", "hold" -> Optional.of(HELD);
      case "released" -> Optional.of(RELEASED);
      case "corrected" -> Optional.of(CORRECTED);
      case "revoked" -> Optional.of(REVOKED);
      case "unrevoked" -> Optional.of(UNREVOKED);
      case "betapending" -> Optional.of(BETA_PENDING);
      default -> Optional.empty();
    };
  }
}
