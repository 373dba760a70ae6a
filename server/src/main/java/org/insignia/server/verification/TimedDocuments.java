package org.insignia.server.verification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.insignia.openbadges.key.DocumentLoader;

/** Fetches until the time of one verification is up; after that everything is out of reach. */
final class TimedDocuments implements DocumentLoader {
  private final DocumentLoader loader;
  private final Clock clock;
  private final Instant end;

  TimedDocuments(DocumentLoader loader, Clock clock, Duration time) {
    this.loader = loader;
    this.clock = clock;
    this.end = clock.instant().plus(time);
  }

  @Override
  public Loaded load(URI url) {
    return clock.instant().isBefore(end)
        ? loader.load(url)
        : new Loaded.Unavailable("the time for fetching was up");
  }
}
