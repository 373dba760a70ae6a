package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.insights.market.Demand;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who hires for an issuer's badges, and whether its earners see it. */
@RestController
class DemandApi {
  private final ApiDoor door;
  private final Demand demand;

  DemandApi(ApiDoor door, Demand demand) {
    this.door = door;
    this.demand = demand;
  }

  /**
   * One achievement.
   *
   * @param skills that its badge stands for
   * @param openings that ask for one of them
   * @param insights whether its earners see them
   */
  record Line(
      UUID achievement, String slug, List<String> skills, long openings, boolean insights) {}

  /** Most wanted first. */
  @GetMapping("/rest/v1/analytics/demand")
  ResponseEntity<Listing<Line>> look(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ANALYTICS_READ);
    return Listing.answer(
        demand.of(visit.organisation()).stream()
            .map(line ->
                new Line(
                    line.achievement().id().value(),
                    line.achievement().slug(),
                    line.skills(),
                    line.openings(),
                    line.shown()))
            .sorted(Comparator.comparingLong(Line::openings).reversed().thenComparing(Line::slug))
            .toList(),
        null,
        "");
  }

  @PutMapping(
      path = "/rest/v1/achievements/{id}/insights",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
  void show(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var body = Body.of(json);
    if (!body.has("shown")) {
      body.wrong("shown", "is needed: true or false");
    }
    boolean shown = body.flag("shown", true);
    body.end();
    demand.show(visit.actor(), visit.organisation(), id, shown);
  }
}
