package org.insignia.server.transcripts.share;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * A window on a transcript.
 *
 * @param id for its earner's own pages; others know the {@code transcript} ID
 * @param name for the earner alone, for example whom it is for
 * @param language in which it is shown, whoever looks
 * @param items keys of the chosen items; null for all that are in force when it is opened
 * @param expiresAt null for one that stays open until it is closed
 * @param revokedAt null while its earner has not closed it
 */
public record Share(
    UUID id,
    PersonId person,
    TranscriptId transcript,
    String name,
    Language language,
    boolean withAddress,
    Programs programs,
    @Nullable List<String> items,
    Instant madeAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /** How programs may read it. Names are keys of texts. */
  public enum Programs {
    /** Not at all. */
    NONE,
    /** With ID and code, as people do. */
    WITH_CODE,
    /** With the ID alone, as tools do that know of no codes; its earner chose so. */
    BY_ID
  }

  /** Whether it can be opened. Names are keys of texts. */
  public enum State {
    OPEN,
    EXPIRED,
    REVOKED
  }

  public Share {
    items = items == null ? null : List.copyOf(items);
  }

  /** How it stands at this moment. */
  public State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : State.OPEN;
  }

  /** Whether it can be opened at this moment. */
  public boolean isOpen(Instant now) {
    return state(now) == State.OPEN;
  }

  /** The path of the link to copy: it names the share and opens nothing. */
  public String path() {
    return "/transcripts/" + transcript.text();
  }
}
