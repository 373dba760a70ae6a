package org.insignia.openbadges.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.insignia.openbadges.key.DocumentLoader;

/**
 * What one verification may still spend, whatever the credentials in it name: documents to fetch
 * and credentials to judge. Each document is fetched once.
 */
final class Allowance implements DocumentLoader {
  private static final int MAX_LOADS = 32;
  private static final int MAX_CREDENTIALS = 110;

  private final DocumentLoader loader;
  private final Map<URI, Loaded> seen = new HashMap<>();
  private int credentials;

  Allowance(DocumentLoader loader) {
    this.loader = loader;
  }

  @Override
  public Loaded load(URI url) {
    Loaded known = seen.get(url);
    if (known != null) {
      return known;
    }
    Loaded loaded =
        seen.size() >= MAX_LOADS
            ? new Loaded.Unavailable("more than " + MAX_LOADS + " documents to fetch")
            : loader.load(url);
    seen.put(url, loaded);
    return loaded;
  }

  /** Fetches from an address as a credential has it, if it is an absolute web address. */
  Loaded load(String address) {
    try {
      URI url = new URI(address);
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http"))
          && url.getHost() != null
          && url.getUserInfo() == null) {
        return load(url);
      }
    } catch (URISyntaxException e) {
      return new Loaded.Unavailable("not a web address");
    }
    return new Loaded.Unavailable("not a web address");
  }

  /** Whether one more credential may be judged. */
  boolean spendCredential() {
    return ++credentials <= MAX_CREDENTIALS;
  }
}
