package org.insignia.server.insights.web;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says that figures and search cannot be had just now: the site works, so this is a page like any
 * other and no failure of the server.
 */
@ControllerAdvice(basePackageClasses = Unanswered.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Unanswered {
  @ExceptionHandler
  ModelAndView unavailable(IndexUnavailable why, HttpServletRequest request, Shell shell) {
    var query = request.getQueryString();
    var again = request.getRequestURI() + (query == null ? "" : "?" + query);
    return View.of("insights/unanswered", new UnansweredPage(again));
  }
}
