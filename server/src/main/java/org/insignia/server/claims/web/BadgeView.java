package org.insignia.server.claims.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.jspecify.annotations.Nullable;

/**
 * A badge as its earner sees it.
 *
 * @param image path of its picture, for its earner's eyes
 * @param recipient the name it was issued to
 * @param state what the issuer did with it
 * @param reason why, where there is something to say
 * @param accentSheet path of the issuer's stylesheet
 */
public record BadgeView(
    UUID id,
    String title,
    String description,
    List<String> skills,
    String issuer,
    String recipient,
    String image,
    Instant earned,
    @Nullable Instant until,
    boolean expired,
    Credential.State state,
    String reason,
    Claim.Visibility visibility,
    String accentSheet) {
  public BadgeView {
    skills = List.copyOf(skills);
  }

  /** Path of its page. */
  public String path() {
    return "/badges/" + id;
  }

  /** Tone of its state: good, warn or bad. */
  public String tone() {
    return switch (state) {
      case ISSUED -> expired ? "warn" : "good";
      case SUSPENDED -> "warn";
      case REVOKED, REPLACED -> "bad";
    };
  }

  /** Text key of its state. */
  public String stateKey() {
    return switch (state) {
      case ISSUED -> expired ? "claims.state.expired" : "claims.state.valid";
      case SUSPENDED -> "claims.state.suspended";
      case REVOKED -> "claims.state.revoked";
      case REPLACED -> "claims.state.replaced";
    };
  }

  /** Whether everybody may see it. */
  public boolean isShown() {
    return visibility == Claim.Visibility.PUBLIC;
  }

  /** Text key of who may see it. */
  public String visibilityKey() {
    return isShown() ? "claims.visibility.public" : "claims.visibility.private";
  }

  /** Whether it is in force or may be again. */
  public boolean isAlive() {
    return state == Credential.State.ISSUED || state == Credential.State.SUSPENDED;
  }
}
