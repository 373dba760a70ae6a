package org.insignia.server.api.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, as it is now. Nobody's name or address stands in it, nor whether a badge
 * is shown to others.
 */
public sealed interface Subject {
  UUID id();

  OrganisationId organisation();

  /**
   * A badge.
   *
   * @param address of its page
   * @param achievement slug of what it is for
   * @param validUntil null for one that stays valid
   * @param replacedBy the badge that stands in for it; null where there is none
   */
  record Badge(
      UUID id,
      OrganisationId organisation,
      URI address,
      String achievement,
      String achievementName,
      Instant earnedAt,
      @Nullable Instant validUntil,
      @Nullable UUID replacedBy)
      implements Subject {}

  /**
   * An exam result as a delivery provider sent it.
   *
   * @param number the provider's id of the result
   * @param exam the exam's code as the provider wrote it
   * @param reasons why it does not count, as codes such as {@code pass-below-mark}; empty where it
   *     does
   */
  record Result(
      UUID id,
      OrganisationId organisation,
      String provider,
      String number,
      String exam,
      Instant takenAt,
      List<String> reasons)
      implements Subject {
    public Result {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * An achievement.
   *
   * @param slug its name in addresses
   * @param state {@code draft}, {@code active}, {@code retired} or {@code archived}
   */
  record Achievement(UUID id, OrganisationId organisation, String slug, String name, String state)
      implements Subject {}

  /** Nothing is known of it any more. */
  record Gone(UUID id, OrganisationId organisation) implements Subject {}
}
