package org.insignia.server.platform.hot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keeps what was rendered for everybody, where many ask for it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KeepHotPages extends OncePerRequestFilter {
  private static final int LARGEST = 1 << 20;

  /** Written anew for each answer. */
  private static final Set<String> OF_ONE_ANSWER =
      Set.of("date", "content-length", "transfer-encoding", "connection", "keep-alive");

  private final HotPages pages;

  KeepHotPages(HotPages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = HotPages.key(request);
    if (key == null || request.getMethod().equals("HEAD") || !pages.isWarm(key)) {
      chain.doFilter(request, response);
      return;
    }
    var copy = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      // One who has the page already gets a whole one here, so that there is something to keep.
      chain.doFilter(new WithoutConditions(request), copy);
      kept = keep(key, request, copy);
    } finally {
      if (!kept) {
        pages.forget(key);
      }
      copy.copyBodyToResponse();
    }
  }

  private boolean keep(String key, HttpServletRequest request, ContentCachingResponseWrapper copy) {
    var cache = String.valueOf(copy.getHeader("Cache-Control"));
    if (copy.getStatus() != HttpServletResponse.SC_OK
        || !cache.contains("public")
        || copy.getHeader("Set-Cookie") != null
        || copy.getContentSize() == 0
        || copy.getContentSize() > LARGEST) {
      return false;
    }
    pages.keep(
        key,
        new HotPage(
            headers(copy),
            copy.getHeader("ETag"),
            Bytes.wrap(copy.getContentAsByteArray()),
            System.nanoTime() + HotPages.FRESH_NANOS,
            HotPages.onServing(request)));
    return true;
  }

  private static List<HotPage.Header> headers(HttpServletResponse response) {
    var headers = new ArrayList<HotPage.Header>();
    var type = response.getContentType();
    if (type != null) {
      headers.add(new HotPage.Header("Content-Type", type));
    }
    for (var name : response.getHeaderNames()) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!OF_ONE_ANSWER.contains(lower) && !lower.equals("content-type")) {
        response.getHeaders(name).forEach(v -> headers.add(new HotPage.Header(name, v)));
      }
    }
    return headers;
  }
}
