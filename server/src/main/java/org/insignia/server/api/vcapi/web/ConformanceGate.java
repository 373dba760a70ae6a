package org.insignia.server.api.vcapi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.insignia.server.api.vcapi.ConformanceSettings;
import org.insignia.server.api.vcapi.OnlyForConformance;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets in who shows the token; where none is set, who comes from this machine, and not through a
 * proxy or a page of somebody else's that a browser here has open.
 */
@Component
@OnlyForConformance
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class ConformanceGate extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final @Nullable String token;
  private final HandlerExceptionResolver problems;

  ConformanceGate(
      ConformanceSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.token = settings.token();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !path.equals("/vc-api") && !path.startsWith("/vc-api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      require(request);
    } catch (Problem problem) {
      problems.resolveException(request, response, null, problem);
      return;
    }
    chain.doFilter(request, response);
  }

  private void require(HttpServletRequest request) {
    if (token != null && !isPublic(request) && !shows(request, token)) {
      throw new Problem.Unauthenticated("this needs the conformance token");
    }
    if (token == null && !isLocal(request)) {
      throw new Problem.NotFound("nothing is here");
    }
  }

  /** A status list is for whoever verifies. */
  private static boolean isPublic(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getRequestURI().matches("/vc-api/[a-z0-9-]+/status");
  }

  private static boolean shows(HttpServletRequest request, String token) {
    var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    return shown != null
        && shown.startsWith(BEARER)
        && MessageDigest.isEqual(
            shown.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLocal(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(DirectPeer.ON_THIS_MACHINE))
        && THIS_MACHINE.contains(request.getServerName());
  }
}
