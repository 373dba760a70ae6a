package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the shell of a request, once; controllers may take it as a parameter. */
@Component
public final class Shells implements HandlerMethodArgumentResolver {
  private final Texts texts;
  private final Settings settings;
  private final Assets assets;
  private final ObjectProvider<Menu> menu;

  Shells(Texts texts, Settings settings, Assets assets, ObjectProvider<Menu> menu) {
    this.menu = menu;
    this.texts = texts;
    this.settings = settings;
    this.assets = assets;
  }

  /** The shell of this request. */
  public Shell of(HttpServletRequest request) {
    if (request.getAttribute(Shell.class.getName()) instanceof Shell shell) {
      return shell;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return of(
        request,
        authentication != null && authentication.getPrincipal() instanceof Viewer v ? v : null);
  }

  /** The shell of somebody who is refused before there is a token for the forms of their pages. */
  Shell ofNobody(HttpServletRequest request) {
    return of(request, null);
  }

  private Shell of(HttpServletRequest request, @Nullable Viewer viewer) {
    var shell = new Shell(request, texts, settings, assets, viewer, () -> entries(viewer));
    request.setAttribute(Shell.class.getName(), shell);
    return shell;
  }

  private List<Menu.Entry> entries(@Nullable Viewer viewer) {
    return viewer == null
        ? List.of()
        : menu.stream().flatMap(m -> m.entries(viewer).stream()).toList();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Shell.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return of((HttpServletRequest) request.getNativeRequest());
  }
}
