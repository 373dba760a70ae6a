package org.insignia.server.accounts.door;

import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page with a form: 200 when it is asked for, 422 when it comes back with its problems. */
public final class Form {
  private Form() {}

  /** The page as it is answered. */
  public static ModelAndView of(String template, Object page, Problems problems) {
    return View.of(
        template, page, problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
