package org.insignia.server.api.credly.users;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.KnownBadge;
import org.insignia.server.api.credly.objects.KnownBadges;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The badges of a person in programs that let people sign in: those they hold, those that wait. */
@RestController
@RequestMapping("/oauth/v1/users/self/badges")
class SelfBadgesApi {
  private final SelfDoor door;
  private final Claims claims;
  private final Credentials credentials;
  private final Organisations organisations;
  private final BadgeSearch search;
  private final KnownBadges badges;
  private final BadgeObjects objects;
  private final Settings settings;

  SelfBadgesApi(
      SelfDoor door,
      Claims claims,
      Credentials credentials,
      Organisations organisations,
      BadgeSearch search,
      KnownBadges badges,
      BadgeObjects objects,
      Settings settings) {
    this.door = door;
    this.claims = claims;
    this.credentials = credentials;
    this.organisations = organisations;
    this.search = search;
    this.badges = badges;
    this.objects = objects;
    this.settings = settings;
  }

  /** The latest first. */
  @GetMapping
  ResponseEntity<Object> list(HttpServletRequest request) {
    var person = door.enter(request, PersonScope.BC_READ, PersonScope.OB3_READ, PersonScope.SELF);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all =
        Stream.concat(claims.waitingFor(person).stream(), claims.held(person).stream())
            .map(Claim::credential)
            .sorted(Comparator.comparing((CredentialId id) -> id.value().toString()).reversed())
            .toList();
    return Envelope.list(json(page.of(all)), all.size(), page);
  }

  private List<Map<String, Object>> json(List<CredentialId> ids) {
    var known =
        credentials.find(ids).stream()
            .collect(
                Collectors.groupingBy(
                    Credential::organisation,
                    LinkedHashMap::new,
                    Collectors.mapping(Credential::id, Collectors.toList())))
            .entrySet()
            .stream()
            .flatMap(e ->
                badges.of(organisations.get(e.getKey()), search.changes(e.getValue())).stream())
            .collect(Collectors.toMap(b -> b.credential().id(), (KnownBadge b) -> b));
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(known.get(id)))
        .map(objects::whole)
        .toList();
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(@PathVariable String id, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.BC_READ, PersonScope.OB3_READ, PersonScope.SELF);
    return told(own(person, id).credential());
  }

  /** Takes possession; nobody else sees it until the person shows it. */
  @RequestMapping(
      path = "/{id}/accept",
      method = {RequestMethod.PUT, RequestMethod.POST})
  ResponseEntity<Object> accept(@PathVariable String id, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.SELF);
    var claim = own(person, id);
    if (claim.state() == Claim.State.REJECTED) {
      throw Refusal.invalid("Validation failed: This badge has been rejected");
    }
    claims.accept(person, claim.credential(), Claim.Visibility.PRIVATE);
    return told(claim.credential());
  }

  @RequestMapping(
      path = "/{id}/reject",
      method = {RequestMethod.PUT, RequestMethod.POST})
  ResponseEntity<Object> reject(@PathVariable String id, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.SELF);
    var claim = own(person, id);
    if (claim.state() == Claim.State.ACCEPTED) {
      throw Refusal.invalid("Validation failed: This badge has been accepted");
    }
    claims.reject(person, claim.credential());
    return told(claim.credential());
  }

  /** What was offered to this person; everything else is not there. */
  private Claim own(PersonId person, String id) {
    return claims
        .of(new CredentialId(Ids.of(id, "Badge")))
        .filter(c ->
            person.equals(c.owner())
                || (c.state() != Claim.State.ACCEPTED && claims.isOfferedTo(person, c)))
        .orElseThrow(() -> Refusal.unknown("Badge"));
  }

  private ResponseEntity<Object> told(CredentialId id) {
    return json(List.of(id)).stream()
        .findFirst()
        .map(Envelope::of)
        .orElseThrow(() -> Refusal.unknown("Badge"));
  }
}
