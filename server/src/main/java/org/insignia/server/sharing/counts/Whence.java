package org.insignia.server.sharing.counts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.Globals;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The country a request comes from, as the operator's proxy says in the header that the settings
 * name. Whoever reaches the server past the trusted proxies is not believed; no address is looked
 * at.
 */
@Component
class Whence {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private final @Nullable String header;

  Whence(Settings settings) {
    this.header = settings.countryHeader();
  }

  /**
   * @return two letters of ISO 3166-1, or empty: not known
   */
  String of(HttpServletRequest request) {
    if (header == null) {
      return "";
    }
    var said = request.getHeaders(header);
    if (!said.hasMoreElements()) {
      return "";
    }
    var code = said.nextElement().toUpperCase(Locale.ROOT);
    // The valve that believes proxies marks what came from one (platform.web, class Proxies). Of
    // two headers one is not the proxy's.
    return CODES.contains(code)
            && !said.hasMoreElements()
            && Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE))
        ? code
        : "";
  }

  /** As {@link #of}, of the request that this thread answers; empty where it answers none. */
  String here() {
    return header != null
            && RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes
        ? of(attributes.getRequest())
        : "";
  }
}
