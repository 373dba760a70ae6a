package org.insignia.server.api.events;

import java.util.Optional;
import java.util.stream.Stream;

/** What can happen to a badge or to an exam result. Words are stored: add, never rename. */
public enum EventType {
  ISSUED("badge.issued"),
  ACCEPTED("badge.accepted"),
  REJECTED("badge.rejected"),
  WAITING_AGAIN("badge.waiting-again"),
  REVOKED("badge.revoked"),
  SUSPENDED("badge.suspended"),
  REINSTATED("badge.reinstated"),
  REPLACED("badge.replaced"),
  RESULT_HELD("result.held"),
  RESULT_RELEASED("result.released"),
  RESULT_DROPPED("result.dropped");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** As it stands in bodies and forms. */
  public String word() {
    return word;
  }

  /** As programs made for Credly know it; empty where they know nothing of the kind. */
  public Optional<String> plainWord() {
    return switch (this) {
      case ISSUED -> Optional.of("badge.created");
      case ACCEPTED, REJECTED, WAITING_AGAIN, REVOKED, SUSPENDED, REINSTATED, REPLACED ->
          Optional.of("badge.state.changed");
      case RESULT_HELD, RESULT_RELEASED, RESULT_DROPPED -> Optional.empty();
    };
  }

  /** Whether its subject is an exam result; a badge otherwise. */
  boolean isOfResult() {
    return word.startsWith("result.");
  }

  /** The type of this word. */
  public static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
  }
}
