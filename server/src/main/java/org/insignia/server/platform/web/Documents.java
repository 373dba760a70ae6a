package org.insignia.server.platform.web;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders templates outside of a request: the HTML part of a mail, an SVG card. */
@Component
public final class Documents {
  private final JteViews views;

  Documents(JteViews views) {
    this.views = views;
  }

  /**
   * Renders a template.
   *
   * @param template file under {@code src/main/jte} without its ending
   * @param params its parameters by name
   */
  public String render(String template, Map<String, Object> params) {
    return views.render(template, params);
  }
}
