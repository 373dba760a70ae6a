package org.insignia.server.transcripts.record;

import java.time.LocalDate;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A certification of which the person has sat an exam, and that they do not hold. The earner's
 * alone.
 *
 * @param title in the transcript's language
 * @param passed how many of the parts that are needed hold
 * @param needed how many are needed on the shortest way
 * @param missing what is still to be passed, as the end of a sentence in the transcript's language:
 *     exams with their titles, alternatives named
 * @param lastDay the last day on which it can be completed; null while there is none
 * @param tree what is required, labels in the transcript's language
 */
public record UnderWay(
    OrganisationId organisation,
    String issuer,
    String uid,
    String title,
    Outlook outlook,
    int passed,
    int needed,
    String missing,
    @Nullable LocalDate lastDay,
    Explanation.Node tree) {

  /** What can come of it. Names are keys of texts. */
  public enum Outlook {
    /** Passing what is missing gives it. */
    OPEN,
    /** Its last day went by before everything was passed. */
    ENDED,
    /** Everything was passed, but after its last day. */
    COMPLETED_TOO_LATE
  }
}
