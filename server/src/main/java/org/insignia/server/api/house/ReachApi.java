package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.counts.Reach.Sums;
import org.insignia.server.sharing.share.OrganisationLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far an issuer's badges went, and where else the issuer is known. */
@RestController
class ReachApi {
  private static final List<String> STRETCHES = List.of("month", "ever");
  private static final int LONGEST = 300;

  private final ApiDoor door;
  private final Achievements achievements;
  private final Reach reach;
  private final OrganisationLinks links;

  ReachApi(ApiDoor door, Achievements achievements, Reach reach, OrganisationLinks links) {
    this.door = door;
    this.achievements = achievements;
    this.reach = reach;
    this.links = links;
  }

  /**
   * Sums of one achievement.
   *
   * @param badges how many badges it was that were looked at or shared at all
   */
  record Line(UUID achievement, String slug, long views, long embeds, long shares, long badges) {}

  /**
   * Where an organisation is known.
   *
   * @param number of its page at LinkedIn; null for none
   */
  record LinkedIn(@Nullable String number) {}

  /** Most looked at first; where there is something to count. */
  @GetMapping("/rest/v1/analytics/reach")
  ResponseEntity<Listing<Line>> reach(
      @RequestParam(defaultValue = "month") String period, HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ANALYTICS_READ).organisation().id();
    if (!STRETCHES.contains(period)) {
      throw new Problem.Invalid("period", "one of " + String.join(", ", STRETCHES));
    }
    var sums =
        period.equals("ever") ? reach.ofIssuer(organisation) : reach.ofIssuerLately(organisation);
    return Listing.answer(
        achievements.get(sums.keySet()).stream()
            .map(a -> line(a.id().value(), a.slug(), sums.get(a.id())))
            .sorted(
                Comparator.comparing((Line l) -> -l.views())
                    .thenComparing(l -> -l.shares())
                    .thenComparing(Line::slug))
            .toList(),
        null,
        "");
  }

  private static Line line(UUID id, String slug, @Nullable Sums sums) {
    return sums == null
        ? new Line(id, slug, 0, 0, 0, 0)
        : new Line(id, slug, sums.views(), sums.embeds(), sums.shares(), sums.badges());
  }

  @GetMapping("/rest/v1/organisation/linkedin")
  LinkedIn known(HttpServletRequest request) {
    return json(door.enter(request, Scope.ORGANISATION_READ).organisation());
  }

  private LinkedIn json(Organisation organisation) {
    return new LinkedIn(links.linkedIn(organisation.id()).map(Object::toString).orElse(null));
  }

  /** The number, or the address of the page that has it; null forgets it. */
  @PutMapping(path = "/rest/v1/organisation/linkedin", consumes = MediaType.APPLICATION_JSON_VALUE)
  LinkedIn set(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var body = Body.of(json);
    if (!body.has("number")) {
      body.wrong(
          "number", "is needed: a number or the address of a page at LinkedIn; null for none");
    }
    var typed = body.text("number", LONGEST);
    body.end();
    try {
      links.setLinkedIn(visit.actor(), visit.organisation().id(), typed);
    } catch (Problem.Invalid e) {
      throw new Problem.Invalid("/number", e.faults().getFirst().detail());
    }
    return json(visit.organisation());
  }
}
