package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request whose body nobody has read and nobody will. The usual ways ask for its
 * parameters, and that would read it.
 */
@Component
public final class Refusals {
  private final Errors errors;
  private final JteViews views;
  private final Shells shells;
  private final JsonMapper json;

  Refusals(Errors errors, JteViews views, Shells shells, JsonMapper json) {
    this.errors = errors;
    this.views = views;
    this.shells = shells;
    this.json = json;
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    var bodiless = bodiless(request, response);
    write(errors.of(problem, bodiless), bodiless, response);
  }

  /** Answers with this status, in the form that the caller reads, and closes the connection. */
  public void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    var bodiless = bodiless(request, response);
    write(errors.answer(bodiless, status, "", new HttpHeaders()), bodiless, response);
  }

  private static Bodiless bodiless(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CONNECTION, "close"); // what is still to come is not waited for
    return new Bodiless(request);
  }

  private void write(Object answer, Bodiless request, HttpServletResponse response)
      throws IOException {
    var body =
        switch (answer) {
          case ModelAndView page -> page(page, request, response);
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
