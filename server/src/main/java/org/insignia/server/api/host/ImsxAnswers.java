package org.insignia.server.api.host;

import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.insignia.server.platform.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells programs what is refused in the form of 1EdTech's APIs. */
@ControllerAdvice(
    assignableTypes = {
      HeldCredentialsApi.class,
      HeldProfileApi.class,
      LearnerRecordApi.class,
      ImsElsewhere.class
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ImsxAnswers {
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Problem problem) {
    return refused(ImsxRefusal.of(problem));
  }

  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<Map<String, Object>> unreadable() {
    return refused(
        new ImsxRefusal(
            HttpStatus.BAD_REQUEST, "invalid_query_parameter", "the query cannot be read"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMediaTypeNotSupportedException e) {
    return refused(
        new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", "Content-Type names no such kind"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(ImsxRefusal refusal) {
    var answer =
        ResponseEntity.status(refusal.status())
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_JSON);
    if (refusal.status().value() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (refusal.retryAfter() != null) {
      answer.header(
          HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().plusMillis(999).toSeconds()));
    }
    return answer.body(refusal.json());
  }
}
