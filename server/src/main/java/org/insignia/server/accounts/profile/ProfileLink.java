package org.insignia.server.accounts.profile;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of the person elsewhere. Its host is kept and shown in ASCII, so that none can look like
 * another.
 *
 * @param url https, without user, password and port, at most 300 characters
 */
public record ProfileLink(URI url) {
  /** The most links of a profile. */
  public static final int MOST = 5;

  private static final int LONGEST = 300;
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*\\.[a-z][a-z0-9-]{1,62}");

  /** Reads what was typed; without a scheme https is meant. Empty for what is no such address. */
  public static Optional<ProfileLink> parse(String typed) {
    var text = typed.strip();
    if (!text.contains("://")) {
      text = "https://" + text;
    }
    try {
      var given = new URI(text);
      if (!"https".equalsIgnoreCase(given.getScheme()) || given.getRawAuthority() == null) {
        return Optional.empty();
      }
      var host =
          IDN.toASCII(given.getRawAuthority(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      var rest = new URI(null, null, given.getPath(), given.getQuery(), given.getFragment());
      var path = rest.toASCIIString();
      var whole = "https://" + host + (path.isEmpty() ? "/" : path);
      return HOST.matcher(host).matches() && whole.length() <= LONGEST
          ? Optional.of(new ProfileLink(new URI(whole)))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How it is shown: the address without what all of them begin with. */
  public String label() {
    var text = url.toString().substring("https://".length());
    var brief = text.startsWith("www.") ? text.substring(4) : text;
    return brief.endsWith("/") ? brief.substring(0, brief.length() - 1) : brief;
  }
}
