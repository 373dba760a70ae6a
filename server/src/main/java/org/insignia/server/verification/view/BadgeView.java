package org.insignia.server.verification.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a credential says. Every text is of a stranger: plain, bounded, without control characters,
 * and still to be escaped.
 *
 * @param name what it is for, or what it calls itself
 * @param names all achievements, where there are more than one
 * @param description of the (first) achievement
 * @param issuer the name that the issuer gives itself; empty where it gives none
 * @param issuerId its id: what the signature is compared with
 * @param earners names as they stand in it; most often one, and none where it names nobody
 * @param image source of a picture that the page may show; empty where there is none
 */
public record BadgeView(
    String name,
    List<String> names,
    String description,
    String issuer,
    String issuerId,
    List<String> earners,
    @Nullable Instant from,
    @Nullable Instant until,
    String image) {
  public BadgeView {
    names = List.copyOf(names);
    earners = List.copyOf(earners);
  }
}
