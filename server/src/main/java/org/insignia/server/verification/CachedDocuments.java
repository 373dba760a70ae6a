package org.insignia.server.verification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.insignia.openbadges.key.DocumentLoader;

/**
 * Keeps what was fetched for half a minute, so that a page that is looked at often does not make
 * its issuer's server answer as often. Only documents are kept: what was missing or out of reach is
 * asked for again.
 */
final class CachedDocuments implements DocumentLoader {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 16 << 20;

  private record Kept(URI url, Loaded.Document document, Instant until) {}

  private final DocumentLoader loader;
  private final Clock clock;
  private final Map<URI, Kept> byUrl = new HashMap<>();

  /** In the order of their end. */
  private final ArrayDeque<Kept> inOrder = new ArrayDeque<>();

  private long bytes;

  CachedDocuments(DocumentLoader loader, Clock clock) {
    this.loader = loader;
    this.clock = clock;
  }

  @Override
  public Loaded load(URI url) {
    var now = clock.instant();
    synchronized (this) {
      dropWhatEnded(now);
      var kept = byUrl.get(url);
      if (kept != null) {
        return kept.document();
      }
    }
    var loaded = loader.load(url);
    if (loaded instanceof Loaded.Document document) {
      keep(new Kept(url, document, now.plus(KEPT)));
    }
    return loaded;
  }

  private synchronized void keep(Kept kept) {
    if (byUrl.putIfAbsent(kept.url(), kept) == null) {
      inOrder.addLast(kept);
      bytes += kept.document().body().size();
      while (bytes > MOST_BYTES) {
        dropFirst();
      }
    }
  }

  private void dropWhatEnded(Instant now) {
    while (!inOrder.isEmpty() && !inOrder.getFirst().until().isAfter(now)) {
      dropFirst();
    }
  }

  private void dropFirst() {
    var first = inOrder.removeFirst();
    byUrl.remove(first.url());
    bytes -= first.document().body().size();
  }
}
