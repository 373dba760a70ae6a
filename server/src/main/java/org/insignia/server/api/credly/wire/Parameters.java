package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a list says: in its query, and where that says nothing in its body, since some
 * clients send filters as the form of a GET. In this order, so that who asks for the next page with
 * the same body gets it.
 */
public final class Parameters {
  private static final int MOST_BYTES = 64 * 1024;
  private static final String READ = Parameters.class.getName();

  private Parameters() {}

  private record Read(Map<String, String[]> values) {}

  static Map<String, String[]> of(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod()) || !isForm(request)) {
      return request.getParameterMap();
    }
    if (request.getAttribute(READ) instanceof Read before) {
      return before.values(); // a body is there once
    }
    var values = new LinkedHashMap<>(request.getParameterMap());
    body(request).forEach(values::putIfAbsent);
    request.setAttribute(READ, new Read(values));
    return values;
  }

  /** What it says first under this name; null for nothing. */
  public static @Nullable String first(HttpServletRequest request, String name) {
    var values = of(request).get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  private static boolean isForm(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getContentType(), "")
        .toLowerCase(Locale.ROOT)
        .startsWith("application/x-www-form-urlencoded");
  }

  private static Map<String, String[]> body(HttpServletRequest request) {
    byte[] bytes;
    try {
      bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw Refusal.unreadable("The body of the request cannot be read");
    }
    if (bytes.length > MOST_BYTES) {
      throw Refusal.unreadable("The body of the request is larger than " + MOST_BYTES + " bytes");
    }
    var values = new LinkedHashMap<String, String[]>();
    RequestReader.fields(
        new String(bytes, StandardCharsets.UTF_8).strip(),
        (name, value) -> values.merge(name, new String[] {value}, Parameters::both));
    return values;
  }

  private static String[] both(String[] some, String[] more) {
    var all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
