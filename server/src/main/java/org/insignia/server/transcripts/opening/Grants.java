package org.insignia.server.transcripts.opening;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareLocked;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.TranscriptId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers for half an hour that a browser showed the right code, so that it may turn pages and
 * take the PDF without showing it again. Ends at once when the share is closed or its code changed.
 */
@Component
public class Grants implements Sweep {
  /** How long one lasts. */
  public static final Duration LASTS = Duration.ofMinutes(30);

  private static final int SWEPT_AT_ONCE = 1000;

  private final GrantStore store;
  private final Shares shares;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Grants(GrantStore store, Shares shares, Clock clock) {
    this.store = store;
    this.shares = shares;
    this.clock = clock;
  }

  /** Lets a browser in that will show this token. */
  public SecretToken give(Share share) {
    var token = SecretToken.fresh(random);
    store.insert(token.hash(), share.id(), clock.instant().plus(LASTS));
    return token;
  }

  /** A share that a browser may look at. */
  public record Grant(Share share, Instant until) {}

  /** What this token opens, if it is this share and open now. */
  public Optional<Grant> find(SecretToken token, TranscriptId transcript) {
    var now = clock.instant();
    return store
        .find(token.hash(), now)
        .flatMap(row -> shares.find(row.share()).map(share -> new Grant(share, row.until())))
        .filter(g -> g.share().transcript().equals(transcript) && g.share().isOpen(now));
  }

  /** The browser is done. */
  public void end(SecretToken token) {
    store.end(token.hash());
  }

  @EventListener
  void end(ShareLocked locked) {
    store.endAllOf(locked.share().id());
  }

  @Override
  public String name() {
    return "transcript-grants";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
