package org.insignia.server.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.api.AdminToken;
import org.insignia.server.platform.problem.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts requests of programs and tells them what they have left. Public documents, which are read
 * without credentials, are not counted; nor is what this machine asks of itself.
 */
final class LimitFilter extends OncePerRequestFilter {
  private final Limits limits;
  private final List<Payer> payers;
  private final HandlerExceptionResolver errors;

  LimitFilter(Limits limits, List<Payer> payers, HandlerExceptionResolver errors) {
    this.limits = limits;
    this.payers = List.copyOf(payers);
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var method = request.getMethod();
    boolean reads = HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
    return HttpMethod.OPTIONS.matches(method)
        || (reads && request.getHeader(HttpHeaders.AUTHORIZATION) == null);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      count(request, response);
    } catch (Problem | DataAccessException e) {
      response.setHeader(HttpHeaders.CONNECTION, "close"); // a body still to come is not read
      errors.resolveException(request, response, null, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private void count(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> payer = payers.stream().flatMap(p -> p.payer(request).stream()).findFirst();
    if (payer.filter(AdminToken.ACTOR::equals).isPresent()) {
      return;
    }
    var spent = limits.request(payer, request.getRemoteAddr());
    response.setHeader("RateLimit-Policy", joined(spent, s -> s.charge().policy().field()));
    response.setHeader("RateLimit", joined(spent, Spent::field));
    var refused = spent.stream().filter(Spent::refused).findFirst();
    if (refused.isPresent()) {
      var policy = refused.get().charge().policy();
      throw new Problem.TooMany(
          refused.get().pause(),
          "at most "
              + policy.quota()
              + " requests in "
              + policy.window().toSeconds()
              + " seconds for each "
              + policy.name());
    }
  }

  private static String joined(
      List<Spent> spent, java.util.function.Function<Spent, String> field) {
    return spent.stream().map(field).collect(Collectors.joining(", "));
  }
}
