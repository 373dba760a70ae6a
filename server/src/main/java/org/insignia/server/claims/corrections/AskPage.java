package org.insignia.server.claims.corrections;

import java.time.Instant;
import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Asking for a correction.
 *
 * @param others names of the person's other badges of this issuer under the same name
 * @param latest what was asked before; null: nothing
 */
public record AskPage(
    String id,
    String title,
    String issuer,
    String present,
    String name,
    String note,
    boolean everywhere,
    List<String> others,
    @Nullable Latest latest,
    Problems problems) {

  /** What was asked last, and what became of it. */
  public record Latest(
      String name, Instant at, String tone, String stateKey, boolean open, String reason) {}
}
