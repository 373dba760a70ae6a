package org.insignia.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.insignia.server.platform.database.Unanswered;
import org.insignia.server.platform.problem.ErrorForm;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * The one place that knows HTTP statuses of problems: RFC 9457 for machines, a designed page for
 * people.
 */
@ControllerAdvice
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** SQLSTATE {@code character_not_in_repertoire}; of JSON {@code untranslatable_character}. */
  private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

  private static final Duration SHORTLY = Duration.ofSeconds(5);

  private final List<ErrorForm> forms;

  Errors(List<ErrorForm> forms) {
    this.forms = forms;
  }

  @ExceptionHandler
  Object problem(Problem problem, HttpServletRequest request) {
    return of(problem, request);
  }

  /** The answer to who brought this about. */
  Object of(Problem problem, HttpServletRequest request) {
    var status =
        switch (problem) {
          case Problem.NotFound p -> HttpStatus.NOT_FOUND;
          case Problem.Unauthenticated p -> HttpStatus.UNAUTHORIZED;
          case Problem.Forbidden p -> HttpStatus.FORBIDDEN;
          case Problem.Conflict p -> HttpStatus.CONFLICT;
          case Problem.Unreadable p -> HttpStatus.BAD_REQUEST;
          case Problem.Invalid p -> HttpStatus.UNPROCESSABLE_CONTENT;
          case Problem.TooMany p -> HttpStatus.TOO_MANY_REQUESTS;
        };
    var headers = new HttpHeaders();
    if (problem instanceof Problem.TooMany tooMany) {
      headers.set(
          HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().plusMillis(999).toSeconds()));
    }
    if (problem instanceof Problem.Unauthenticated) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    var answer =
        answer(request, status, new Words(key(problem, status), problem.detail()), headers);
    if (problem instanceof Problem.Invalid invalid
        && answer instanceof ResponseEntity<?> entity
        && entity.getBody() instanceof ProblemDetail body) {
      body.setProperty("errors", invalid.faults().stream().map(Errors::fault).toList());
    }
    return answer;
  }

  /** As RFC 9457 shows it: a pointer into the body, or the name of a parameter. */
  private static Map<String, String> fault(Problem.Invalid.Fault fault) {
    var field = fault.field();
    return field.isEmpty() || field.startsWith("/")
        ? Map.of("detail", fault.detail(), "pointer", "#" + field)
        : Map.of("detail", fault.detail(), "parameter", field);
  }

  private static String key(Problem problem, HttpStatus status) {
    return switch (problem) {
      case Problem.Suspended p -> "problem.suspended";
      case Problem.Damaged p -> "problem.damaged";
      default -> key(status.value());
    };
  }

  @ExceptionHandler
  Object denied(AccessDeniedException denied, HttpServletRequest request) {
    return answer(request, HttpStatus.FORBIDDEN, "", new HttpHeaders());
  }

  /** Also a body that is not there, and a name of a parameter that no form of ours has. */
  @ExceptionHandler({
    MultipartException.class,
    HttpMessageNotReadableException.class,
    RequestRejectedException.class,
    MethodArgumentConversionNotSupportedException.class,
    IllegalArgumentException.class
  })
  Object unreadable(Exception e, HttpServletRequest request) {
    LOG.debug("unreadable request", e);
    return answer(request, HttpStatus.BAD_REQUEST, "", new HttpHeaders());
  }

  /**
   * A parameter of another kind than is read there, or a part of the address: among pages there is
   * none with such a name, programs are told what is wrong with it.
   */
  @ExceptionHandler
  Object unfit(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    LOG.debug("unreadable value", e);
    if (e.getParameter().hasParameterAnnotation(PathVariable.class) && !isOfMachines(request)) {
      return answer(request, HttpStatus.NOT_FOUND, "", new HttpHeaders());
    }
    if (wantsPage(request) || form(request).isPresent()) {
      return answer(request, HttpStatus.BAD_REQUEST, "", new HttpHeaders());
    }
    var detail = "no " + kind(e.getRequiredType());
    var body = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    body.setDetail(e.getName() + ": " + detail);
    body.setProperty("errors", List.of(Map.of("parameter", e.getName(), "detail", detail)));
    return ResponseEntity.badRequest()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private static String kind(@Nullable Class<?> wanted) {
    return wanted == UUID.class
        ? "id"
        : wanted != null && (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted))
            ? "number, or none of this size"
            : "value that is read here";
  }

  /** Text that no text column holds: U+0000. All else that contradicts the tables is our fault. */
  @ExceptionHandler
  Object untypable(DataIntegrityViolationException e, HttpServletRequest request) {
    if (e.getMostSpecificCause() instanceof SQLException sql
        && NO_TEXT.contains(String.valueOf(sql.getSQLState()))) {
      LOG.debug("text with U+0000", e);
      return answer(request, HttpStatus.BAD_REQUEST, "text cannot hold U+0000", new HttpHeaders());
    }
    return rest(e, request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  Object unavailable(Exception e, HttpServletRequest request) {
    Unanswered.note(e);
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(SHORTLY.toSeconds()));
    return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "", headers);
  }

  /** A query or form that breaks its encoding, or is too long. */
  @ExceptionHandler
  Object parameters(InvalidParameterException e, HttpServletRequest request) {
    LOG.debug("unreadable parameters", e);
    return answer(request, HttpStatusCode.valueOf(e.getErrorCode()), "", new HttpHeaders());
  }

  /** Whoever asked has left; there is nobody to answer and nothing to mend. */
  @ExceptionHandler
  void left(AsyncRequestNotUsableException e) {
    LOG.debug("a client left", e);
  }

  @ExceptionHandler
  Object rest(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known) {
      return answer(request, known.getStatusCode(), "", known.getHeaders());
    }
    LOG.error("a request failed", e);
    return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "", new HttpHeaders());
  }

  /** What is said: the stem of text keys, and what English adds to it. */
  private record Words(String key, String detail) {}

  /** The answer in the form that this caller reads. */
  Object answer(
      HttpServletRequest request, HttpStatusCode status, String detail, HttpHeaders known) {
    return answer(request, status, new Words(key(status.value()), detail), known);
  }

  private Object answer(
      HttpServletRequest request, HttpStatusCode status, Words words, HttpHeaders known) {
    var detail = words.detail();
    var headers = new HttpHeaders();
    headers.putAll(known);
    headers.setCacheControl("no-store");
    if (wantsPage(request)) {
      var page = View.of("layout/problem", new ProblemPage(status.value(), words.key(), detail));
      page.setStatus(status);
      page.addObject(JteViews.HEADERS, headers);
      return page;
    }
    var said = detail.isEmpty() ? usual(status.value()) : detail;
    var form = form(request);
    if (form.isPresent()) {
      return ResponseEntity.status(status)
          .headers(headers)
          .contentType(MediaType.APPLICATION_JSON)
          .body(form.get().body(status.value(), detail, said));
    }
    var body = ProblemDetail.forStatus(status);
    body.setDetail(said.isEmpty() ? null : said);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private Optional<ErrorForm> form(HttpServletRequest request) {
    var path = path(request);
    return forms.stream().filter(form -> form.isOf(path)).findFirst();
  }

  /** The path that was asked for, also where the container asks for the page of an error. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  /** What there is to say where nothing particular is. */
  private static String usual(int status) {
    return switch (status) {
      case 400 ->
          "the request cannot be read: its address, its parameters, its body or the kind that it names";
      case 403 -> "this may not be done by whoever asks, or not from where they ask";
      case 404 -> "there is nothing at this address";
      case 405 -> "this address knows no such method; Allow names those that it knows";
      case 406 -> "there is no answer in any of the forms that Accept names";
      case 411 -> "a body needs its Content-Length";
      case 413 -> "the body is larger than what is taken here";
      case 415 -> "a body of this kind is not read here; Accept names those that are";
      case 501 -> "a body of this transfer coding is not read here";
      case 503 -> "this cannot be done at the moment; try again";
      case 505 -> "this version of HTTP is not spoken here; HTTP/1.1 is";
      default -> status < 500 ? "" : "something failed here, and was noted; try again later";
    };
  }

  private boolean wantsPage(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return !isOfMachines(request) && accept != null && accept.contains("text/html");
  }

  private boolean isOfMachines(HttpServletRequest request) {
    var path = path(request);
    return path.startsWith("/rest/")
        || path.startsWith("/vc-api")
        || path.startsWith("/ims/")
        || form(request).isPresent();
  }

  private static String key(int status) {
    return switch (status) {
      case 401, 403 -> "problem.403";
      case 404, 405 -> "problem.404";
      case 409 -> "problem.409";
      case 413 -> "problem.413";
      case 429 -> "problem.429";
      case 503 -> "problem.503";
      default -> status < 500 ? "problem.400" : "problem.500";
    };
  }
}
