package org.insignia.server.verification.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.insignia.server.verification.Verification;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away too large a form before it is read: results files may have hundreds of megabytes, a
 * badge may not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class SizeGate extends OncePerRequestFilter {
  /** One badge as text, another as file, and what a form wraps around them. */
  private static final long MOST_BYTES = 2L * Verification.MOST_BYTES + 64 * 1024;

  /** Where badges are handed in. */
  private static final Set<String> FORMS = Set.of("/verify", "/home/import");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !FORMS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() < 0) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (request.getContentLengthLong() > MOST_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
