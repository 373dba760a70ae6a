package org.insignia.server.api.oauth.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The programs that a person connected.
 *
 * @param ended whether one was disconnected just now
 */
public record ProgramsPage(List<Row> rows, boolean ended) {
  public ProgramsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param host where it is; empty: on a device
   * @param may text keys of what it may do
   */
  public record Row(
      UUID id,
      String name,
      String host,
      List<String> may,
      Instant madeAt,
      @Nullable Instant usedAt) {
    public Row {
      may = List.copyOf(may);
    }
  }
}
