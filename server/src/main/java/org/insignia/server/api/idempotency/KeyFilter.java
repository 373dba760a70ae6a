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
import java.util.function.Supplier;
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
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on every request that changes something: the same key with the same
 * request is answered as before, word for word, and does nothing more.
 */
final class KeyFilter extends OncePerRequestFilter {
  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

  /**
   * An access token is asked for anew. Nobody outside is asked while a transaction is open. What is
   * only tried changes nothing, and its answer may be a picture.
   */
  private static final Pattern KEYLESS =
      Pattern.compile(
          "/rest/v1/(mail/.*|organisation/domain/check|me/imports(/[^/]+/check)?|.*/preview)"
              + "|(/api)?/v1/oauth/token");

  /** As large as they are: never in memory, known by the hash of what came. */
  private static final Pattern FILES = Pattern.compile("/rest/v1/(issue|imports/[a-z-]+)");

  /** Published piece by piece, in transactions of its own. */
  private static final String PIECES = "/rest/v1/imports/postings";

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
        || (isParts(request) && !isFile(request))
        || KEYLESS.matcher(request.getRequestURI()).matches();
  }

  private static boolean isFile(HttpServletRequest request) {
    return FILES.matcher(request.getRequestURI()).matches()
        || Objects.toString(request.getContentType(), "").startsWith("image/");
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
      if (isFile(request)) {
        finish(
            ofFile(request, new Asked(caller.get(), key, ""), caching, chain), response, caching);
        return;
      }
      var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new Problem.Unreadable("the body is larger than " + MOST_BYTES + " bytes");
      }
      var asked = new Asked(caller.get(), key, fingerprint(request, hex(sha256().digest(body))));
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
      finish(given, response, caching);
    } catch (Problem | DataAccessException | TransactionException | MultipartException e) {
      caching.resetBuffer();
      errors.resolveException(request, response, null, e);
    }
  }

  private static void finish(
      KeptAnswers.Given given, HttpServletResponse response, ContentCachingResponseWrapper caching)
      throws IOException {
    if (given.replayed()) {
      write(given.answer(), response);
    } else {
      caching.copyBodyToResponse();
    }
  }

  private KeptAnswers.Given ofFile(
      HttpServletRequest request,
      Asked named,
      ContentCachingResponseWrapper caching,
      FilterChain chain)
      throws IOException {
    Supplier<String> hash;
    HttpServletRequest read;
    if (isParts(request)) {
      var parts = PartsHash.of(request);
      hash = () -> parts;
      read = request;
    } else {
      var body = new HashedBody(request);
      hash = body::hash;
      read = body;
    }
    KeptAnswers.Work work =
        () -> {
          chain.doFilter(read, caching);
          return answer(caching);
        };
    return answers.once(
        named,
        () -> fingerprint(request, hash.get()),
        request.getRequestURI().equals(PIECES) ? answers.apart(work) : work);
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
  private static String fingerprint(HttpServletRequest request, String body) {
    var whole =
        request.getMethod()
            + " "
            + request.getRequestURI()
            + "?"
            + Objects.toString(request.getQueryString(), "")
            + "\n"
            + body;
    return hex(sha256().digest(whole.getBytes(StandardCharsets.UTF_8)));
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
