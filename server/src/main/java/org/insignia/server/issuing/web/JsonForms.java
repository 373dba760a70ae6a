package org.insignia.server.issuing.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the JSON form of a page to who prefers JSON to HTML: the address of a badge or achievement
 * is its id in credentials, and machines follow it.
 */
@Component
final class JsonForms extends OncePerRequestFilter {
  static final String VC = "application/vc+ld+json";

  private static final Pattern PAGE =
      Pattern.compile("/badges/[0-9a-f-]{36}|/org/[a-z0-9-]+/badge/[a-z0-9-]+");
  private static final List<MediaType> JSON =
      List.of(
          MediaType.parseMediaType(VC),
          MediaType.parseMediaType("application/vc"),
          MediaType.parseMediaType("application/ld+json"),
          MediaType.APPLICATION_JSON);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (!PAGE.matcher(path).matches()) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (preferred(request).isPresent()) {
      request.getRequestDispatcher(path + ".json").forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The type in which JSON is sent: the one that was asked for by name, else the standard's. */
  static String mediaType(HttpServletRequest request) {
    return preferred(request)
        .map(MediaType::toString)
        .orElseGet(() -> quality(request, MediaType.TEXT_HTML) > 0 ? "application/json" : VC);
  }

  /** The JSON type that is asked for by name and not less than HTML. */
  private static Optional<MediaType> preferred(HttpServletRequest request) {
    double html = quality(request, MediaType.TEXT_HTML);
    MediaType best = null;
    double most = 0;
    for (MediaType type : JSON) {
      double quality = quality(request, type);
      if (quality > most && quality >= html) {
        best = type;
        most = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double quality(HttpServletRequest request, MediaType type) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null || accept.length() > 2000) {
      return 0;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(asked -> asked.equalsTypeAndSubtype(type))
          .mapToDouble(MediaType::getQualityValue)
          .max()
          .orElse(0);
    } catch (InvalidMediaTypeException e) {
      return 0;
    }
  }
}
