package org.insignia.server.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.ShownToken;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on every request that changes something: the same key with the same
 * request is answered as before, word for word, and does nothing more.
 */
final class KeyFilter extends OncePerRequestFilter {
  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

  /**
   * Files are worked through as they come; each has a key of its own kind, in its own rows. An
   * access token is asked for anew. Nobody outside is asked while a transaction is open.
   */
  private static final Pattern KEYLESS =
      Pattern.compile(
          "/rest/v1/(issue|imports/.*|mail/.*|organisation/domain/check|me/imports(/[^/]+/check)?)|(/api)?/v1/oauth/token");

  /** What answers many in one transaction and keeps their answers in it by itself; see Asked. */
  private static final Set<String> KEEPING = Set.of("POST /rest/v1/badges");

  private static final int MOST_BYTES = 8 << 20;

  private final KeptAnswers answers;
  private final Callers callers;
  private final ActingPrograms programs;
  private final HandlerExceptionResolver errors;

  KeyFilter(
      KeptAnswers answers,
      Callers callers,
      ActingPrograms programs,
      HandlerExceptionResolver errors) {
    this.answers = answers;
    this.callers = callers;
    this.programs = programs;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CHANGES.contains(request.getMethod().toUpperCase(Locale.ROOT))
        || request.getHeader(IdempotencyKey.HEADER) == null
        || isParts(request)
        || KEYLESS.matcher(request.getRequestURI()).matches();
  }

  /** A form with files is read by the container alone. */
  private static boolean isParts(HttpServletRequest request) {
    var type = Objects.toString(request.getContentType(), "");
    return type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var caching = new ContentCachingResponseWrapper(response);
    try {
      var key = new IdempotencyKey(Objects.toString(request.getHeader(IdempotencyKey.HEADER), ""));
      var caller = caller(ShownToken.bearer(request.getHeader(HttpHeaders.AUTHORIZATION)));
      if (caller.isEmpty()) {
        chain.doFilter(request, response); // which asks for a token
        return;
      }
      var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new Problem.Unreadable("the body is larger than " + MOST_BYTES + " bytes");
      }
      var asked = new Asked(caller.get(), key, fingerprint(request, body));
      if (KEEPING.contains(request.getMethod() + " " + request.getRequestURI())) {
        asked.leaveTo(request);
        chain.doFilter(new ReadBody(request, body), response);
        return;
      }
      var given =
          answers.once(
              asked,
              () -> {
                chain.doFilter(new ReadBody(request, body), caching);
                return answer(caching);
              });
      if (given.replayed()) {
        write(given.answer(), response);
      } else {
        caching.copyBodyToResponse();
      }
    } catch (Problem | DataAccessException | TransactionException e) {
      caching.resetBuffer();
      errors.resolveException(request, response, null, e);
    }
  }

  /** A program of an organisation, or one that acts for a person: for each of them apart. */
  private Optional<String> caller(@Nullable String authorization) {
    return callers
        .known(authorization)
        .map(Caller::actor)
        .or(() -> programs.known(authorization).map(p -> p.actor() + ":" + p.person().value()));
  }

  private static KeptAnswer answer(ContentCachingResponseWrapper response) {
    return new KeptAnswer(
        response.getStatus(),
        Objects.toString(response.getContentType(), ""),
        Objects.toString(response.getHeader(HttpHeaders.LOCATION), ""),
        new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static void write(KeptAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotent-Replayed", "true");
    if (!answer.location().isEmpty()) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (!answer.contentType().isEmpty()) {
      response.setContentType(answer.contentType());
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  /** What makes it the same request: method, address with its query, and body. */
  private static String fingerprint(HttpServletRequest request, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var head =
          request.getMethod()
              + " "
              + request.getRequestURI()
              + "?"
              + Objects.toString(request.getQueryString(), "")
              + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
