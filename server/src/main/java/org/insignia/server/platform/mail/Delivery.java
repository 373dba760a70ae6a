package org.insignia.server.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter so far.
 *
 * @param kind which kind of letter
 * @param ref what it is about, as queued
 * @param endedAt when it was sent, refused or dropped; null while it waits
 * @param problem what the mail server said last; null where it said nothing bad
 */
public record Delivery(
    String kind, UUID ref, State state, @Nullable Instant endedAt, @Nullable String problem) {

  /** Sent means that our mail server took it. */
  public enum State {
    WAITING,
    SENT,
    DROPPED,
    REFUSED
  }
}
