package org.insignia.server.api.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.results.Bringing;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes results that providers send by signed messages. A message that comes again is answered as
 * before and taken once; its results are stored before the answer goes.
 */
@RestController
@RequestMapping("/rest/v1/intake")
class IntakeApi {
  private final IntakeHooks hooks;
  private final IntakeHookStore store;
  private final Bringing bringing;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  IntakeApi(
      IntakeHooks hooks,
      IntakeHookStore store,
      Bringing bringing,
      TransactionTemplate transactions,
      JsonMapper json,
      Clock clock) {
    this.hooks = hooks;
    this.store = store;
    this.bringing = bringing;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /** The body is that of {@code POST /rest/v1/results}. */
  @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> take(
      @PathVariable UUID id, @RequestBody byte[] body, HttpServletRequest request) {
    var hook = hooks.required(id);
    var signature =
        new MessageSignature(
            header(request, "webhook-id"),
            header(request, "webhook-timestamp"),
            header(request, "webhook-signature"));
    hooks.requireGenuine(hook, signature, body);
    var answer = transactions.execute(transaction -> answer(hook, signature.id(), body));
    return Objects.requireNonNull(answer);
  }

  private ResponseEntity<String> answer(IntakeHook hook, String message, byte[] body) {
    var fingerprint = fingerprint(body);
    if (!store.note(hook.id(), message, fingerprint, clock.instant())) {
      var before =
          store
              .answer(hook.id(), message, fingerprint)
              .orElseThrow(
                  () -> new Problem.Conflict("a message of this webhook-id said something else"));
      return ResponseEntity.accepted()
          .header("Idempotent-Replayed", "true")
          .contentType(MediaType.APPLICATION_JSON)
          .body(before);
    }
    var taken =
        bringing.take(
            hook.organisation(),
            hook.provider().value(),
            "message " + message,
            "intake-hook:" + hook.id(),
            Bringing.items(Body.of(body)));
    var text = json.writeValueAsString(taken.getBody());
    store.answered(hook.id(), message, text);
    store.used(hook.id(), clock.instant());
    return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(text);
  }

  private static String header(HttpServletRequest request, String name) {
    return Objects.toString(request.getHeader(name), "");
  }

  private static String fingerprint(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /** A thousand results are larger than a form. */
  @Configuration(proxyBeanMethods = false)
  static class Sizes {
    private static final long MOST = 4L << 20;

    @Bean
    Upload resultsBySignedMessage(IntakeHooks hooks) {
      return Upload.of(
          "/rest/v1/intake/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
          MOST, (request, viewer, path) -> hooks.required(UUID.fromString(path.group(1))));
    }
  }
}
