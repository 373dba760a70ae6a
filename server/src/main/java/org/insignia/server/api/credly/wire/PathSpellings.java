package org.insignia.server.api.credly.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Paths of this tree as clients write them: under {@code /v1} and under {@code /api/v1}, with a
 * slash or {@code .json} at the end, or without; so, too, those of {@code /oauth/v1}. A redirect
 * would not do, since many clients send nothing a second time.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PathSpellings extends OncePerRequestFilter {
  private static final Pattern OURS = Pattern.compile("(|/api|/oauth)/v1/(.*)");
  private static final Pattern END = Pattern.compile("/*(?:\\.json)?/*$");

  /** What public profiles show stands under the longer one alone. */
  private static final Pattern OF_PROFILES = Pattern.compile("(?:public_badges|users)/.*");

  /** Documents whose name is their file name. */
  private static final Pattern FILE = Pattern.compile(".*/did\\.json");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getRequestURI();
    var ours = OURS.matcher(path);
    if (!ours.matches()) {
      chain.doFilter(request, response);
      return;
    }
    var plain = tree(ours.group(1), ours.group(2)) + ended(ours.group(2));
    if (plain.equals(path)) {
      chain.doFilter(request, response);
    } else {
      var before =
          ServletRequestPathUtils.hasParsedRequestPath(request)
              ? ServletRequestPathUtils.getParsedRequestPath(request)
              : null;
      var rewritten = new Plain(request, plain);
      ServletRequestPathUtils.parseAndCache(rewritten); // else the path of before is looked at
      try {
        chain.doFilter(rewritten, response);
      } finally {
        ServletRequestPathUtils.setParsedRequestPath(before, request);
      }
    }
  }

  private static String tree(String before, String rest) {
    if (before.equals("/oauth")) {
      return "/oauth/v1";
    }
    return OF_PROFILES.matcher(rest).matches() ? "/api/v1" : "/v1";
  }

  private static String ended(String rest) {
    var end = FILE.matcher(rest).matches() ? rest : END.matcher(rest).replaceFirst("");
    return end.isEmpty() ? "" : "/" + end;
  }

  /** The request with its path in the plain form. */
  static final class Plain extends HttpServletRequestWrapper {
    private final String path;

    Plain(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public StringBuffer getRequestURL() {
      var url = super.getRequestURL();
      int end = url.lastIndexOf(super.getRequestURI());
      return end < 0 ? url : url.replace(end, url.length(), path);
    }
  }
}
