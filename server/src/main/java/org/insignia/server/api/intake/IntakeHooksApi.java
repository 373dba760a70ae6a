package org.insignia.server.api.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.ProgramTokens;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The places to which providers send, for programs. A place lets results in, so only a token that
 * may bring results itself opens one.
 */
@RestController
@RequestMapping("/rest/v1/intake-hooks")
class IntakeHooksApi {
  private final ApiDoor door;
  private final IntakeHooks hooks;
  private final ProgramTokens tokens;
  private final Settings settings;

  IntakeHooksApi(ApiDoor door, IntakeHooks hooks, ProgramTokens tokens, Settings settings) {
    this.door = door;
    this.hooks = hooks;
    this.tokens = tokens;
    this.settings = settings;
  }

  /**
   * A place.
   *
   * @param url to which the provider sends
   * @param secret null but in the answer that made it
   */
  record Json(
      UUID id,
      String provider,
      URI url,
      Instant madeAt,
      @Nullable Instant usedAt,
      @Nullable String secret) {
    @Override
    public String toString() {
      return "Json(" + id + ", …)";
    }
  }

  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    return Listing.answer(
        hooks.of(visit.organisation()).stream().map(h -> json(h, null)).toList(), null, "");
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> make(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var body = Body.of(json);
    var typed = body.required("provider", 100);
    var provider = ProviderId.find(typed);
    if (!typed.isEmpty() && provider.isEmpty()) {
      var known = ProviderId.KNOWN.stream().map(ProviderId::value);
      body.wrong("provider", "one of " + known.collect(Collectors.joining(", ")));
    }
    body.end();
    requireResults(visit);
    var made = hooks.make(visit.actor(), visit.organisation(), provider.orElseThrow());
    return ResponseEntity.created(settings.url("/rest/v1/intake-hooks/" + made.hook().id()))
        .cacheControl(CacheControl.noStore())
        .body(json(made.hook(), made.secret()));
  }

  /** What the operator's token may do is not asked. */
  private void requireResults(Visit visit) {
    if (visit.caller().organisation().isPresent()
        && !tokens
            .maker(visit.actor(), visit.organisation())
            .scopes()
            .contains(Scope.RESULTS_WRITE)) {
      throw new Problem.Forbidden(
          "this needs a token with the scope " + Scope.RESULTS_WRITE.word() + " as well");
    }
  }

  /** Nothing is taken in there from now on. */
  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    hooks.delete(visit.actor(), visit.organisation(), id);
    return ResponseEntity.noContent().build();
  }

  private Json json(IntakeHook hook, @Nullable String secret) {
    return new Json(
        hook.id(),
        hook.provider().value(),
        settings.url("/rest/v1/intake/" + hook.id()),
        hook.madeAt(),
        hook.usedAt(),
        secret);
  }
}
