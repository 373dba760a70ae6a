package org.insignia.server.sharing.counts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells people who look from programs that fetch. Nothing of the request is kept. */
public final class Visits {
  /** Words in the names of crawlers, link previewers, monitors, libraries and test browsers. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<!cu)bot\\b|crawl|spider|slurp|scrap|preview|fetch|unfurl|monitor|uptime|sitecheck|scanner"
              + "|archiv|externalhit|externalagent|skypeuri|vkshare|validator|lighthouse|headless"
              + "|phantom|selenium|https?:");

  private Visits() {}

  /** Whether a person opened this page now, as far as the request tells. */
  public static boolean isPerson(HttpServletRequest request) {
    var agent = request.getHeader("User-Agent");
    return "GET".equals(request.getMethod())
        && agent != null
        && agent.startsWith("Mozilla/")
        && !PROGRAM.matcher(agent.toLowerCase(Locale.ROOT)).find()
        && !isAhead(request.getHeader("Sec-Purpose"))
        && !isAhead(request.getHeader("Purpose"))
        && !isAhead(request.getHeader("X-Moz"));
  }

  /** Fetched before anybody wants to see it. */
  private static boolean isAhead(@Nullable String purpose) {
    return purpose != null && purpose.toLowerCase(Locale.ROOT).contains("prefetch");
  }
}
