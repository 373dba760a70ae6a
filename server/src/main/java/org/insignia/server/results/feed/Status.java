package org.insignia.server.results.feed;

import java.util.Locale;
import java.util.Optional;
import org.insignia.server.results.Standing;

/**
 * What a provider says a row is, in the order in which they follow each other when they bear the
 * same time. Names are stored: add, never rename.
 */
public enum Status {
  BETA_PENDING(0, Standing.PENDING),
  HELD(1, Standing.HELD),
  FINAL(2, Standing.FINAL),
  RELEASED(3, Standing.FINAL),
  CORRECTED(4, Standing.FINAL),
  REVOKED(5, Standing.REVOKED),
  UNREVOKED(6, Standing.FINAL);

  private final int rank;
  private final Standing standing;

  Status(int rank, Standing standing) {
    this.rank = rank;
    this.standing = standing;
  }

  /** Decides between rows that bear the same time: the higher one is the newer. Stored. */
  public int rank() {
    return rank;
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
