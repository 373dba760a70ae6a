package org.insignia.outbound;

import java.net.URI;
import java.util.Set;

/**
 * How far requests may go. The public internet over https is always within reach.
 *
 * @param loopback whether this very machine may be asked, over http or https
 * @param own origins ({@code scheme://host:port}) that may be asked wherever they lead: the
 *     server's own address, which the operator chose
 */
public record Reach(boolean loopback, Set<URI> own) {
  /** The public internet over https and nothing else. */
  public static final Reach PUBLIC = new Reach(false, Set.of());

  /** The public internet over https, and this machine. */
  public static final Reach PUBLIC_AND_LOOPBACK = new Reach(true, Set.of());

  public Reach {
    own = Set.copyOf(own);
  }

  /** The public internet and the server's own address; where that is on loopback, loopback too. */
  public static Reach ofServer(URI baseUrl) {
    return new Reach(isLoopbackName(baseUrl.getHost()), Set.of(origin(baseUrl)));
  }

  static boolean isLoopbackName(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  boolean isOwn(URI url) {
    return own.contains(origin(url));
  }

  /** Scheme, host and port, the port always named. */
  static URI origin(URI url) {
    int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    return URI.create(
        url.getScheme() + "://" + url.getHost().toLowerCase(java.util.Locale.ROOT) + ":" + port);
  }
}
