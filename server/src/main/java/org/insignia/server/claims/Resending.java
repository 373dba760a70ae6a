package org.insignia.server.claims;

import java.time.Duration;
import java.util.Optional;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.reminders.Reminders;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An issuer's staff sending an invitation again. */
@Service
public class Resending {
  /** Two at once, for one that was deleted by mistake; then ten minutes, doubling to a day. */
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(2, Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(2));

  private final ClaimStore claims;
  private final Reminders reminders;
  private final Bounces bounces;
  private final Outbox outbox;
  private final Attempts attempts;
  private final Audit audit;
  private final java.time.Clock clock;

  Resending(
      ClaimStore claims,
      Reminders reminders,
      Bounces bounces,
      Outbox outbox,
      Attempts attempts,
      Audit audit,
      java.time.Clock clock) {
    this.claims = claims;
    this.reminders = reminders;
    this.bounces = bounces;
    this.outbox = outbox;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether there is an invitation that can be sent again. */
  public static boolean isPossible(Claim claim, Credential credential) {
    return claim.state() == State.PENDING && credential.state() == Credential.State.ISSUED;
  }

  /**
   * Sends the invitation again, with a fresh link. A mailbox that refused mail is tried anew, and
   * reminders of the badge begin again where they had ended.
   *
   * @return how long to wait, where it was sent too often
   * @throws Problem.Conflict if the badge is decided or out of force
   */
  @Transactional
  public Optional<Duration> resend(String actor, Credential credential) {
    var claim = claims.find(credential.id()).filter(c -> isPossible(c, credential));
    if (claim.isEmpty()) {
      throw new Problem.Conflict("nobody is to be invited to this badge any more");
    }
    var wait =
        attempts.count(Attempts.subject("resend", credential.id().value().toString()), LETTERS);
    if (wait.isEmpty()) {
      bounces.forget(claim.get().recipient());
      outbox.queueAgain(
          InvitationLetter.KIND,
          credential.id().value(),
          claim.get().recipient(),
          credential.organisation().value());
      reminders.expect(java.util.List.of(credential), clock.instant());
      audit.record(
          actor,
          credential.organisation().value(),
          "claims.resend",
          "credential:" + credential.id().value(),
          "");
    }
    return wait;
  }
}
