package org.insignia.server.api.credly.wire;

import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.server.platform.problem.ErrorForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Errors in an envelope, also those of filters and of the container. */
@Component
final class EnvelopeForm implements ErrorForm {
  private static final Pattern PATHS =
      Pattern.compile("(?:/api|/oauth)?/v1(?:/.*)?|/(?:users|organizations)/.+\\.json");

  @Override
  public boolean isOf(String path) {
    return PATHS.matcher(path).matches();
  }

  @Override
  public Object body(int status, String detail, String said) {
    var known = HttpStatus.resolve(status);
    var plain =
        status == 404
            ? "Resource not found"
            : known == null ? "Error " + status : known.getReasonPhrase();
    boolean more = !detail.isEmpty() && status != 404;
    return Envelope.body(Map.of("message", more ? plain + ": " + detail : plain), Map.of());
  }
}
