package org.insignia.server.api.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.eligibility.Eligibility;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why somebody has a badge, or not: what is required, what holds of it, what is missing. */
@RestController
class ExplainApi {
  private static final int LONGEST = 200;

  private final ApiDoor door;
  private final Eligibility eligibility;

  ExplainApi(ApiDoor door, Eligibility eligibility) {
    this.door = door;
    this.eligibility = eligibility;
  }

  /**
   * What was found.
   *
   * @param earnedAt since when it is held, also where it gives no badge; null where it is not
   * @param lastDay the last day on which it can still be earned
   * @param instead certifications that are given in place of an exam's badge, or need the exam
   * @param requires null where that is not known
   */
  record Json(
      String uid,
      String title,
      String outcome,
      @Nullable Instant earnedAt,
      @Nullable Instant validUntil,
      @Nullable LocalDate lastDay,
      List<Named> instead,
      @Nullable Node requires) {}

  /** Something of the catalogue. */
  record Named(String uid, String title) {}

  /**
   * One part of what is required.
   *
   * @param uid null for a group
   * @param needed how many parts of a group are needed; 1 for others
   * @param held how many of them hold
   */
  record Node(
      String kind,
      @Nullable String uid,
      String label,
      boolean holds,
      int needed,
      int held,
      @Nullable Instant since,
      List<Note> notes,
      List<Node> parts) {}

  /** A reason; with the result that it is about, and the exam's last day where that is it. */
  record Note(
      String reason, @Nullable UUID result, @Nullable Instant at, @Nullable LocalDate lastDay) {}

  @GetMapping("/rest/v1/people/{id}/explain")
  ResponseEntity<Json> explain(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String what,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ, Role.ISSUER);
    if (what.isBlank() || what.length() > LONGEST) {
      throw new Problem.Invalid("what", "uid of an exam or certification");
    }
    var found = eligibility.explain(new DossierId(id), visit.organisation().id(), what.strip());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(found));
  }

  private static Json json(Explanation found) {
    var tree = found.tree();
    return new Json(
        found.uid(),
        found.title(),
        word(found.outcome()),
        found.earnedAt(),
        found.validUntil(),
        found.lastDay(),
        found.instead().stream().map(n -> new Named(n.uid(), n.title())).toList(),
        tree == null ? null : node(tree));
  }

  private static Node node(Explanation.Node node) {
    return new Node(
        word(node.shape()),
        node.uid().isEmpty() ? null : node.uid(),
        node.label(),
        node.holds(),
        node.needed(),
        node.held(),
        node.since(),
        node.notes().stream()
            .map(n -> new Note(word(n.reason()), n.result(), n.at(), n.day()))
            .toList(),
        node.parts().stream().map(ExplainApi::node).toList());
  }

  private static String word(Enum<?> value) {
    return Dossiers.word(value).replace('_', '-');
  }
}
