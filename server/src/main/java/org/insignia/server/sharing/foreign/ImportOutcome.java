package org.insignia.server.sharing.foreign;

import java.util.UUID;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;

/** What came of handing in a badge. */
public sealed interface ImportOutcome {

  /** It is kept. */
  record Kept(UUID id, boolean confirmed) implements ImportOutcome {}

  /** It was here already. */
  record Known(UUID id) implements ImportOutcome {}

  /**
   * It is not kept.
   *
   * @param report what verification found; null where nothing could be verified
   */
  record Refused(Refusal refusal, @Nullable ReportView report) implements ImportOutcome {}

  /** Why a badge is not kept. */
  enum Refusal {
    /** Nothing was handed in. */
    NOTHING,
    /** Larger than is read. */
    TOO_LARGE,
    /** No address that is fetched. */
    NO_ADDRESS,
    /** The address did not answer, or with nothing that is a badge. */
    NOT_FETCHED,
    /** Not a badge, altered or forged. */
    NOT_VALID,
    /** Its issuer took it back. */
    REVOKED,
    /** Something that is needed to judge it could not be learnt now. */
    UNCHECKED,
    /** It was made out to a mailbox that is not proven to be this person's. */
    OF_OTHERS,
    /** It was issued by this server and is claimed, not imported. */
    OUR_OWN,
    /** There is no room for more. */
    TOO_MANY;

    /** Text key of what it means and what to do. */
    public String key() {
      return "foreign.refused." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
