package org.insignia.server.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Names a template and the page record it prints. */
public final class View {
  static final String PAGE = "page";

  private View() {}

  /**
   * A page to be rendered with status 200.
   *
   * @param template file under {@code src/main/jte} without its ending, for example {@code
   *     claims/accept}
   * @param page the page record; the template declares it as {@code @param ThatRecord page} after
   *     {@code @param Shell shell}
   */
  public static ModelAndView of(String template, Object page) {
    return new ModelAndView(template, PAGE, page);
  }

  /**
   * As {@link #of(String, Object)} with another status, for a form that comes back with its
   * problems.
   */
  public static ModelAndView of(String template, Object page, HttpStatus status) {
    var view = of(template, page);
    view.setStatus(status);
    return view;
  }
}
