package org.insignia.server.api.credly.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Addresses of this tree with a slash too many: whoever types the base address of a program with a
 * slash at its end gets {@code /v1//organizations}. The firewall behind refuses such paths, so this
 * stands before it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DoubledSlashes extends OncePerRequestFilter {
  private static final Pattern OURS = Pattern.compile("/+(?:(?:api|oauth)/+)?v1/.*");
  private static final Pattern SLASHES = Pattern.compile("//+");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI();
    boolean doubled = path.contains("//") && OURS.matcher(path).matches();
    chain.doFilter(
        doubled ? new PathSpellings.Plain(request, SLASHES.matcher(path).replaceAll("/")) : request,
        response);
  }
}
