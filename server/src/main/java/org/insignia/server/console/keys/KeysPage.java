package org.insignia.server.console.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an organisation, that in use first.
 *
 * @param today the latest day that can be named, as forms write it
 * @param problem what is wrong with the day that was typed; empty for nothing
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record KeysPage(
    String slug,
    String organisation,
    String did,
    List<Row> signing,
    List<Row> documents,
    String today,
    String problem,
    String done) {
  public KeysPage {
    signing = List.copyOf(signing);
    documents = List.copyOf(documents);
  }

  /**
   * One key.
   *
   * @param fingerprint SHA-256 of its public part, in groups of four hex digits
   * @param state the end of a text key
   */
  public record Row(
      UUID id,
      String fingerprint,
      String publicKey,
      Instant since,
      @Nullable Instant until,
      @Nullable Instant compromised,
      String state,
      String tone) {}
}
