package org.insignia.server.api.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the APIs of 1EdTech answer in place of what was asked for: an {@code Imsx_StatusInfo}. */
final class ImsxRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String minor;
  private final @Nullable Duration retryAfter;

  /**
   * @param minor a word of {@code imsx_codeMinorFieldValue}
   * @param description what was wrong and what would be right, in English
   */
  ImsxRefusal(HttpStatus status, String minor, String description) {
    this(status, minor, description, null);
  }

  private ImsxRefusal(
      HttpStatus status, String minor, String description, @Nullable Duration retryAfter) {
    super(description, null, false, false);
    this.status = status;
    this.minor = minor;
    this.retryAfter = retryAfter;
  }

  static ImsxRefusal of(Problem problem) {
    var detail = problem.detail();
    return switch (problem) {
      case Problem.NotFound p -> new ImsxRefusal(HttpStatus.NOT_FOUND, "not_found", detail);
      case Problem.Unauthenticated p ->
          new ImsxRefusal(HttpStatus.UNAUTHORIZED, "unauthorizedrequest", detail);
      case Problem.Forbidden p -> new ImsxRefusal(HttpStatus.FORBIDDEN, "forbidden", detail);
      case Problem.Conflict p -> new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", detail);
      case Problem.Unreadable p -> new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", detail);
      case Problem.Invalid p -> new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", detail);
      case Problem.TooMany p ->
          new ImsxRefusal(HttpStatus.TOO_MANY_REQUESTS, "server_busy", detail, p.retryAfter());
    };
  }

  HttpStatus status() {
    return status;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  Map<String, Object> json() {
    return json(minor, description());
  }

  static Map<String, Object> json(String minor, String description) {
    return Map.of(
        "imsx_codeMajor",
        "failure",
        "imsx_severity",
        "error",
        "imsx_description",
        description,
        "imsx_codeMinor",
        Map.of(
            "imsx_codeMinorField",
            List.of(
                Map.of(
                    "imsx_codeMinorFieldName",
                    "TargetEndSystem",
                    "imsx_codeMinorFieldValue",
                    minor))));
  }
}
