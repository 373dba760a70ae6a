package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.insignia.server.platform.database.Unanswered;
import org.insignia.server.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** What goes wrong in this tree, in its own envelope. */
@ControllerAdvice("org.insignia.server.api.credly")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EnvelopeRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(EnvelopeRefusals.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Refusal refusal) {
    return Envelope.refusal(
        HttpStatus.valueOf(refusal.status()), refusal.detail(), refusal.metadata());
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return switch (problem) {
      case Problem.NotFound p -> plain(HttpStatus.NOT_FOUND, "Resource not found");
      case Problem.Unauthenticated p ->
          with(
              HttpHeaders.WWW_AUTHENTICATE,
              "Basic realm=\"Insignia\", charset=\"UTF-8\"",
              plain(HttpStatus.UNAUTHORIZED, "Unauthorized: " + p.detail()));
      case Problem.Forbidden p -> plain(HttpStatus.FORBIDDEN, "Forbidden: " + p.detail());
      case Problem.Conflict p ->
          plain(HttpStatus.UNPROCESSABLE_CONTENT, "Validation failed: " + p.detail());
      case Problem.Unreadable p -> plain(HttpStatus.BAD_REQUEST, p.detail());
      case Problem.Invalid p ->
          plain(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "Validation failed: " + p.field() + " " + p.detail());
      case Problem.TooMany p ->
          with(
              HttpHeaders.RETRY_AFTER,
              Long.toString(p.retryAfter().plusMillis(999).toSeconds()),
              plain(HttpStatus.TOO_MANY_REQUESTS, "Too many requests: " + p.detail()));
    };
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> unavailable(Exception e) {
    Unanswered.note(e);
    return with(
        HttpHeaders.RETRY_AFTER,
        "5",
        plain(HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment"));
  }

  @ExceptionHandler({MultipartException.class, IllegalArgumentException.class})
  ResponseEntity<Object> unreadable(Exception e) {
    LOG.debug("unreadable request", e);
    return plain(HttpStatus.BAD_REQUEST, "The request cannot be read");
  }

  /** A query or form that breaks its encoding, or is too long. */
  @ExceptionHandler
  ResponseEntity<Object> parameters(InvalidParameterException e) {
    LOG.debug("unreadable parameters", e);
    var known = HttpStatus.resolve(e.getErrorCode());
    return plain(known == null ? HttpStatus.BAD_REQUEST : known, "The request cannot be read");
  }

  @ExceptionHandler
  ResponseEntity<Object> rest(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known
        && HttpStatus.resolve(known.getStatusCode().value()) instanceof HttpStatus status) {
      var answer = plain(status, status.getReasonPhrase());
      var headers = new HttpHeaders(known.getHeaders()); // which methods there are, above all
      headers.putAll(answer.getHeaders());
      return ResponseEntity.status(status).headers(headers).body(answer.getBody());
    }
    LOG.error("a request failed", e);
    return plain(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");
  }

  private static ResponseEntity<Object> plain(HttpStatus status, String message) {
    return Envelope.refusal(status, message, Map.of());
  }

  private static ResponseEntity<Object> with(
      String name, String value, ResponseEntity<Object> answer) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(name, value)
        .body(answer.getBody());
  }
}
