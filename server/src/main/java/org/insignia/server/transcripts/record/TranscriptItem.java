package org.insignia.server.transcripts.record;

import java.time.Instant;
import org.insignia.server.organisations.OrganisationId;

/** One thing in a transcript that others may be shown. */
public sealed interface TranscriptItem permits EarnedCertification, PassedExam, HeldBadge {
  /** Names it among the items of this person's transcript, for ever. */
  String key();

  OrganisationId organisation();

  /** The organisation's name. */
  String issuer();

  /** In the transcript's language. */
  String title();

  /** When it was earned or passed. */
  Instant earnedAt();
}
