package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request whose body nobody has read and nobody will. The usual ways ask for its
 * parameters, and that would read it.
 */
@Component
final class Refusals {
  private final JteViews views;
  private final Shells shells;
  private final JsonMapper json;

  Refusals(JteViews views, Shells shells, JsonMapper json) {
    this.views = views;
    this.shells = shells;
    this.json = json;
  }

  /**
   * @param answer one of {@link Errors} to a request without its body
   */
  void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      Function<HttpServletRequest, Object> answer)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close"); // what is still to come is not waited for
    var bodiless = new Bodiless(request);
    var body =
        switch (answer.apply(bodiless)) {
          case ModelAndView page -> page(page, bodiless, response);
          case ResponseEntity<?> entity -> problem(entity, response);
          default -> throw new IllegalStateException("an answer of another kind");
        };
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] page(ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(Objects.requireNonNull(page.getStatus()).value());
    shells.ofNobody(request);
    return views.rendered(
        Objects.requireNonNull(page.getViewName()), page.getModel(), request, response);
  }

  private byte[] problem(ResponseEntity<?> problem, HttpServletResponse response) {
    response.setStatus(problem.getStatusCode().value());
    problem.getHeaders().forEach((name, all) -> all.forEach(v -> response.setHeader(name, v)));
    return json.writeValueAsBytes(problem.getBody());
  }

  /** The request as if it had come without a body. */
  private static final class Bodiless extends HttpServletRequestWrapper {
    Bodiless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }
  }
}
