package org.insignia.server.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders the precompiled templates, whole, before the first byte is sent: a failing page never
 * arrives half.
 */
@Component
final class JteViews implements ViewResolver, Ordered {
  /** Model key of response headers that an error page carries. */
  static final String HEADERS = "headers";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), "org.insignia.templates");
  private final Shells shells;

  JteViews(Shells shells) {
    this.shells = shells;
  }

  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public org.springframework.web.servlet.@Nullable View resolveViewName(
      String name, Locale locale) {
    if (name.startsWith("redirect:") || !engine.hasTemplate(name + ".jte")) {
      return null;
    }
    return new Page(name);
  }

  private final class Page implements org.springframework.web.servlet.View {
    private final String template;

    Page(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html"; // without it Spring's content negotiation would pass this view over
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      JteViews.this.render(template, model, request, response);
    }
  }

  private void render(
      String template,
      @Nullable Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var body = rendered(template, model == null ? Map.of() : model, request, response);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * The page, with all headers set that speak of it but its length.
   *
   * @param template file under {@code src/main/jte} without its ending
   */
  byte[] rendered(
      String template,
      Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var shell = shells.of(request);
    var params = new HashMap<String, Object>();
    params.put("shell", shell);
    if (model.get(View.PAGE) instanceof Object page) {
      params.put(View.PAGE, page);
    }
    var output = new Utf8ByteOutput();
    engine.render(template + ".jte", params, output);
    if (model.get(HEADERS) instanceof HttpHeaders headers) {
      headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    }
    response.setContentType("text/html;charset=UTF-8");
    // Without the first the container says what the browser asked for; by the second others see it.
    response.setLocale(shell.language().locale());
    response.setHeader("Content-Language", shell.language().tag());
    response.addHeader("Vary", "Accept-Language");
    return output.toByteArray();
  }

  /** A template rendered outside of a request: the HTML part of a mail. */
  String render(String template, Map<String, Object> params) {
    var output = new gg.jte.output.StringOutput();
    engine.render(template + ".jte", params, output);
    return output.toString();
  }
}
