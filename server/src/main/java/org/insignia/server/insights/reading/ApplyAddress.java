package org.insignia.server.insights.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the address to apply at: a plain web address of a public name, safe to put on a page. */
final class ApplyAddress {
  private static final int LONGEST = 2000;
  private static final Pattern PUBLIC_NAME =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]+");

  private static final Pattern PRIVATE_NAME =
      Pattern.compile(".*\\.(local|localhost|internal|lan|home|arpa)");

  private ApplyAddress() {}

  static URI read(String given) throws Faulty {
    var text = given.strip();
    if (text.isEmpty()) {
      throw new Faulty(Fault.NO_ADDRESS, "");
    }
    try {
      var url = new URI(text);
      var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      var host = url.getHost();
      boolean plain =
          (scheme.equals("https") || scheme.equals("http"))
              && host != null
              && url.getRawUserInfo() == null
              && text.length() <= LONGEST
              && PUBLIC_NAME.matcher(host).matches()
              && !PRIVATE_NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
      if (!plain) {
        throw new Faulty(Fault.BAD_ADDRESS, text);
      }
      return scheme.equals(url.getScheme())
          ? url
          : new URI(scheme + text.substring(scheme.length()));
    } catch (URISyntaxException e) {
      throw new Faulty(Fault.BAD_ADDRESS, text);
    }
  }
}
