package org.insignia.server.issuing.browse;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which badges of an organisation a program looks for, signed or not; what is null does not matter.
 *
 * @param achievements of one of these
 * @param to issued to one of these mailboxes
 * @param awards given for one of these
 * @param ids one of these
 * @param not none of these
 * @param words part of the name or the address
 * @param earned when the achievement was reached
 * @param decided when it was issued
 * @param expires until when it is valid; what is valid for ever is in no stretch
 * @param changed when it was issued or its state changed last
 */
public record Sought(
    OrganisationId organisation,
    @Nullable Collection<AchievementId> achievements,
    @Nullable Collection<EmailAddress> to,
    @Nullable Collection<AwardId> awards,
    @Nullable Collection<CredentialId> ids,
    @Nullable Collection<CredentialId> not,
    Lives lives,
    @Nullable String words,
    Stretch earned,
    Stretch decided,
    Stretch expires,
    Stretch changed) {

  /** A stretch of time, both ends included; null where it has no end. */
  public record Stretch(@Nullable Instant from, @Nullable Instant until) {
    /** All of time. */
    public static final Stretch ALL = new Stretch(null, null);

    /** Whether it leaves nothing out. */
    public boolean isAll() {
      return from == null && until == null;
    }
  }

  /**
   * By what became of them.
   *
   * @param revoked whether revoked ones are meant
   * @param others whether those are that are in force or were replaced
   * @param among of the others only these; null: all
   * @param except of the others none of these
   */
  public record Lives(
      boolean revoked,
      boolean others,
      @Nullable Collection<CredentialId> among,
      Collection<CredentialId> except) {
    /** Whatever became of them. */
    public static final Lives ALL = new Lives(true, true, null, List.of());

    public Lives {
      except = List.copyOf(except);
    }
  }

  /** By what they are put in order. */
  public enum By {
    DECIDED,
    EARNED,
    CHANGED,
    EXPIRES,
    NAME,
    ADDRESS
  }

  /** A badge that was found, and when it changed last. */
  public record Found(CredentialId id, Instant changedAt) {
    public Found {
      Objects.requireNonNull(changedAt);
    }
  }
}
