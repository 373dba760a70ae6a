package org.insignia.server.api.tokens;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What several steps of one request need of the database, for a moment: who counts it, who keeps
 * its answer and who does it ask once. A request that takes longer, an upload, asks again.
 *
 * @param <T> what is asked for
 */
public final class OncePerRequest<T> {
  private static final long MOMENT = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final LongSupplier nanos;

  /**
   * @param name tells these questions from all others
   */
  public OncePerRequest(String name) {
    this(name, System::nanoTime);
  }

  OncePerRequest(String name, LongSupplier nanos) {
    this.nanos = nanos;
    this.name = OncePerRequest.class.getName() + ":" + name + ":";
  }

  private record Found(Object answer, long at) {}

  /**
   * The answer, of a moment ago or of now.
   *
   * @param about what it is asked about, for example the hash of a token
   */
  public T of(String about, Supplier<T> question) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return question.get();
    }
    var known = found(request.getAttribute(name + about, RequestAttributes.SCOPE_REQUEST));
    if (known != null) {
      return known;
    }
    T answer = question.get();
    request.setAttribute(
        name + about, new Found(answer, nanos.getAsLong()), RequestAttributes.SCOPE_REQUEST);
    return answer;
  }

  @SuppressWarnings("unchecked") // only of() puts something under this name
  private @Nullable T found(@Nullable Object attribute) {
    return attribute instanceof Found found && nanos.getAsLong() - found.at() < MOMENT
        ? (T) found.answer()
        : null;
  }
}
