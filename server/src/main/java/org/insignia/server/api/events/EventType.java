package org.insignia.server.api.events;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can happen to a badge, an exam result or an achievement. Words are stored: add, never
 * rename.
 */
public enum EventType {
  ISSUED("badge.issued"),
  ACCEPTED("badge.accepted"),
  REJECTED("badge.rejected"),
  WAITING_AGAIN("badge.waiting-again"),
  REVOKED("badge.revoked"),
  SUSPENDED("badge.suspended"),
  REINSTATED("badge.reinstated"),
  REPLACED("badge.replaced"),
  /** Its earner shows it to everybody from now on, or hides it. */
  VISIBILITY_CHANGED("badge.visibility-changed"),
  /** Whom it is about is known no more; neither is anything else of it. */
  ERASED("badge.erased"),
  RESULT_HELD("result.held"),
  RESULT_RELEASED("result.released"),
  RESULT_DROPPED("result.dropped"),
  ACHIEVEMENT_CREATED("achievement.created"),
  /** Also when it is archived, or comes back. */
  ACHIEVEMENT_CHANGED("achievement.changed"),
  ACHIEVEMENT_DELETED("achievement.deleted");

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
      case VISIBILITY_CHANGED -> Optional.of("badge.privacy.changed");
      case ERASED -> Optional.of("badge.deleted");
      case ACHIEVEMENT_CREATED -> Optional.of("badge_template.created");
      case ACHIEVEMENT_CHANGED -> Optional.of("badge_template.changed");
      case ACHIEVEMENT_DELETED -> Optional.of("badge_template.deleted");
      case RESULT_HELD, RESULT_RELEASED, RESULT_DROPPED -> Optional.empty();
    };
  }

  /** Of which kind its subjects are. */
  public enum Topic {
    BADGE,
    RESULT,
    ACHIEVEMENT
  }

  /** What it happens to. */
  public Topic topic() {
    return switch (this) {
      case ISSUED,
          ACCEPTED,
          REJECTED,
          WAITING_AGAIN,
          REVOKED,
          SUSPENDED,
          REINSTATED,
          REPLACED,
          VISIBILITY_CHANGED,
          ERASED ->
          Topic.BADGE;
      case RESULT_HELD, RESULT_RELEASED, RESULT_DROPPED -> Topic.RESULT;
      case ACHIEVEMENT_CREATED, ACHIEVEMENT_CHANGED, ACHIEVEMENT_DELETED -> Topic.ACHIEVEMENT;
    };
  }

  /** The type of this word. */
  public static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
  }
}
