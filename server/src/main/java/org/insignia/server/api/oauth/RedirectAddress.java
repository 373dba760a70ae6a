package org.insignia.server.api.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a browser is sent back to a program. Compared character by character (RFC 9700
 * #section-4.1); only a program on the device of its user may choose another port each time (RFC
 * 8252 #section-7.3).
 */
public final class RedirectAddress {
  private static final int LONGEST = 500;
  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}*#]]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(?:127\\.0\\.0\\.1|\\[::1]|localhost)(?::[0-9]{1,5})?(/.*)?");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern OWN_SCHEME =
      Pattern.compile("([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+):/[^/].*");

  private RedirectAddress() {}

  /**
   * What speaks against registering it, in English; empty if nothing does.
   *
   * @param isPublic whether it is of a program that can keep no secret: only such a one may have a
   *     scheme of its own. The device itself is named by those with a secret as well: that is how
   *     they are written and tried out.
   */
  public static Optional<String> objection(String text, boolean isPublic) {
    if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
      return Optional.of("1 to 500 characters of an address, without fragment or wildcard");
    }
    if (LOOPBACK.matcher(text).matches()) {
      return Optional.empty();
    }
    if (OWN_SCHEME.matcher(text).matches()) {
      return isPublic
          ? Optional.empty()
          : Optional.of(
              "a client with a secret has no scheme of its own; send token_endpoint_auth_method none");
    }
    try {
      var uri = new URI(text);
      boolean sound =
          "https".equals(uri.getScheme())
              && uri.getRawUserInfo() == null
              && uri.getHost() != null
              && HOST.matcher(uri.getHost()).matches()
              && uri.normalize().equals(uri);
      return sound
          ? Optional.empty()
          : Optional.of(
              "https with a plain lower-case host, or for programs on a device http://127.0.0.1 or a scheme with a dot");
    } catch (URISyntaxException e) {
      return Optional.of("no address: " + e.getReason());
    }
  }

  /** Whether a request may name this address where that one is registered. */
  static boolean matches(String registered, String asked, boolean isPublic) {
    if (registered.equals(asked)) {
      return true;
    }
    if (!isPublic || asked.length() > LONGEST || !PLAIN.matcher(asked).matches()) {
      return false;
    }
    var first = LOOPBACK.matcher(registered);
    var second = LOOPBACK.matcher(asked);
    return first.matches()
        && second.matches()
        && String.valueOf(first.group(1)).equals(String.valueOf(second.group(1)));
  }

  /**
   * The host behind it, as people read it; its scheme where a program of the device has its own.
   */
  public static String host(String address) {
    var own = OWN_SCHEME.matcher(address);
    if (own.matches()) {
      return own.group(1);
    }
    var host = URI.create(address).getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  /** Whether it leads to the device of the user itself. */
  public static boolean isOnDevice(String address) {
    return LOOPBACK.matcher(address).matches() || OWN_SCHEME.matcher(address).matches();
  }

  /** What a page's policy names it by, so that its form may lead there. */
  public static String source(String address) {
    var uri = URI.create(address);
    if (OWN_SCHEME.matcher(address).matches()) {
      return uri.getScheme() + ":";
    }
    boolean bracketed = uri.getRawAuthority().startsWith("["); // which a policy cannot name
    return bracketed ? "http:" : uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
