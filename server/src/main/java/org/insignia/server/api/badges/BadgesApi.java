package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.api.json.Days;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.browse.AnsweredBadges;
import org.insignia.server.claims.browse.AnsweredBadges.Answer;
import org.insignia.server.claims.browse.AnsweredBadges.Answered;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialImages;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Wanted;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issued badges of an organisation, the latest first, and each with its document and pictures. */
@RestController
@RequestMapping("/rest/v1/badges")
class BadgesApi {
  private static final List<String> ANSWERS = List.of("none", "pending", "accepted", "rejected");

  private final ApiDoor door;
  private final OwnBadges views;
  private final BadgeList list;
  private final AnsweredBadges answered;
  private final Achievements achievements;
  private final Credentials credentials;
  private final CredentialImages images;
  private final Settings settings;

  BadgesApi(
      ApiDoor door,
      OwnBadges views,
      BadgeList list,
      AnsweredBadges answered,
      Achievements achievements,
      Credentials credentials,
      CredentialImages images,
      Settings settings) {
    this.door = door;
    this.views = views;
    this.list = list;
    this.answered = answered;
    this.achievements = achievements;
    this.credentials = credentials;
    this.images = images;
    this.settings = settings;
  }

  /** What is looked for, as a query says it. */
  record Filter(
      @Nullable String achievement,
      @Nullable String state,
      @Nullable String recipient,
      @Nullable String issuedFrom,
      @Nullable String issuedUntil,
      @Nullable String acceptance) {}

  @GetMapping
  ResponseEntity<Listing<BadgeJson>> list(
      Filter filter,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_READ);
    var page = Page.of(limit, after);
    var wanted = wanted(visit.organisation(), filter);
    if (filter.acceptance() != null) {
      return answered(visit.organisation(), wanted, filter.acceptance(), page);
    }
    var rows =
        list.of(
            visit.organisation().id(),
            wanted,
            page.afterId().map(CredentialId::new),
            page.limit() + 1);
    var shown = rows.stream().limit(page.limit()).toList();
    var next = rows.size() > page.limit() ? shown.getLast().id().value().toString() : null;
    return Listing.answer(views.all(shown), next, settings.url("").toString());
  }

  private ResponseEntity<Listing<BadgeJson>> answered(
      Organisation organisation, Wanted wanted, String acceptance, Page page) {
    var found =
        answered.find(
            organisation.id(),
            wanted,
            EnumSet.of(answer(acceptance)),
            page.afterId().map(CredentialId::new),
            page.limit());
    var rows = found.badges().stream().map(Answered::badge).toList();
    var next = found.next() == null ? null : found.next().value().toString();
    return Listing.answer(views.all(rows), next, settings.url("").toString());
  }

  private static Answer answer(String word) {
    if (!ANSWERS.contains(word)) {
      throw new Problem.Invalid("acceptance", "one of " + String.join(", ", ANSWERS));
    }
    return Answer.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Wanted wanted(Organisation organisation, Filter filter) {
    return new Wanted(
        filter.achievement() == null ? null : achievement(organisation, filter.achievement()).id(),
        filter.state() == null ? null : state(filter.state()),
        filter.recipient() == null
            ? null
            : EmailAddress.parse(filter.recipient())
                .orElseThrow(() -> new Problem.Invalid("recipient", "no e-mail address")),
        day("issuedFrom", filter.issuedFrom()),
        day("issuedUntil", filter.issuedUntil()));
  }

  private Achievement achievement(Organisation organisation, String name) {
    return achievements.all(organisation.id()).stream()
        .filter(a -> a.slug().equals(name) || a.id().value().toString().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new Problem.Invalid("achievement", "no achievement here has this id or slug"));
  }

  private static Credential.State state(String word) {
    return Arrays.stream(Credential.State.values())
        .filter(s -> OwnBadges.word(s).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Problem.Invalid("state", "one of issued, suspended, revoked, replaced"));
  }

  private static @Nullable LocalDate day(String name, @Nullable String text) {
    return text == null ? null : Days.of(name, text);
  }

  @GetMapping("/{id}")
  ResponseEntity<BadgeJson> one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_READ);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(views.one(views.badge(visit.organisation(), new CredentialId(id))));
  }

  /** The signed credential, to the byte. */
  @GetMapping("/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
    var badge = own(id, request);
    return file("application/vc+ld+json", credentials.document(badge));
  }

  /** The picture with the credential baked in. */
  @GetMapping("/{id}/image.png")
  ResponseEntity<byte[]> png(@PathVariable UUID id, HttpServletRequest request) {
    var badge = own(id, request);
    return file("image/png", images.bakedPng(badge));
  }

  /** As {@link #png}, in a form that can be drawn at any size. */
  @GetMapping("/{id}/image.svg")
  ResponseEntity<byte[]> svg(@PathVariable UUID id, HttpServletRequest request) {
    var badge = own(id, request);
    return file("image/svg+xml", images.bakedSvg(badge));
  }

  private CredentialId own(UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_READ);
    return views.badge(visit.organisation(), new CredentialId(id)).id();
  }

  private static ResponseEntity<byte[]> file(String type, Optional<Bytes> content) {
    var bytes =
        content.orElseThrow(() -> new Problem.NotFound("it is being signed; ask in a moment"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(bytes.view());
  }
}
