package org.insignia.server.api.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.AutoAccept;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was offered to a person, and what they make of it. */
@RestController
@RequestMapping("/rest/v1/me/badges")
class MyBadgesApi {
  private static final List<String> VISIBILITIES = List.of("public", "private");
  private static final byte[] NOTHING = {'{', '}'};

  private final ActingPrograms programs;
  private final Claims claims;
  private final AutoAccept autoAccept;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Organisations organisations;
  private final Settings settings;

  MyBadgesApi(
      ActingPrograms programs,
      Claims claims,
      AutoAccept autoAccept,
      Credentials credentials,
      Achievements achievements,
      Organisations organisations,
      Settings settings) {
    this.programs = programs;
    this.claims = claims;
    this.autoAccept = autoAccept;
    this.credentials = credentials;
    this.achievements = achievements;
    this.organisations = organisations;
    this.settings = settings;
  }

  private PersonId reader(HttpServletRequest request) {
    return person(request, PersonScope.ME_READ);
  }

  private PersonId person(HttpServletRequest request, PersonScope scope) {
    return programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), scope).person();
  }

  /** The latest first. */
  @GetMapping
  ResponseEntity<Listing<MyBadgeJson>> list(
      @RequestParam(defaultValue = "accepted") String acceptance,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var person = reader(request);
    var page = Page.of(limit, after);
    var last = page.afterId().map(UUID::toString).orElse("");
    var found =
        wanted(person, acceptance)
            .sorted(Comparator.comparing((Claim c) -> c.credential().value().toString()).reversed())
            .filter(c -> last.isEmpty() || c.credential().value().toString().compareTo(last) < 0)
            .limit(page.limit() + 1L)
            .toList();
    var shown = found.stream().limit(page.limit()).toList();
    var next = found.size() > page.limit() ? shown.getLast().credential().value().toString() : null;
    return Listing.answer(json(shown), next, settings.url("").toString());
  }

  private Stream<Claim> wanted(PersonId person, String acceptance) {
    return switch (acceptance) {
      case "accepted" -> claims.held(person).stream();
      case "pending" -> claims.waitingFor(person).stream();
      case "rejected" -> claims.rejectedBy(person).stream();
      default -> throw new Problem.Invalid("acceptance", "one of accepted, pending, rejected");
    };
  }

  private List<MyBadgeJson> json(List<Claim> some) {
    Map<CredentialId, Credential> badges =
        credentials.find(some.stream().map(Claim::credential).toList()).stream()
            .collect(Collectors.toMap(Credential::id, Function.identity()));
    return some.stream()
        .flatMap(claim ->
            Stream.ofNullable(badges.get(claim.credential())).map(badge -> json(badge, claim)))
        .toList();
  }

  private MyBadgeJson json(Credential badge, Claim claim) {
    return MyBadgeJson.of(
        badge,
        achievements.get(badge.achievement()),
        organisations.get(badge.organisation()),
        claim,
        settings.url(badge.path()));
  }

  /** What was offered to this person; everything else is not there. */
  private Claim own(PersonId person, UUID id) {
    return claims
        .of(new CredentialId(id))
        .filter(c ->
            person.equals(c.owner())
                || (c.state() != Claim.State.ACCEPTED && claims.isOfferedTo(person, c)))
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  private MyBadgeJson now(PersonId person, UUID id) {
    var claim = own(person, id);
    return credentials
        .find(claim.credential())
        .map(badge -> json(badge, claim))
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  @GetMapping("/{id}")
  MyBadgeJson one(@PathVariable UUID id, HttpServletRequest request) {
    return now(reader(request), id);
  }

  /** The signed credential, also of a private badge. */
  @GetMapping("/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
    var claim = own(reader(request), id);
    var document =
        credentials
            .document(claim.credential())
            .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, "application/vc+ld+json")
        .body(document.view());
  }

  /** Takes possession; private unless the body says otherwise. */
  @PostMapping(path = "/{id}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
  MyBadgeJson accept(
      @PathVariable UUID id,
      @RequestBody(required = false) byte @Nullable [] json,
      HttpServletRequest request) {
    var person = person(request, PersonScope.ME_WRITE);
    var claim = own(person, id);
    claims.accept(person, claim.credential(), visibility(json, false));
    return now(person, id);
  }

  /** What was accepted. */
  record Accepted(List<UUID> accepted) {
    Accepted {
      accepted = List.copyOf(accepted);
    }
  }

  /** Takes possession of all that waits; private unless the body says otherwise. */
  @PostMapping(path = "/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
  Accepted acceptAll(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request, PersonScope.ME_WRITE);
    var accepted = autoAccept.acceptWaiting(person, visibility(json, false));
    return new Accepted(accepted.stream().map(CredentialId::value).toList());
  }

  /** Declines; that can be taken back. */
  @PostMapping("/{id}/reject")
  MyBadgeJson reject(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request, PersonScope.ME_WRITE);
    var claim = own(person, id);
    if (claim.state() == Claim.State.ACCEPTED) {
      throw new Problem.Conflict("this badge is accepted already");
    }
    claims.reject(person, claim.credential());
    return now(person, id);
  }

  /** Makes one that was declined wait again. */
  @PostMapping("/{id}/take-back")
  MyBadgeJson takeBack(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request, PersonScope.ME_WRITE);
    var claim = own(person, id);
    if (claim.state() != Claim.State.REJECTED) {
      throw new Problem.Conflict("this badge was not declined");
    }
    claims.takeBack(person, claim.credential());
    return now(person, id);
  }

  /** Shows or hides one that was accepted. */
  @PostMapping(path = "/{id}/visibility", consumes = MediaType.APPLICATION_JSON_VALUE)
  MyBadgeJson show(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request, PersonScope.ME_WRITE);
    var claim = own(person, id);
    claims.show(person, claim.credential(), visibility(json, true));
    return now(person, id);
  }

  private static Claim.Visibility visibility(byte @Nullable [] json, boolean needed) {
    var body = Body.of(json == null ? NOTHING : json);
    if (needed) {
      body.required("visibility", 20);
    }
    var word = body.word("visibility", VISIBILITIES, "private");
    body.end();
    return Claim.Visibility.of(word);
  }
}
