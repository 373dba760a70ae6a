package org.insignia.server.platform.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Public pages that many ask for at once: rendered once a second and sent to all others as they
 * are, before anything else of the server is touched.
 *
 * <p>A page gets here only when it is asked for often within one second, and never for somebody who
 * sends a cookie. Nothing has to be told when something changes: a second later it is rendered
 * anew, on every node alike. A page that is gone is gone here at the same moment.
 */
@Component
public final class HotPages {
  /** How long a page is sent without a look at what it shows. */
  static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  /** How long it is sent after that while one request renders it anew. */
  static final long STALE_NANOS = Duration.ofSeconds(2).toNanos();

  private static final String ON_SERVING = HotPages.class.getName() + ".onServing";
  private static final int WARM = 10;
  private static final int MOST_PAGES = 2000;
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST_KEY = 1200;

  /** Only what is for everybody, and looks the same for all. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/|/(badges|users|org|collections|imported|embedded_badge)(/[A-Za-z0-9._/-]*)?|/directory");

  private final ConcurrentHashMap<String, HotPage> pages = new ConcurrentHashMap<>();
  private final Heat heat = new Heat();

  /**
   * Notes something each time this page is sent from here; call it while the page is rendered. It
   * is not called for the request that renders.
   */
  public static void onServing(HttpServletRequest request, Consumer<HttpServletRequest> note) {
    request.setAttribute(ON_SERVING, note);
  }

  @SuppressWarnings("unchecked")
  static @Nullable Consumer<HttpServletRequest> onServing(HttpServletRequest request) {
    return (Consumer<HttpServletRequest>) request.getAttribute(ON_SERVING);
  }

  /** What tells two answers apart; null for a request that is none of ours. */
  static @Nullable String key(HttpServletRequest request) {
    var method = request.getMethod(); // null, as the path, where the first line is unreadable
    if (!("GET".equals(method) || "HEAD".equals(method))
        || request.getHeader("Cookie") != null
        || request.getHeader("Authorization") != null
        || request.getHeader("Range") != null
        || hasBody(request)) {
      return null;
    }
    var path = request.getRequestURI();
    if (path == null || !PUBLIC.matcher(path).matches()) {
      return null;
    }
    var key =
        path
            + '?'
            + request.getQueryString()
            + '\n'
            + request.getHeader("Accept-Language")
            + '\n'
            + request.getHeader("Accept");
    return key.length() > LONGEST_KEY ? null : key;
  }

  /** Nobody asks for a page with a body; whoever does is for others to deal with. */
  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** Sends the page if it is here; false if it has to be rendered. */
  boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (pages.isEmpty()) {
      return false;
    }
    var key = key(request);
    var page = key == null ? null : pages.get(key);
    if (key == null || page == null) {
      return false;
    }
    long now = System.nanoTime();
    if (!page.isFresh(now) && (page.isOver(now) || page.mayRenew())) {
      return false;
    }
    page.send(request, response);
    return true;
  }

  /** Whether so many ask for this that it should be kept; counts the question. */
  boolean isWarm(String key) {
    return pages.containsKey(key)
        || heat.count(key.hashCode(), System.nanoTime() / 1_000_000_000L) >= WARM;
  }

  void keep(String key, HotPage page) {
    if (pages.size() >= MOST_PAGES || bytes() > MOST_BYTES) {
      long now = System.nanoTime();
      pages.values().removeIf(p -> !p.isFresh(now));
    }
    if (pages.size() < MOST_PAGES) {
      pages.put(key, page);
    }
  }

  void forget(String key) {
    pages.remove(key);
  }

  private long bytes() {
    return pages.values().stream().mapToLong(HotPage::size).sum();
  }
}
