package org.insignia.server.api.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.keys.HeldKeys;
import org.insignia.server.keys.HeldKeys.Held;
import org.insignia.server.keys.HeldKeys.Kind;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The keys of an organisation: their public parts, another in the place of one, which one may be in
 * other hands. A token that changes them was given out by an owner who proved to be there.
 */
@RestController
@RequestMapping("/rest/v1/keys")
class KeysApi {
  private final ApiDoor door;
  private final HeldKeys keys;
  private final Issuers issuers;

  KeysApi(ApiDoor door, HeldKeys keys, Issuers issuers) {
    this.door = door;
    this.keys = keys;
    this.issuers = issuers;
  }

  /** The keys of an issuer, those in use first. */
  record Json(String did, List<Key> items) {}

  /**
   * The public part of a key.
   *
   * @param kind {@code signing} for credentials, {@code document} for papers
   * @param publicKey in Multikey form
   * @param fingerprint half of the SHA-256 of that
   * @param since when it was made
   * @param until since when nothing is signed with it; null for the one in use
   * @param compromisedSince from when on nothing that it signed is believed; null for a sound one
   * @param certificate of a document key, as PEM; null for others
   */
  record Key(
      UUID id,
      String kind,
      String state,
      String publicKey,
      String fingerprint,
      Instant since,
      @Nullable Instant until,
      @Nullable Instant compromisedSince,
      @Nullable String certificate) {
    static Key of(Held key) {
      return new Key(
          key.id(),
          key.kind().word(),
          key.state(),
          key.publicKey(),
          key.fingerprint(),
          key.since(),
          key.until(),
          key.compromised(),
          key.certificate().isEmpty() ? null : key.certificate());
    }
  }

  @GetMapping
  Json list(HttpServletRequest request) {
    return json(door.enter(request, Scope.KEYS_READ).organisation());
  }

  private Json json(Organisation organisation) {
    return new Json(issuers.did(organisation), all(organisation).map(Key::of).toList());
  }

  private Stream<Held> all(Organisation organisation) {
    return Stream.of(Kind.values()).flatMap(kind -> keys.of(organisation, kind).stream());
  }

  /** Puts another in the place of the one in use; the old one stays published. */
  @PostMapping(path = "/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
  Json rotate(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.KEYS_WRITE);
    var body = Body.of(json);
    var kind = Kind.find(body.required("kind", 20));
    if (kind.isEmpty() && body.faults().isEmpty()) {
      body.wrong("kind", "signing or document");
    }
    body.end();
    keys.rotate(visit.actor(), visit.organisation(), kind.orElseThrow());
    return json(visit.organisation());
  }

  /** Somebody else may have had it since that day: what it signed then is believed no more. */
  @PostMapping(path = "/{id}/compromised", consumes = MediaType.APPLICATION_JSON_VALUE)
  Json compromised(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.KEYS_WRITE);
    var key = own(visit, id);
    var body = Body.of(json);
    body.required("since", 40);
    var day = body.day("since");
    var since = day.flatMap(d -> keys.lost(key, d)).or(() -> refused(body, day.isPresent()));
    body.end();
    keys.compromise(visit.actor(), visit.organisation(), key, since.orElseThrow());
    return json(visit.organisation());
  }

  private static Optional<Instant> refused(Body body, boolean isDay) {
    if (isDay) {
      body.wrong("since", "a day from when the key was made until today (UTC)");
    }
    return Optional.empty();
  }

  private Held own(Visit visit, UUID id) {
    return all(visit.organisation())
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no key " + id));
  }
}
