package org.insignia.server.api.host;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.foreign.ImportOutcome.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The {@code status} of each answer of Badge Connect 2.1; thrown where something is refused. */
final class BadgeConnectStatus extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final BadgeConnectStatus OK = new BadgeConnectStatus(HttpStatus.OK, "OK", "");

  private final HttpStatus status;
  private final String text;

  /**
   * @param text a word of {@code statusText}
   * @param error what was wrong, in English; empty for nothing
   */
  BadgeConnectStatus(HttpStatus status, String text, String error) {
    super(error, null, false, false);
    this.status = status;
    this.text = text;
  }

  static BadgeConnectStatus of(Problem problem) {
    var detail = problem.detail();
    return switch (problem) {
      case Problem.NotFound p -> new BadgeConnectStatus(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
      case Problem.Unauthenticated p ->
          new BadgeConnectStatus(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", detail);
      case Problem.Forbidden p ->
          new BadgeConnectStatus(HttpStatus.FORBIDDEN, "PERMISSION_DENIED", detail);
      case Problem.Conflict p -> wrong(detail);
      case Problem.Unreadable p -> wrong(detail);
      case Problem.Invalid p -> wrong(detail);
      case Problem.TooMany p ->
          new BadgeConnectStatus(HttpStatus.TOO_MANY_REQUESTS, "BAD_REQUEST", detail);
    };
  }

  static BadgeConnectStatus of(Refusal refusal) {
    var text = refusal == Refusal.OF_OTHERS ? "RECIPIENT_PROFILE_MISMATCH" : "INVALID_BADGE";
    return new BadgeConnectStatus(HttpStatus.BAD_REQUEST, text, Upserts.words(refusal));
  }

  static BadgeConnectStatus wrong(String error) {
    return new BadgeConnectStatus(HttpStatus.BAD_REQUEST, "REQUEST_VALIDATION_ERROR", error);
  }

  HttpStatus status() {
    return status;
  }

  /** The whole answer, with one more member if there is one. */
  Map<String, Object> json(String member, @Nullable Object value) {
    var json = json(status.value(), text, String.valueOf(getMessage()));
    if (value != null) {
      json.put(member, value);
    }
    return json;
  }

  /** The answer where nothing but this is told. */
  static Map<String, Object> json(int status, String text, String error) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("statusCode", status);
    told.put("statusText", text);
    if (!error.isEmpty()) {
      told.put("error", error);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", told);
    return json;
  }
}
