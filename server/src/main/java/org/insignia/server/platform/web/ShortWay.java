package org.insignia.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ModelAndView;

/**
 * The short way of a stranger to an {@link OpenPage}. Who has no cookie has no session, is nobody
 * in particular and can send no form from here: all that would be looked up for them is known. The
 * headers are written by the same filter as on the ordinary way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ShortWay extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(ShortWay.class);

  private final SingletonSupplier<List<OpenPage>> pages;
  private final ObjectProvider<JteViews> views;
  private final Shells shells;
  private final HeaderWriterFilter headers;

  ShortWay(
      ObjectProvider<OpenPage> pages,
      ObjectProvider<JteViews> views,
      Shells shells,
      @Qualifier("browsers") SecurityFilterChain browsers) {
    // Filters come into being before all else, pages need nearly everything.
    this.pages = SingletonSupplier.of(() -> pages.orderedStream().toList());
    this.views = views;
    this.shells = shells;
    this.headers =
        browsers.getFilters().stream()
            .filter(HeaderWriterFilter.class::isInstance)
            .map(HeaderWriterFilter.class::cast)
            .findFirst()
            .orElseThrow();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var page = isStranger(request) ? find(request, response) : null;
    if (page == null) {
      chain.doFilter(request, response);
    } else {
      headers.doFilter(
          request, response, (asked, answer) -> page.send(request, (HttpServletResponse) answer));
    }
  }

  /** Somebody with a browser and nothing else; whoever prefers JSON takes the ordinary way. */
  private static boolean isStranger(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    var method = request.getMethod();
    return (method.equals("GET") || method.equals("HEAD"))
        && accept != null
        && accept.contains("text/html")
        && !accept.contains("json")
        && !accept.contains("application/vc")
        && request.getHeader(HttpHeaders.COOKIE) == null
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && request.getHeader(HttpHeaders.RANGE) == null
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
        && request.getContentLengthLong() <= 0;
  }

  private @Nullable Rendered find(HttpServletRequest request, HttpServletResponse response) {
    try {
      for (var page : pages.obtain()) {
        var found = page.openPage(shells.of(request), request, response);
        if (found != null) {
          return rendered(found, request, response);
        }
      }
    } catch (RuntimeException refused) {
      LOG.debug("not by the short way", refused);
      response.reset();
    }
    return null;
  }

  private @Nullable Rendered rendered(
      ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
    var template = page.getViewName();
    if (template == null || page.getStatus() != null) {
      response.reset(); // a redirect, or something that is no page
      return null;
    }
    return new Rendered(views.getObject().rendered(template, page.getModel(), request, response));
  }

  /** A page, whole. */
  private record Rendered(byte[] body) {
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
      var tag = tag();
      response.setHeader(HttpHeaders.ETAG, tag);
      var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
      if (known != null && (known.equals("*") || known.contains(tag.substring(2)))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }

    private String tag() {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(body);
        return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + '"';
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("the JDK lacks SHA-256", e);
      }
    }
  }
}
