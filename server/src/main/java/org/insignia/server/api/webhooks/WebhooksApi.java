package org.insignia.server.api.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.api.events.EventType;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of an organisation, for programs: as on the console. */
@RestController
@RequestMapping("/rest/v1/webhooks")
class WebhooksApi {
  private static final int LONGEST_URL = 500;

  private final ApiDoor door;
  private final Webhooks webhooks;
  private final Sender sender;
  private final Settings settings;

  WebhooksApi(ApiDoor door, Webhooks webhooks, Sender sender, Settings settings) {
    this.door = door;
    this.webhooks = webhooks;
    this.sender = sender;
    this.settings = settings;
  }

  /**
   * A subscription.
   *
   * @param secret shown once: when it was made just now
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Json(
      UUID id,
      URI url,
      List<String> events,
      String state,
      Instant madeAt,
      @Nullable Instant failingSince,
      int failures,
      @Nullable String secret) {}

  /** One message and how it fares. */
  record Sent(
      UUID id,
      UUID event,
      String type,
      String state,
      Instant madeAt,
      @Nullable Instant triedAt,
      int attempts,
      @Nullable Integer status,
      String answer) {}

  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_READ);
    return Listing.answer(
        webhooks.of(visit.organisation()).stream().map(w -> json(w, null)).toList(), null, "");
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> make(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    var body = Body.of(json);
    var url = target(body);
    var events = events(body);
    body.end();
    var made = webhooks.make(visit.actor(), visit.organisation(), url.orElseThrow(), events);
    return ResponseEntity.created(settings.url("/rest/v1/webhooks/" + made.webhook().id()))
        .cacheControl(CacheControl.noStore())
        .body(json(made.webhook(), made.secret()));
  }

  private Optional<URI> target(Body body) {
    var typed = body.required("url", LONGEST_URL);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      var url = new URI(typed);
      if (url.getHost() != null && url.getRawFragment() == null) {
        var objection = sender.objection(url);
        if (objection.isEmpty()) {
          return Optional.of(url);
        }
      }
    } catch (URISyntaxException e) {
      // said below
    }
    body.wrong("url", "an https address on the public internet, without a fragment");
    return Optional.empty();
  }

  private static Set<EventType> events(Body body) {
    var words = Arrays.stream(EventType.values()).map(EventType::word).toList();
    var events = EnumSet.noneOf(EventType.class);
    for (var word : body.texts("events", words.size(), 100)) {
      EventType.of(word)
          .ifPresentOrElse(
              events::add, () -> body.wrong("events", "each one of " + String.join(", ", words)));
    }
    if (events.isEmpty() && body.faults().isEmpty()) {
      body.wrong("events", "one at least of " + String.join(", ", words));
    }
    return events;
  }

  @GetMapping("/{id}")
  Json one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_READ);
    return json(webhooks.required(visit.organisation(), id), null);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.delete(visit.actor(), visit.organisation(), id);
  }

  /** Another secret; the one of now signs beside it for a day. */
  @PostMapping("/{id}/secret")
  ResponseEntity<Json> secret(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    var made = webhooks.renewSecret(visit.actor(), visit.organisation(), id);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(json(webhooks.required(visit.organisation(), id), made.secret()));
  }

  @PostMapping("/{id}/pause")
  Json pause(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.pause(visit.actor(), visit.organisation(), id);
    return json(webhooks.required(visit.organisation(), id), null);
  }

  @PostMapping("/{id}/resume")
  Json resume(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.switchOn(visit.actor(), visit.organisation(), id);
    return json(webhooks.required(visit.organisation(), id), null);
  }

  /** Sends a message that says that it is a test. */
  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void test(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.test(visit.organisation(), id);
  }

  /** The latest messages. */
  @GetMapping("/{id}/deliveries")
  ResponseEntity<Listing<Sent>> deliveries(
      @PathVariable UUID id, @RequestParam Optional<String> state, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_READ);
    var webhook = webhooks.required(visit.organisation(), id);
    var wanted = state.map(WebhooksApi::state).orElse("");
    return Listing.answer(
        webhooks.log(webhook, wanted).stream().map(WebhooksApi::sent).toList(), null, "");
  }

  private static String state(String word) {
    return Stream.of(Delivery.State.values())
        .map(Enum::name)
        .filter(n -> n.toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new Problem.Invalid("state", "one of waiting, delivered, dead"));
  }

  /** Sends one again, under the same id. */
  @PostMapping("/{id}/deliveries/{delivery}/again")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void again(@PathVariable UUID id, @PathVariable UUID delivery, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.again(visit.actor(), visit.organisation(), id, delivery);
  }

  /** Sends everything again that was given up. */
  @PostMapping("/{id}/again")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void againDead(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.WEBHOOKS_WRITE);
    webhooks.againDead(visit.actor(), visit.organisation(), id);
  }

  private static Json json(Webhook webhook, @Nullable String secret) {
    return new Json(
        webhook.id(),
        webhook.url(),
        webhook.events().stream().map(EventType::word).sorted().toList(),
        webhook.state().name().toLowerCase(Locale.ROOT),
        webhook.madeAt(),
        webhook.failingSince(),
        webhook.failures(),
        secret);
  }

  private static Sent sent(Delivery delivery) {
    return new Sent(
        delivery.id(),
        delivery.event(),
        delivery.type(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.madeAt(),
        delivery.triedAt(),
        delivery.attempts(),
        delivery.status(),
        delivery.answer());
  }
}
