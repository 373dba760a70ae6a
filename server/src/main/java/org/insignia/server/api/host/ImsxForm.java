package org.insignia.server.api.host;

import java.util.regex.Pattern;
import org.insignia.server.platform.problem.ErrorForm;
import org.springframework.stereotype.Component;

/** Errors as the APIs of 1EdTech tell them, also those of filters and of the container. */
@Component
final class ImsxForm implements ErrorForm {
  private static final Pattern PATHS = Pattern.compile("/ims/(?:ob/v3p0|clr/v2p0)/.*");

  @Override
  public boolean isOf(String path) {
    return PATHS.matcher(path).matches();
  }

  @Override
  public Object body(int status, String detail, String said) {
    return ImsxRefusal.json(minor(status), said);
  }

  private static String minor(int status) {
    return switch (status) {
      case 401 -> "unauthorizedrequest";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 405 -> "not_allowed";
      case 406 -> "not_acceptable";
      case 429, 503 -> "server_busy";
      default -> status < 500 ? "invalid_data" : "internal_server_error";
    };
  }
}
