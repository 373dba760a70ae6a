package org.insignia.server.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Errand;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shells;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever opens a page of staff without being signed in is asked to, and comes back to it then. Who
 * may see it is decided by the page itself; files and forms are nothing to strangers.
 */
@Component
final class SignInFirst implements HandlerInterceptor, WebMvcConfigurer {
  private final Shells shells;

  SignInFirst(Shells shells) {
    this.shells = shells;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/console", "/console/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws ModelAndViewDefiningException {
    if (Door.person().isEmpty() && isPage(request, handler)) {
      Errand.to(request.getRequestURI()).keepIn(request.getSession(true));
      throw new ModelAndViewDefiningException(SeeOther.at(shells.of(request).link("/sign-in")));
    }
    return true;
  }

  private static boolean isPage(HttpServletRequest request, Object handler) {
    return !request.getMethod().equals("POST")
        && handler instanceof HandlerMethod method
        && method.getReturnType().getParameterType() == ModelAndView.class;
  }
}
