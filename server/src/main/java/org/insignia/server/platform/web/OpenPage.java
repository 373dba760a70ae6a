package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page for everybody that many ask for. Strangers without a cookie get it by a short way: past
 * sessions, form tokens and the search for its route.
 */
public interface OpenPage {
  /**
   * The page as a stranger sees it, or null if it is none of these; then, and if anything is thrown
   * or a view without template comes back, the ordinary way decides. Sets the same headers as
   * there.
   */
  @Nullable ModelAndView openPage(
      Shell shell, HttpServletRequest request, HttpServletResponse response);
}
