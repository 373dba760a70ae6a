package org.insignia.server.support.requests;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;

/**
 * Links in letters to those who have no account. Who holds one has read the mailbox that asked:
 * enough to confirm the request, to read the thread and to write in it.
 */
@Component
class RequestLinks implements Sweep {
  static final Duration VALID = Duration.ofDays(90);
  private static final int SWEPT_AT_ONCE = 1000;

  private final RequestLinkStore store;
  private final RequestStore requests;
  private final SecretLinks secrets;
  private final Clock clock;

  RequestLinks(RequestLinkStore store, RequestStore requests, SecretLinks secrets, Clock clock) {
    this.store = store;
    this.requests = requests;
    this.secrets = secrets;
    this.clock = clock;
  }

  URI fresh(Request request) {
    var expires = clock.instant().plus(VALID);
    return secrets.fresh(
        "/help/request/", token -> store.insert(token.hash(), request.id(), expires));
  }

  /** What a link opens, without any effect. */
  Optional<Request> find(SecretToken token) {
    return store.find(token.hash(), clock.instant()).flatMap(requests::find);
  }

  @Override
  public String name() {
    return "support-links";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
