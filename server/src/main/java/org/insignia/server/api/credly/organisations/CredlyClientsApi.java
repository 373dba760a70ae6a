package org.insignia.server.api.credly.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.api.oauth.OAuthClient;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.tokens.ProgramTokens;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The OAuth clients of an organisation; the secret of one is shown when it is made. */
@RestController
@RequestMapping("/v1/organizations/{organisation}/oauth_applications")
class CredlyClientsApi {
  private final TokenDoor door;
  private final RequestReader reader;
  private final OAuthClients clients;
  private final ProgramTokens tokens;
  private final ClientWordsStore words;
  private final Clock clock;
  private final Settings settings;

  CredlyClientsApi(
      TokenDoor door,
      RequestReader reader,
      OAuthClients clients,
      ProgramTokens tokens,
      ClientWordsStore words,
      Clock clock,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.clients = clients;
    this.tokens = tokens;
    this.words = words;
    this.clock = clock;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = clients.of(guest.organisation().id());
    return Envelope.list(
        page.of(all).stream().map(c -> told(guest.organisation(), c, null)).toList(),
        all.size(),
        page);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    return Envelope.of(told(guest.organisation(), client(guest, id), null));
  }

  /** One that may do all that the program may that makes it, but make others. */
  @PostMapping
  ResponseEntity<Object> make(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    var asked = reader.read(request).unwrapped("oauth_application");
    var name = name(asked, "");
    var description = description(asked);
    var maker = tokens.maker(guest.actor(), guest.organisation());
    Set<Scope> scopes =
        maker.scopes().stream()
            .filter(s -> s != Scope.TOKENS_WRITE && !s.isByPeopleAlone())
            .collect(Collectors.toSet());
    var made = clients.make(maker.person(), guest.organisation(), name, scopes);
    description.ifPresent(text -> words.put(made.client().id(), text, clock.instant()));
    return Envelope.made(told(guest.organisation(), made.client(), made.secret()));
  }

  private static String name(Asked asked, String before) {
    var name = asked.has("name") ? asked.text("name").orElse("") : before;
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("Validation failed: Name must have 1 to 100 characters");
    }
    return name;
  }

  private static Optional<String> description(Asked asked) {
    var text = asked.text("description").orElse("");
    if (text.length() > ClientWordsStore.LONGEST
        || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw Refusal.invalid(
          "Validation failed: Description is too long (maximum is "
              + ClientWordsStore.LONGEST
              + " characters of text)");
    }
    return asked.has("description") ? Optional.of(text) : Optional.empty();
  }

  /** Another name, other words about it; what it may do stays. */
  @RequestMapping(
      path = "/{id}",
      method = {RequestMethod.PUT, RequestMethod.PATCH})
  ResponseEntity<Object> change(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    var client = client(guest, id);
    var asked = reader.read(request).unwrapped("oauth_application");
    var name = name(asked, client.name());
    var description = description(asked);
    var maker = tokens.maker(guest.actor(), guest.organisation());
    var after = clients.rename(maker.person(), guest.organisation(), client.id(), name);
    if (description.isPresent() || !name.equals(client.name())) {
      var text = description.orElseGet(() -> words.find(client.id()).text());
      words.put(client.id(), text, clock.instant());
    }
    return Envelope.of(told(guest.organisation(), after, null));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> remove(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.TOKENS_WRITE);
    clients.remove(
        tokens.maker(guest.actor(), guest.organisation()).person(),
        guest.organisation(),
        client(guest, id).id());
    return Envelope.nothing();
  }

  /** By the number that clients of this tree know it by, or by its name for OAuth. */
  private OAuthClient client(Guest guest, String id) {
    return clients.of(guest.organisation().id()).stream()
        .filter(c -> Integer.toString(number(c.id())).equals(id) || c.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("OAuth application"));
  }

  /** Programs expect a number; of few clients no two have the same. */
  private static int number(UUID id) {
    return (int) (id.getLeastSignificantBits() & Integer.MAX_VALUE);
  }

  private Map<String, Object> told(
      Organisation organisation, OAuthClient client, @Nullable String secret) {
    var said = words.find(client.id());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", number(client.id()));
    json.put("name", client.name());
    json.put("description", said.text().isEmpty() ? null : said.text());
    json.put("uid", client.id().toString());
    json.put("secret", secret);
    json.put("created_at", Moments.stamp(client.madeAt()));
    json.put(
        "updated_at", Moments.stamp(said.changedAt() == null ? client.madeAt() : said.changedAt()));
    json.put("created_by_id", organisation.id().value().toString());
    json.put("created_by_type", "Organization");
    json.put("created_by_name", organisation.name());
    json.put("creator_available", client.maker() != null);
    return json;
  }
}
