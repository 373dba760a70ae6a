package org.insignia.server.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs that are web pages of any site call what programs of people call. They come with a
 * token, never with a cookie: none is allowed, and none is looked at on these routes. What belongs
 * to an organisation's own programs stays closed, for their secrets have no place in a page.
 *
 * <p>It stands before everything that may refuse a request: a page that may not read a refusal
 * cannot say what to do about it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class OpenToOtherSites extends OncePerRequestFilter {
  private static final List<String> EXACTLY =
      List.of("/oauth/token", "/oauth/revoke", "/oauth/register", "/.well-known/badgeconnect.json");

  private static final List<String> BELOW =
      List.of(
          "/.well-known/oauth-authorization-server",
          "/.well-known/openid-credential-issuer",
          "/openid4vci/",
          "/ims/",
          "/rest/v1/me/");

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String ASKED_WITH =
      "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-None-Match";
  private static final String READ_FROM_ANSWERS =
      "Link, Location, X-Total-Count, WWW-Authenticate, Retry-After, RateLimit, RateLimit-Policy,"
          + " Idempotent-Replayed, ETag";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !EXACTLY.contains(path) && BELOW.stream().noneMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", READ_FROM_ANSWERS);
    if (!"OPTIONS".equals(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Allow", METHODS + ", OPTIONS");
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    response.setHeader("Access-Control-Allow-Headers", ASKED_WITH);
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
