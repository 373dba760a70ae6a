package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ProgramTokens;
import org.insignia.server.api.tokens.ProgramTokens.Working;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tokens of an organisation, for programs that hand them out. A token makes others in the name
 * of its own maker and none that opens more than itself; what one is, is shown when it is made and
 * never again.
 */
@RestController
@RequestMapping("/rest/v1/tokens")
class TokensApi {
  private static final int LONGEST_LIFE = 365;
  private static final int USUAL_LIFE = 90;
  private static final int LONGEST_OVERLAP = 168;

  private final ApiDoor door;
  private final ProgramTokens tokens;
  private final Settings settings;

  TokensApi(ApiDoor door, ProgramTokens tokens, Settings settings) {
    this.door = door;
    this.tokens = tokens;
    this.settings = settings;
  }

  /**
   * A token that works.
   *
   * @param token the secret; null but in the answer that made it
   * @param usedAt when it was last used, to the minute
   * @param own whether it is the one that asks
   */
  record Json(
      UUID id,
      String name,
      List<String> scopes,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant usedAt,
      boolean own,
      @Nullable String token) {
    @Override
    public String toString() {
      return "Json(" + id + ", …)";
    }
  }

  /** Those that work, the latest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    return Listing.answer(
        tokens.of(visit.organisation()).stream().map(t -> json(t, visit.actor(), null)).toList(),
        null,
        "");
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> make(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var body = Body.of(json);
    var wish = ProgramWish.read(body);
    var days = body.number("days", 1, LONGEST_LIFE, USUAL_LIFE);
    body.end();
    var made =
        tokens.make(
            visit.actor(), visit.organisation(), wish.name(), wish.scopes(), Duration.ofDays(days));
    return made(visit.actor(), made);
  }

  /** Another with the same name, scopes and life; this one works on for some hours. */
  @PostMapping(path = "/{id}/renew", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> renew(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var body = Body.of(json);
    var hours = body.number("overlapHours", 0, LONGEST_OVERLAP, 24);
    body.end();
    return made(
        visit.actor(),
        tokens.renew(visit.actor(), visit.organisation(), id, Duration.ofHours(hours)));
  }

  private ResponseEntity<Json> made(String actor, ProgramTokens.Made made) {
    return ResponseEntity.created(settings.url("/rest/v1/tokens/" + made.token().id()))
        .cacheControl(CacheControl.noStore())
        .body(json(made.token(), actor, made.secret()));
  }

  /** It opens nothing from now on. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    tokens.revoke(visit.actor(), visit.organisation(), id);
  }

  private static Json json(Working token, String actor, @Nullable String secret) {
    return new Json(
        token.id(),
        token.name(),
        Scope.words(token.scopes()),
        token.madeAt(),
        token.expiresAt(),
        token.usedAt(),
        actor.equals("token:" + token.id()),
        secret);
  }
}
