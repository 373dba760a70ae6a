package org.insignia.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides how large a request may be before a byte of its body is read: what is looked at first
 * after this, the hidden field of a form, may stand behind half a gigabyte. Little from strangers,
 * a large form from people who are signed in, and files where there is an {@link Upload} for those
 * whom its feature lets in.
 */
final class BodyGate extends OncePerRequestFilter {
  /** A form that a stranger fills in, a few times over. */
  static final long FROM_STRANGERS = 64 * 1024;

  /** The largest form that a page of ours makes: the order of ten thousand badges. */
  static final long FROM_PEOPLE = 1 << 20;

  private final SingletonSupplier<List<Upload>> uploads;
  private final ObjectProvider<Refusals> refusals;

  BodyGate(ObjectProvider<Upload> uploads, ObjectProvider<Refusals> refusals) {
    this.uploads = SingletonSupplier.of(() -> uploads.stream().toList());
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpStatus refusal;
    try {
      refusal = refusal(request);
    } catch (Problem problem) {
      refusals.getObject().refuse(request, response, problem);
      return;
    }
    if (refusal == null) {
      chain.doFilter(request, response);
    } else {
      refusals.getObject().refuse(request, response, refusal);
    }
  }

  /** Null if it may come in. */
  private @Nullable HttpStatus refusal(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean lengthless = length < 0 && request.getHeader("Transfer-Encoding") != null;
    if (length <= FROM_STRANGERS && !lengthless) {
      return null;
    }
    for (var upload : uploads.obtain()) {
      var path = upload.path().matcher(request.getRequestURI());
      if (path.matches()) {
        upload.who().require(request, viewer(), path);
        return lengthless && isForm(request)
            ? HttpStatus.LENGTH_REQUIRED
            : size(length, upload.most());
      }
    }
    return lengthless
        ? HttpStatus.LENGTH_REQUIRED
        : size(length, viewer() == null ? FROM_STRANGERS : FROM_PEOPLE);
  }

  private static @Nullable HttpStatus size(long length, long most) {
    return length > most ? HttpStatus.CONTENT_TOO_LARGE : null;
  }

  /** Other bodies are read by their feature, which counts as it reads. */
  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static @Nullable Viewer viewer() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }
}
