package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.HttpHeaders;

/** Who may keep a copy of a page: everybody for half a minute, or nobody. */
public final class Caching {
  private Caching() {}

  /** A page that looks the same for all strangers; for somebody signed in it is theirs alone. */
  public static void forEverybody(Shell shell, HttpServletResponse response) {
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    if (shell.signedIn()) {
      forNobody(response);
    } else {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=30");
    }
  }

  /** A page that only its owner sees. */
  public static void forNobody(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
