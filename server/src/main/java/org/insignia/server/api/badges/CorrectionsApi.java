package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.claims.corrections.Correction;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Wishes of earners to have their name corrected, and what becomes of them. */
@RestController
@RequestMapping("/rest/v1/corrections")
class CorrectionsApi {
  private static final int LISTED = 100;
  private static final int LONGEST_REASON = 1000;

  private final ApiDoor door;
  private final Corrections corrections;

  CorrectionsApi(ApiDoor door, Corrections corrections) {
    this.door = door;
    this.corrections = corrections;
  }

  /**
   * A wish.
   *
   * @param everywhere whether the earner's other badges under the same name are meant, too
   */
  record Json(
      UUID id,
      UUID badge,
      String nameBefore,
      String nameAsked,
      String note,
      boolean everywhere,
      String state,
      Instant askedAt,
      @Nullable Instant decidedAt,
      @Nullable String reason) {}

  /** How many badges were issued anew. */
  record Approved(int replaced) {}

  /** Those that wait, the oldest first; or those that were decided, the latest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = "open") String state, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_READ);
    List<Correction> found =
        switch (state) {
          case "open" -> corrections.open(visit.organisation().id(), LISTED);
          case "decided" -> corrections.decided(visit.organisation().id(), LISTED);
          default -> throw new Problem.Invalid("state", "one of open, decided");
        };
    return Listing.answer(found.stream().map(CorrectionsApi::json).toList(), null, "");
  }

  /** Each badge that is meant is replaced by one with the new name. */
  @PostMapping("/{id}/approve")
  Approved approve(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    return new Approved(corrections.approve(visit.actor(), visit.organisation().id(), id));
  }

  /** The earner is told why. */
  @PostMapping(path = "/{id}/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var body = Body.of(json);
    var reason = body.required("reason", LONGEST_REASON);
    body.end();
    corrections.decline(visit.actor(), visit.organisation().id(), id, reason);
  }

  private static Json json(Correction wish) {
    return new Json(
        wish.id(),
        wish.credential().value(),
        wish.nameBefore(),
        wish.nameAsked(),
        wish.note(),
        wish.everywhere(),
        OwnBadges.word(wish.state()),
        wish.askedAt(),
        wish.decidedAt(),
        wish.reason());
  }
}
