package org.insignia.server.api.credly.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.api.credly.objects.OrganisationObjects;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.tokens.ProgramTokens;
import org.insignia.server.api.tokens.ProgramTokens.Working;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of an organisation; what one is, is shown when it is made and never again. */
@RestController
@RequestMapping("/v1/organizations/{organisation}/authorization_tokens")
class CredlyTokensApi {
  private static final Duration LIFE = Duration.ofDays(180);
  private static final String WHAT = "Authorization token";

  private final TokenDoor door;
  private final RequestReader reader;
  private final ProgramTokens tokens;
  private final OrganisationObjects organisations;
  private final Settings settings;

  CredlyTokensApi(
      TokenDoor door,
      RequestReader reader,
      ProgramTokens tokens,
      OrganisationObjects organisations,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.tokens = tokens;
    this.organisations = organisations;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.values());
    var page = Paging.of(request, settings.baseUrl().toString());
    boolean all = writes(tokens.maker(guest.actor(), guest.organisation()).scopes());
    var shown =
        tokens.of(guest.organisation()).stream().filter(t -> all || !writes(t.scopes())).toList();
    return Envelope.list(
        page.of(shown).stream().map(t -> told(guest.organisation(), t, null)).toList(),
        shown.size(),
        page);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.values());
    boolean all = writes(tokens.maker(guest.actor(), guest.organisation()).scopes());
    var wanted = Ids.of(id, WHAT);
    return tokens.of(guest.organisation()).stream()
        .filter(t -> t.id().equals(wanted) && (all || !writes(t.scopes())))
        .findFirst()
        .map(t -> Envelope.of(told(guest.organisation(), t, null)))
        .orElseThrow(() -> Refusal.unknown(WHAT));
  }

  @PostMapping
  ResponseEntity<Object> make(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    var asked = reader.read(request).unwrapped("authorization_token");
    var own = tokens.maker(guest.actor(), guest.organisation()).scopes();
    var scopes = own.stream().filter(s -> isMeant(s, asked)).collect(Collectors.toSet());
    if (scopes.isEmpty()) {
      throw Refusal.invalid("Validation failed: Read enabled or write enabled must be true");
    }
    var name = asked.text("description").orElse("Program");
    if (name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(
          "Validation failed: Description is too long (maximum is 100 characters)");
    }
    var made = tokens.make(guest.actor(), guest.organisation(), name, scopes, LIFE);
    return Envelope.made(told(guest.organisation(), made.token(), made.secret()));
  }

  private static boolean isMeant(Scope scope, Asked asked) {
    if (scope == Scope.BADGES_ERASE) {
      return asked.flag("delete_enabled").orElse(false);
    }
    return scope.word().endsWith(":read")
        ? asked.flag("read_enabled").orElse(true)
        : scope != Scope.TOKENS_WRITE
            && !scope.isByPeopleAlone()
            && asked.flag("write_enabled").orElse(false);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> revoke(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    tokens.revoke(guest.actor(), guest.organisation(), Ids.of(id, WHAT));
    return Envelope.nothing();
  }

  private static boolean writes(Set<Scope> scopes) {
    return scopes.stream().anyMatch(s -> !s.word().endsWith(":read"));
  }

  private Map<String, Object> told(
      Organisation organisation, Working token, @Nullable String secret) {
    Map<String, Object> owner = new LinkedHashMap<>();
    owner.put("type", "Organization");
    owner.put("id", organisation.id().value().toString());
    owner.put("name", organisation.name());
    owner.put("url", organisations.url(organisation));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id().toString());
    json.put("token", secret);
    json.put("owner_id", organisation.id().value().toString());
    json.put("description", token.name());
    json.put("read_enabled", token.scopes().stream().anyMatch(s -> s.word().endsWith(":read")));
    json.put("write_enabled", token.scopes().stream().anyMatch(s -> s.word().endsWith(":write")));
    json.put("delete_enabled", token.scopes().contains(Scope.BADGES_ERASE));
    json.put("created_at", Moments.stamp(token.madeAt()));
    json.put("expires_at", Moments.stamp(token.expiresAt()));
    json.put("owner", owner);
    return json;
  }
}
