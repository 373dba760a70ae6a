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
 * @param expires null: never
 * @param given who of the staff gave it, in words; empty where nobody did
 * @param number how the organisation numbers the earner; empty where it says nothing
 * @param listPath the list it came in; empty where it came in none
 * @param elsewhere the badge that stands for this one, or stood before it; empty: none
 * @param acts what may be done to it, as words of addresses
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
    @Nullable Instant expires,
    String given,
    String number,
    String listPath,
    String elsewhere,
    List<String> acts,
    String done,
    String problem) {

  /** A letter and what became of it. */
  public record Sent(
      String kindKey, String tone, String stateKey, @Nullable Instant at, String problem) {}

  /** What the mail server said and what can be done. */
  public record Bounced(String code, String words, Instant at, String remedyKey) {}
}
