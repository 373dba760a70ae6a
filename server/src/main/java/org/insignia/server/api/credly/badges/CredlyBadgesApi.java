package org.insignia.server.api.credly.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.KnownBadge;
import org.insignia.server.api.credly.objects.KnownBadges;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Parameters;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.Sorts;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.issuing.browse.BadgeSearch.Direction;
import org.insignia.server.issuing.browse.Sought.By;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The badges of an organisation. */
@RestController
@RequestMapping("/v1/organizations/{organisation}")
class CredlyBadgesApi {
  private static final Scope[] READ = {Scope.BADGES_READ, Scope.BADGES_WRITE};
  private static final Scope[] WRITE = {Scope.BADGES_WRITE, Scope.ISSUE_WRITE};
  private static final Map<String, By> ORDERS =
      Map.of(
          "issued_at", By.EARNED,
          "created_at", By.DECIDED,
          "updated_at", By.CHANGED,
          "state_updated_at", By.CHANGED,
          "expires_at", By.EXPIRES,
          "issued_to", By.NAME,
          "issued_to_first_name", By.NAME,
          "recipient_email", By.ADDRESS);

  private final TokenDoor door;
  private final RequestReader reader;
  private final BadgeFilter filter;
  private final BadgeSearch search;
  private final KnownBadges badges;
  private final BadgeObjects objects;
  private final Issuance issuance;
  private final Erasing erasing;
  private final Settings settings;

  CredlyBadgesApi(
      TokenDoor door,
      RequestReader reader,
      BadgeFilter filter,
      BadgeSearch search,
      KnownBadges badges,
      BadgeObjects objects,
      Issuance issuance,
      Erasing erasing,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.filter = filter;
    this.search = search;
    this.badges = badges;
    this.objects = objects;
    this.issuance = issuance;
    this.erasing = erasing;
    this.settings = settings;
  }

  @GetMapping("/badges")
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var sought = filter.whole(guest.organisation(), Filters.of(request));
    var order =
        Sorts.of(request).keys().stream()
            .filter(k -> ORDERS.containsKey(k.name()))
            .findFirst()
            .orElse(new Sorts.Key("created_at", true));
    var found =
        search.page(
            sought,
            ORDERS.getOrDefault(order.name(), By.DECIDED),
            order.descending() ? Direction.DOWN : Direction.UP,
            page.skip(),
            page.per());
    var data = badges.of(guest.organisation(), found).stream().map(objects::whole).toList();
    return Envelope.list(data, search.count(sought), page);
  }

  /** Long lists by stretches, each as fast as the first; nobody counts them. */
  @GetMapping("/high_volume_issued_badge_search")
  ResponseEntity<Object> stretch(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var stretch =
        new BadgeStretch(search, badges, filter)
            .read(guest.organisation(), Filters.of(request), cursor(request), page.per());
    boolean minimal = "minimal".equals(Parameters.first(request, "badge_format"));
    var data =
        stretch.badges().stream()
            .map(b -> minimal ? objects.minimal(b) : objects.whole(b))
            .toList();
    return Envelope.stretch(
        data, stretch.last().map(id -> page.behind(id.value().toString())).orElse(null));
  }

  private static Optional<CredentialId> cursor(HttpServletRequest request) {
    var typed = Parameters.first(request, "cursor");
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Ids.find(typed)
            .map(CredentialId::new)
            .orElseThrow(() -> Refusal.unreadable("cursor: not one of ours")));
  }

  @GetMapping("/badges/{id}")
  ResponseEntity<Object> one(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    return Envelope.of(objects.whole(badge(guest, id)));
  }

  @PostMapping("/badges")
  ResponseEntity<Object> issue(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, WRITE);
    var asked = reader.read(request).unwrapped("badge");
    return Envelope.made(known(guest, issuance.one(guest, asked)));
  }

  @PostMapping("/badges/batch")
  ResponseEntity<Object> batch(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, WRITE);
    var ids = issuance.many(guest, reader.read(request).list("badges"));
    var issued = badges.of(guest.organisation(), ids.isEmpty() ? List.of() : search.changes(ids));
    var byId =
        issued.stream()
            .collect(java.util.stream.Collectors.toMap(b -> b.credential().id(), objects::whole));
    return Envelope.made(ids.stream().map(byId::get).toList());
  }

  @PostMapping("/badges/{id}/replace")
  ResponseEntity<Object> replace(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, WRITE);
    var asked = reader.read(request).unwrapped("badge");
    return Envelope.made(known(guest, issuance.replace(guest, badge(guest, id), asked)));
  }

  @RequestMapping(
      path = "/badges/{id}/revoke",
      method = {RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.POST})
  ResponseEntity<Object> revoke(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, WRITE);
    var badge = badge(guest, id);
    issuance.revoke(guest, badge, reader.read(request).unwrapped("badge"));
    return Envelope.of(known(guest, badge.credential().id()));
  }

  /** Erases whom it is about; what stays says that it was revoked, and nothing else. */
  @DeleteMapping("/badges/{id}")
  ResponseEntity<Object> erase(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.BADGES_ERASE);
    erasing.erase(guest.actor(), badge(guest, id).credential().id());
    return Envelope.nothing();
  }

  private Map<String, Object> known(Guest guest, CredentialId id) {
    return objects.whole(
        badges
            .find(guest.organisation(), id)
            .orElseThrow(() -> new IllegalStateException("no badge " + id.value())));
  }

  private KnownBadge badge(Guest guest, String id) {
    return badges
        .find(guest.organisation(), new CredentialId(Ids.of(id, "Badge")))
        .orElseThrow(() -> Refusal.unknown("Badge"));
  }
}
