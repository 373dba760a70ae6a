package org.insignia.server.transcripts.opening;

import org.insignia.server.transcripts.guard.Guard;
import org.insignia.server.transcripts.share.Share;
import org.springframework.stereotype.Component;

/** What the earner is told of tries at a share. */
@Component
public final class Standing {
  private final Guard guard;

  Standing(Guard guard) {
    this.guard = guard;
  }

  /** How many codes in a row were wrong, since the last right one or the last change. */
  public int wrong(Share share) {
    return guard.inARow(share.transcript().countedUnder());
  }

  /** Whether so many were wrong that only another code opens it again. */
  public boolean isClosed(Share share) {
    return wrong(share) >= Openings.BY_TRANSCRIPT.end();
  }
}
