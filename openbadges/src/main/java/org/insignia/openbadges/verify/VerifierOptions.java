package org.insignia.openbadges.verify;

import java.util.function.Function;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.rdf.Contexts;

/**
 * What a verifier may lean on.
 *
 * @param keys how keys are found, given a way to fetch documents within the limits of one
 *     verification
 * @param loader fetches status lists, newer forms, keys and hosted badges; it decides what may be
 *     fetched
 * @param contexts which JSON-LD contexts are known
 */
public record VerifierOptions(
    Function<DocumentLoader, KeyResolver> keys, DocumentLoader loader, Contexts contexts) {

  /** Nothing is fetched: what needs the network comes out as not checked. */
  public static VerifierOptions offline() {
    return new VerifierOptions(
        loader -> new OfflineKeys(),
        url -> new DocumentLoader.Loaded.Unavailable("not fetched: offline"),
        Contexts.bundled());
  }

  /** Keys and documents come through this loader, over https. */
  public static VerifierOptions online(DocumentLoader loader) {
    return new VerifierOptions(DocumentKeys::new, loader, Contexts.bundled());
  }

  /** As {@link #online}, and {@code did:web} of this machine resolves over http. */
  public static VerifierOptions onLoopback(DocumentLoader loader) {
    return new VerifierOptions(DocumentKeys::onLoopback, loader, Contexts.bundled());
  }
}
