package org.insignia.openbadges.key;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * The DID whose document lies on a web site.
 *
 * @see <a href="https://w3c-ccg.github.io/did-method-web/">did:web</a>
 */
public final class DidWeb {
  private static final String PREFIX = "did:web:";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /** A label of letters, digits and hyphens; the last one starts with a letter: no IP address. */
  private static final Pattern NAME =
      Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private static final Pattern HOST_AND_PORT = Pattern.compile("([^%]+)(?:%3[Aa]([0-9]{1,5}))?");

  /** No percent sign either: an escaped slash or dot would be read differently by each server. */
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

  private DidWeb() {}

  /**
   * The DID of what is published under a URL: {@code https://example.org/org/acme} gives {@code
   * did:web:example.org:org:acme}; a port is percent-encoded.
   *
   * @param site https, or http on a loopback host (see {@link #documentUrlOnLoopback})
   * @throws MalformedCredential for any other URL, with user, query or fragment, or whose host or
   *     path did:web cannot spell
   */
  public static String did(URI site) {
    String host = site.getHost();
    if (host == null
        || site.getRawUserInfo() != null
        || site.getRawQuery() != null
        || site.getRawFragment() != null) {
      throw new MalformedCredential("", "not a plain web address");
    }
    var did = new StringBuilder(PREFIX).append(host.toLowerCase(Locale.ROOT));
    if (site.getPort() >= 0) did.append("%3A").append(site.getPort());
    for (String segment : site.getRawPath().split("/")) {
      if (!segment.isEmpty()) did.append(':').append(segment);
    }
    String scheme = url(did.toString(), LOOPBACK).getScheme();
    if (!scheme.equals(site.getScheme())) {
      throw new MalformedCredential("", "did:web of " + host + " is read over " + scheme);
    }
    return did.toString();
  }

  /**
   * Where the document of a DID is, always https: {@code /.well-known/did.json} for a bare host,
   * else {@code /did.json} under the path.
   *
   * @throws MalformedCredential for IP addresses, one-label hosts, user-info, {@code ..}, escapes
   */
  public static URI documentUrl(String did) {
    return url(did, Set.of());
  }

  /**
   * As {@link #documentUrl}, but {@code localhost} and {@code 127.0.0.1} are taken too and read
   * over plain http: for trying a server out on one's own machine, never for judging foreign
   * badges.
   */
  public static URI documentUrlOnLoopback(String did) {
    return url(did, LOOPBACK);
  }

  private static URI url(String did, Set<String> plainHosts) {
    if (!did.startsWith(PREFIX)) throw new MalformedCredential("", "not a did:web");
    String[] parts = did.substring(PREFIX.length()).split(":", -1);
    Matcher host = HOST_AND_PORT.matcher(parts[0]);
    if (!host.matches()) throw new MalformedCredential("", "did:web with a malformed host");
    String name = host.group(1).toLowerCase(Locale.ROOT);
    boolean local = plainHosts.contains(name);
    if (!local && (name.length() > 253 || !NAME.matcher(name).matches())) {
      throw new MalformedCredential("", "did:web needs a domain name, not " + name);
    }
    String port = host.group(2);
    if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535)) {
      throw new MalformedCredential("", "did:web with port " + port);
    }
    var url = new StringBuilder(local ? "http://" : "https://").append(name);
    if (port != null) url.append(':').append(port);
    if (parts.length == 1) url.append("/.well-known");
    for (int i = 1; i < parts.length; i++) url.append('/').append(segment(parts[i]));
    return URI.create(url.append("/did.json").toString());
  }

  private static String segment(String text) {
    if (!SEGMENT.matcher(text).matches() || text.equals(".") || text.equals("..")) {
      throw new MalformedCredential("", "did:web with a path segment that is not plain");
    }
    return text;
  }
}
