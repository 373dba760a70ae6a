package org.insignia.server.api.webhooks;

import java.util.Optional;
import java.util.stream.Stream;

/** What can happen to a badge. */
enum EventType {
  ISSUED("badge.issued"),
  ACCEPTED("badge.accepted"),
  REJECTED("badge.rejected"),
  WAITING_AGAIN("badge.waiting-again"),
  REVOKED("badge.revoked"),
  SUSPENDED("badge.suspended"),
  REINSTATED("badge.reinstated"),
  REPLACED("badge.replaced");

  /** Of the delivery that the test button makes. */
  static final String TEST = "test";

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** As it stands in bodies and forms. */
  String word() {
    return word;
  }

  static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
  }
}
