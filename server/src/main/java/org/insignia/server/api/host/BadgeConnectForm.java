package org.insignia.server.api.host;

import org.insignia.server.platform.problem.ErrorForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Errors as Badge Connect tells them, also those of filters and of the container. */
@Component
final class BadgeConnectForm implements ErrorForm {
  @Override
  public boolean isOf(String path) {
    return path.startsWith("/ims/ob/v2p1/");
  }

  @Override
  public Object body(int status, String detail, String said) {
    return BadgeConnectStatus.json(status, word(status), said);
  }

  private static String word(int status) {
    return switch (HttpStatus.resolve(status)) {
      case UNAUTHORIZED -> "UNAUTHENTICATED";
      case FORBIDDEN -> "PERMISSION_DENIED";
      case NOT_FOUND -> "NOT_FOUND";
      case METHOD_NOT_ALLOWED -> "METHOD_NOT_ALLOWED";
      case CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> "REQUEST_VALIDATION_ERROR";
      case null, default -> "BAD_REQUEST";
    };
  }
}
