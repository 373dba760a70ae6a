package org.insignia.openbadges.key;

import java.net.URI;
import org.insignia.openbadges.json.Bytes;

/**
 * Port: fetches a document. What may be fetched, how large and how slowly is for the one who
 * implements it; the library passes on only absolute http and https URLs.
 */
@FunctionalInterface
public interface DocumentLoader {

  /** Fetches with GET and without credentials; throws nothing for what the network does. */
  Loaded load(URI url);

  /** What came of fetching. */
  sealed interface Loaded {
    /**
     * It is here.
     *
     * @param mediaType without parameters, in lower case; empty where the server named none
     * @param finalUrl where it was found after redirects
     */
    record Document(Bytes body, String mediaType, URI finalUrl) implements Loaded {}

    /**
     * The server answered that there is none.
     *
     * @param status the HTTP status, 404 or 410
     */
    record Gone(int status) implements Loaded {}

    /** It could not be learnt: no answer, a refusal, too large, not allowed. */
    record Unavailable(String reason) implements Loaded {}
  }
}
