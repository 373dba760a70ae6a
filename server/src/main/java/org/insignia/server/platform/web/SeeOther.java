package org.insignia.server.platform.web;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The answer to a form that did its work: look there with a GET (303), so that a reload does
 * nothing twice.
 */
public final class SeeOther {
  private SeeOther() {}

  /**
   * @param path an address within the site, never one that came with the request
   */
  public static ModelAndView at(String path) {
    var view = new RedirectView(path);
    view.setHttp10Compatible(false);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }
}
