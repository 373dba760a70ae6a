package org.insignia.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the container itself refused (an unreadable request, a filter's answer) in the same form as
 * all other errors.
 */
@Controller
final class ErrorPages implements ErrorController {
  private final Errors errors;

  ErrorPages(Errors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    var code =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer i ? i : 404;
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
        instanceof InvalidParameterException unreadable) {
      code = unreadable.getErrorCode(); // met in a filter, before any handler
    }
    var status = HttpStatus.resolve(code);
    return errors.answer(
        request, status == null ? HttpStatus.BAD_REQUEST : status, "", new HttpHeaders());
  }
}
