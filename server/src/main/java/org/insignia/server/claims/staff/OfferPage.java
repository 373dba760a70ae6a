package org.insignia.server.claims.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one badge.
 *
 * @param bounce why mail does not reach its earner; null where nothing is known
 * @param quiet whether its earner asked for no reminders
 * @param mayResend whether the button is there
 * @param done what was done just now, in words; empty: nothing
 */
public record OfferPage(
    String slug,
    String organisation,
    String id,
    String title,
    String name,
    String address,
    Instant earned,
    Instant offered,
    @Nullable Instant decided,
    String tone,
    String stateKey,
    String reason,
    List<Sent> letters,
    @Nullable Bounced bounce,
    boolean quiet,
    boolean mayResend,
    String done,
    String problem) {

  /** A letter and what became of it. */
  public record Sent(
      String kindKey, String tone, String stateKey, @Nullable Instant at, String problem) {}

  /** What the mail server said and what can be done. */
  public record Bounced(String code, String words, Instant at, String remedyKey) {}
}
