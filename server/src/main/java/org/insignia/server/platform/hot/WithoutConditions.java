package org.insignia.server.platform.hot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request as if its sender had no copy of the page. */
final class WithoutConditions extends HttpServletRequestWrapper {
  WithoutConditions(HttpServletRequest request) {
    super(request);
  }

  private static boolean isCondition(String name) {
    return name.equalsIgnoreCase("If-None-Match") || name.equalsIgnoreCase("If-Modified-Since");
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isCondition(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public long getDateHeader(String name) {
    return isCondition(name) ? -1 : super.getDateHeader(name);
  }
}
