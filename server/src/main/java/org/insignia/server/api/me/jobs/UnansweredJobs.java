package org.insignia.server.api.me.jobs;

import java.time.Duration;
import org.insignia.server.insights.index.IndexUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says that figures and search cannot be had just now; nothing else of the server is down. */
@RestControllerAdvice(basePackageClasses = UnansweredJobs.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnansweredJobs {
  private static final Duration SHORTLY = Duration.ofSeconds(30);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(IndexUnavailable why) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "figures and search cannot be had just now; ask again in a moment");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(SHORTLY.toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
