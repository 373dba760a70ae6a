package org.insignia.server.api.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subscription with its latest deliveries.
 *
 * @param path of this page
 * @param secret made just now; empty otherwise
 * @param on whether things are sent
 * @param failingSince since when nothing came through; null while it does
 * @param shown the state that the log is narrowed to; empty for all
 * @param dead whether the log shows one that was given up
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record WebhookPage(
    String slug,
    String organisation,
    String path,
    String url,
    String state,
    String tone,
    List<String> events,
    String secret,
    boolean on,
    @Nullable Instant failingSince,
    String shown,
    List<Line> log,
    boolean dead,
    String done) {
  public WebhookPage {
    events = List.copyOf(events);
    log = List.copyOf(log);
  }

  /**
   * One delivery.
   *
   * @param status of the last answer; empty where there was none
   * @param again whether it can be sent again
   */
  public record Line(
      UUID id,
      UUID event,
      String type,
      Instant madeAt,
      String state,
      String tone,
      int attempts,
      String status,
      String answer,
      @Nullable Instant next,
      String body,
      boolean again) {}
}
