package org.insignia.cli.badge;

import java.net.URI;
import java.util.Set;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.verify.VerifierOptions;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.HttpDocumentLoader;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Reach;
import picocli.CommandLine.Option;

/** How far a command may reach. Without a word: nowhere. */
final class NetworkOptions {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Option(
      names = "--allow-network",
      description = "Fetch keys, status lists and hosted badges, over https from public addresses.")
  private boolean network;

  @Option(
      names = "--allow-loopback",
      description = "Fetch from this very machine too, also over http.")
  private boolean loopback;

  /** The ways a verifier may go. */
  VerifierOptions verifierOptions() {
    if (loopback) {
      return VerifierOptions.onLoopback(loader());
    }
    return network ? VerifierOptions.online(loader()) : VerifierOptions.offline();
  }

  /** Fetches what may be fetched; the rest is unavailable. */
  DocumentLoader loader() {
    if (!network && !loopback) {
      return url -> new Loaded.Unavailable("not fetched: offline; --allow-network allows it");
    }
    var http = new GuardedHttp(loopback ? Reach.PUBLIC_AND_LOOPBACK : Reach.PUBLIC, Limits.DEFAULT);
    var guarded = new HttpDocumentLoader(http);
    return network ? guarded : url -> onThisMachine(url, guarded);
  }

  private static Loaded onThisMachine(URI url, DocumentLoader guarded) {
    return url.getHost() != null && THIS_MACHINE.contains(url.getHost())
        ? guarded.load(url)
        : new Loaded.Unavailable("not fetched: only this machine is allowed");
  }
}
