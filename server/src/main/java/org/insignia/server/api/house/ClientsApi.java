package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.oauth.OAuthClient;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.ProgramTokens;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
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
 * OAuth clients of an organisation, for programs that hand them out. As with tokens, none opens
 * more than the token that makes it or gives it another secret, and its maker is that token's.
 */
@RestController
@RequestMapping("/rest/v1/clients")
class ClientsApi {
  private final ApiDoor door;
  private final OAuthClients clients;
  private final ProgramTokens tokens;
  private final Callers callers;
  private final Settings settings;

  ClientsApi(
      ApiDoor door,
      OAuthClients clients,
      ProgramTokens tokens,
      Callers callers,
      Settings settings) {
    this.door = door;
    this.clients = clients;
    this.tokens = tokens;
    this.callers = callers;
    this.settings = settings;
  }

  /**
   * A client.
   *
   * @param id its {@code client_id}
   * @param works whether its maker still has the role that its scopes need
   * @param secret null but in the answer that made it
   */
  record Json(
      UUID id,
      String name,
      List<String> scopes,
      Instant madeAt,
      @Nullable Instant usedAt,
      boolean works,
      @Nullable String secret) {
    @Override
    public String toString() {
      return "Json(" + id + ", …)";
    }
  }

  /** The newest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    return Listing.answer(
        clients.of(visit.organisation().id()).stream().map(c -> json(visit, c, null)).toList(),
        null,
        "");
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> make(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var body = Body.of(json);
    var wish = ProgramWish.read(body);
    body.end();
    var maker = maker(visit, wish.scopes());
    var made = clients.make(maker.person(), visit.organisation(), wish.name(), wish.scopes());
    return ResponseEntity.created(settings.url("/rest/v1/clients/" + made.client().id()))
        .cacheControl(CacheControl.noStore())
        .body(json(visit, made.client(), made.secret()));
  }

  /** Another secret; the old one and all access tokens given for it end at once. */
  @PostMapping("/{id}/secret")
  ResponseEntity<Json> renew(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var maker = maker(visit, own(visit, id).ofOrganisation());
    var made = clients.renewSecret(maker.person(), visit.organisation(), id);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(json(visit, own(visit, id), made.secret()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.TOKENS_WRITE);
    var maker = maker(visit, Set.of());
    clients.remove(maker.person(), visit.organisation(), id);
    return ResponseEntity.noContent().build();
  }

  private ProgramTokens.Maker maker(Visit visit, Set<Scope> scopes) {
    var maker = tokens.maker(visit.actor(), visit.organisation());
    if (!maker.scopes().containsAll(scopes)) {
      throw new Problem.Forbidden("a token makes no client that opens more than itself");
    }
    return maker;
  }

  private OAuthClient own(Visit visit, UUID id) {
    return clients.of(visit.organisation().id()).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("no such client here"));
  }

  private Json json(Visit visit, OAuthClient client, @Nullable String secret) {
    var scopes = client.ofOrganisation();
    return new Json(
        client.id(),
        client.name(),
        Scope.words(scopes),
        client.madeAt(),
        client.usedAt(),
        callers.isBacked(client.maker(), visit.organisation().id(), scopes),
        secret);
  }
}
