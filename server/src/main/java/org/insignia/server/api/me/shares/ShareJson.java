package org.insignia.server.api.me.shares;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share as its earner sees it.
 *
 * @param transcriptId what others know it by, together with the code
 * @param url to hand out; opens nothing without the code
 * @param programs {@code none}, {@code with-code} or {@code by-id}
 * @param programsUrl at which programs read it; null where they may not
 * @param items keys of what was chosen; null for all that is in force
 * @param state {@code open}, {@code expired} or {@code revoked}
 * @param views how often it was opened
 * @param wrongCodes how many in a row, since the last right one
 * @param locked whether so many were wrong that only another code opens it again
 */
record ShareJson(
    UUID id,
    String transcriptId,
    URI url,
    String name,
    String language,
    boolean postalAddress,
    String programs,
    @Nullable URI programsUrl,
    @Nullable List<String> items,
    Instant madeAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    String state,
    long views,
    int wrongCodes,
    boolean locked) {
  ShareJson {
    items = items == null ? null : List.copyOf(items);
  }

  /**
   * One, with what it shows now and when it was looked at.
   *
   * @param latest the latest views, newest first
   */
  record Whole(ShareJson share, List<ChosenItems.Json> shown, List<Look> latest) {
    Whole {
      shown = List.copyOf(shown);
      latest = List.copyOf(latest);
    }
  }

  /**
   * One with its code, told this once.
   *
   * @param accessCode what opens it, together with the ID
   */
  record Opened(ShareJson share, String accessCode) {}

  /**
   * That it was looked at.
   *
   * @param kind what was taken: {@code page}, {@code pdf}, {@code json} or {@code clr}
   */
  record Look(Instant at, String kind) {}
}
