package org.insignia.server.api.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The places to which providers of an organisation send.
 *
 * @param address of the one that was made just now; empty otherwise, as is {@code secret}
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record IntakeHooksPage(
    String slug,
    String organisation,
    String address,
    String secret,
    String done,
    List<Row> rows,
    List<Choice> providers) {
  public IntakeHooksPage {
    rows = List.copyOf(rows);
    providers = List.copyOf(providers);
  }

  /** One of them. */
  public record Row(
      UUID id, String provider, String address, Instant madeAt, @Nullable Instant usedAt) {}

  /** A provider that may be chosen. */
  public record Choice(String value, String title) {}
}
