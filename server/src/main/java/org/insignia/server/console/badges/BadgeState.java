package org.insignia.server.console.badges;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.browse.AnsweredBadges.Answer;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.browse.Issued;
import org.jspecify.annotations.Nullable;

/** One word for what the issuer and the earner made of a badge; the issuer's goes first. */
public enum BadgeState {
  WAITING("info", null),
  ACCEPTED("good", null),
  REJECTED("none", null),
  SUSPENDED("warn", Credential.State.SUSPENDED),
  REVOKED("bad", Credential.State.REVOKED),
  REPLACED("none", Credential.State.REPLACED);

  private final String tone;
  private final Credential.@Nullable State stored;

  BadgeState(String tone, Credential.@Nullable State stored) {
    this.tone = tone;
    this.stored = stored;
  }

  /** As components show it. */
  public String tone() {
    return tone;
  }

  /** Its text. */
  public String key() {
    return "claims.offer.state." + name();
  }

  /** As it stands in addresses and files. */
  public String word() {
    return this == WAITING ? "pending" : name().toLowerCase(Locale.ROOT);
  }

  /** What the credential's row says of it; the earner's word stands elsewhere. */
  Credential.State stored() {
    return stored == null ? Credential.State.ISSUED : stored;
  }

  /** What the earner may have said. */
  Set<Answer> answers() {
    return switch (this) {
      case WAITING -> EnumSet.of(Answer.NONE, Answer.PENDING);
      case ACCEPTED -> EnumSet.of(Answer.ACCEPTED);
      case REJECTED -> EnumSet.of(Answer.REJECTED);
      case SUSPENDED, REVOKED, REPLACED -> EnumSet.allOf(Answer.class);
    };
  }

  /** Whether the claim says which it is. */
  boolean isEarners() {
    return stored == null;
  }

  /** Reads {@link #word()}. */
  public static Optional<BadgeState> find(String word) {
    return of(word);
  }

  /** All of {@link #word()}. */
  public static List<String> words() {
    return Arrays.stream(values()).map(BadgeState::word).toList();
  }

  static Optional<BadgeState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  static BadgeState of(Issued badge, @Nullable Claim claim) {
    return switch (badge.state()) {
      case SUSPENDED -> SUSPENDED;
      case REVOKED -> REVOKED;
      case REPLACED -> REPLACED;
      case ISSUED -> claim == null ? WAITING : of(claim.state());
    };
  }

  private static BadgeState of(Claim.State state) {
    return switch (state) {
      case PENDING -> WAITING;
      case ACCEPTED -> ACCEPTED;
      case REJECTED -> REJECTED;
    };
  }
}
