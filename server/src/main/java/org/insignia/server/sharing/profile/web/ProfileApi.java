package org.insignia.server.sharing.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.profile.ProfileSearch;
import org.insignia.server.sharing.profile.ProfileSearch.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Profiles and badges as JSON for every site, at the addresses and with the members that programs
 * for badge profiles know. Nobody is signed in here: whatever is private is not there.
 */
@RestController
final class ProfileApi implements Renderings {
  private static final String WHO = "{vanity:[a-z0-9-]{1,80}}";
  private static final String ID =
      "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final ProfileSearch search;
  private final PublicBadges badges;
  private final Profiles profiles;
  private final BadgeJson json;

  ProfileApi(ProfileSearch search, PublicBadges badges, Profiles profiles, BadgeJson json) {
    this.search = search;
    this.badges = badges;
    this.profiles = profiles;
    this.json = json;
  }

  @Override
  public List<String> addresses() {
    return List.of("/api/v1/public_badges/{id}");
  }

  @GetMapping("/users/" + WHO + ".json")
  ResponseEntity<byte[]> profile(@PathVariable String vanity, HttpServletRequest request) {
    var here = here(vanity);
    var profile = here.profile();
    var name = profile.person().name();
    int last = name.lastIndexOf(' ');
    var data = new LinkedHashMap<String, Object>();
    data.put("id", profile.id().value().toString());
    data.put("name", name);
    data.put("first_name", last < 0 ? name : name.substring(0, last).strip());
    data.put("last_name", last < 0 ? "" : name.substring(last + 1));
    data.put("headline", profile.headline());
    data.put("vanity_slug", profile.person().vanity());
    data.put("url", json.absolute(profile.path()));
    var photo = profile.photoPath();
    data.put("photo_url", photo == null ? null : json.absolute(photo));
    data.put("links", profile.links().stream().map(l -> l.url().toString()).toList());
    data.put("badges_count", here.pieces().size());
    data.put("badges_url", json.absolute(profile.path() + "/badges.json"));
    return JsonPage.answer(data, Map.of(), request);
  }

  /** The badges of this server in the earner's order, by pages of up to 500. */
  @GetMapping("/users/" + WHO + "/badges.json")
  ResponseEntity<byte[]> badges(
      @PathVariable String vanity,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var here = here(vanity);
    var issued =
        new ArrayList<>(
            here.pieces().stream()
                .filter(Piece.Issued.class::isInstance)
                .map(p -> ((Piece.Issued) p).badge())
                .toList());
    Comparator<Piece> byDate = Comparator.comparing(Piece::earnedAt);
    if (sort.endsWith("issued_at")) {
      issued.sort(
          Comparator.comparing(
              Piece.Issued::new, sort.startsWith("-") ? byDate.reversed() : byDate));
    }
    var page = JsonPage.of(request);
    var language = Language.of(lang);
    var data = page.of(issued).stream().map(b -> json.of(b, here.profile(), language)).toList();
    return page.answer(
        data, issued.size(), json.absolute(here.profile().path() + "/badges.json"), request);
  }

  /** The badges of elsewhere that somebody shows here. */
  @GetMapping("/api/v1/users/" + WHO + "/external_badges/open_badges/public")
  ResponseEntity<byte[]> external(@PathVariable String vanity, HttpServletRequest request) {
    var here = here(vanity);
    var imported =
        here.pieces().stream()
            .filter(Piece.Imported.class::isInstance)
            .map(p -> ((Piece.Imported) p).badge())
            .toList();
    var page = JsonPage.of(request);
    Function<ForeignBadge, Map<String, Object>> write = this::external;
    return page.answer(
        page.of(imported).stream().map(write).toList(),
        imported.size(),
        json.absolute("/api/v1" + here.profile().path() + "/external_badges/open_badges/public"),
        request);
  }

  private Map<String, Object> external(ForeignBadge badge) {
    var data = new LinkedHashMap<String, Object>();
    data.put("badge_name", badge.name());
    data.put("badge_description", badge.description());
    data.put("badge_url", json.absolute(badge.path()));
    data.put("image_url", json.absolute(badge.picture()));
    data.put("issuer_name", badge.issuerName());
    data.put("issuer_url", badge.issuerId());
    data.put("issued_at_date", date(badge.earnedAt()));
    data.put("expires_at_date", date(badge.validUntil()));
    data.put("credential_url", json.absolute(badge.path() + "/credential"));
    data.put("verdict", badge.report().verdict().text());
    data.put("checked_at", BadgeJson.stamp(badge.checkedAt()));
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", badge.id().toString());
    entry.put("public", true);
    entry.put("issued_at_date", date(badge.earnedAt()));
    entry.put("expires_at_date", date(badge.validUntil()));
    entry.put("external_badge", data);
    return entry;
  }

  private static @Nullable String date(java.time.@Nullable Instant at) {
    return at == null ? null : BadgeJson.day(at);
  }

  /** One public badge. */
  @GetMapping("/api/v1/public_badges/" + ID)
  ResponseEntity<byte[]> badge(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var badge =
        badges
            .find(new CredentialId(id), null)
            .orElseThrow(() -> new Problem.NotFound("there is no public badge " + id));
    var owner = badge.claim().owner();
    var earner = owner == null ? null : profiles.of(owner);
    return JsonPage.answer(
        json.of(
            badge, earner != null && earner.isVisibleTo(null) ? earner : null, Language.of(lang)),
        Map.of(),
        request);
  }

  /** Old addresses answer as well as the present one: programs seldom follow. */
  private Here here(String vanity) {
    var found = search.find(vanity, null);
    if (found.isPresent() && found.get() instanceof ProfileSearch.Moved moved) {
      found = search.find(moved.vanity(), null);
    }
    return found
        .filter(Here.class::isInstance)
        .map(Here.class::cast)
        .orElseThrow(() -> new Problem.NotFound("there is no public profile " + vanity));
  }
}
