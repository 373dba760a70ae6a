package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Achievements that belong together, and what is recommended after one. */
@RestController
@RequestMapping("/rest/v1")
class CollectionsApi {
  private static final int LONGEST_NAME = 100;

  private final ApiDoor door;
  private final Achievements achievements;
  private final Neighbours neighbours;
  private final Settings settings;

  CollectionsApi(
      ApiDoor door, Achievements achievements, Neighbours neighbours, Settings settings) {
    this.door = door;
    this.achievements = achievements;
    this.neighbours = neighbours;
    this.settings = settings;
  }

  /** An achievement in few words. */
  record Named(UUID id, String slug, String name) {
    static Named of(Achievement achievement) {
      return new Named(achievement.id().value(), achievement.slug(), achievement.name());
    }
  }

  /**
   * A collection.
   *
   * @param achievements in order
   */
  record Json(UUID id, String name, List<Named> achievements) {
    Json {
      achievements = List.copyOf(achievements);
    }
  }

  /** By name; there are 50 at most. */
  @GetMapping("/collections")
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    return Listing.answer(all(visit), null, "");
  }

  private List<Json> all(Visit visit) {
    return neighbours.shelves(visit.organisation().id()).stream()
        .map(filled ->
            new Json(
                filled.shelf().id(),
                filled.shelf().name(),
                filled.achievements().stream().map(Named::of).toList()))
        .toList();
  }

  @GetMapping("/collections/{id}")
  Json one(@PathVariable UUID id, HttpServletRequest request) {
    return one(door.enter(request, Scope.ACHIEVEMENTS_READ), id);
  }

  private Json one(Visit visit, UUID id) {
    return all(visit).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no collection " + id));
  }

  /** A new, empty one. */
  @PostMapping(path = "/collections", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> open(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var body = Body.of(json);
    var name = body.required("name", LONGEST_NAME).replaceAll("\\s+", " ");
    if (name.chars().anyMatch(Character::isISOControl)) {
      body.wrong("name", "one line of visible characters");
    }
    body.end();
    if (!neighbours.open(visit.actor(), visit.organisation(), name)) {
      throw new Problem.Conflict(
          "there is a collection of this name, or there are "
              + Neighbours.MOST_COLLECTIONS
              + " already");
    }
    var made = all(visit).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    return ResponseEntity.created(settings.url("/rest/v1/collections/" + made.id())).body(made);
  }

  /** Puts these in, in this order; others leave it. */
  @PutMapping(path = "/collections/{id}/achievements", consumes = MediaType.APPLICATION_JSON_VALUE)
  Json fill(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    neighbours.find(visit.organisation(), id);
    var items = wanted(visit, Body.of(json), Neighbours.MOST_ITEMS);
    neighbours.fill(visit.actor(), visit.organisation(), id, items);
    return one(visit, id);
  }

  /** Takes it away; its achievements stay. */
  @DeleteMapping("/collections/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    neighbours.close(visit.actor(), visit.organisation(), id);
  }

  /** What is recommended to whoever has it, in order. */
  @GetMapping("/achievements/{id}/next")
  ResponseEntity<Listing<Named>> next(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    return recommended(own(visit, id));
  }

  /** Recommends these instead. */
  @PutMapping(path = "/achievements/{id}/next", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Listing<Named>> recommend(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var after = own(visit, id);
    var body = Body.of(json);
    var items = wanted(visit, body, Neighbours.MOST_NEXT);
    if (items.contains(after.id())) {
      body.wrong("achievements", "an achievement is not recommended after itself");
    }
    body.end();
    neighbours.recommend(visit.actor(), visit.organisation(), after, items);
    return recommended(after);
  }

  private ResponseEntity<Listing<Named>> recommended(Achievement after) {
    return Listing.answer(neighbours.next(after.id()).stream().map(Named::of).toList(), null, "");
  }

  private Achievement own(Visit visit, UUID id) {
    return achievements.get(List.of(new AchievementId(id))).stream()
        .filter(a -> a.organisation().equals(visit.organisation().id()))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no achievement " + id));
  }

  /** Achievements of the organisation, named by id or slug. */
  private List<AchievementId> wanted(Visit visit, Body body, int most) {
    if (!body.has("achievements") || body.isNull("achievements")) {
      body.wrong("achievements", "is needed: an array of ids or slugs, which may be empty");
    }
    var words = body.texts("achievements", most, 200);
    var known =
        achievements.all(visit.organisation().id()).stream()
            .flatMap(a ->
                Stream.of(a.slug(), a.id().value().toString()).map(word -> Map.entry(word, a.id())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    List<AchievementId> wanted = new ArrayList<>();
    boolean read = // then texts are numbered as elements are
        body.faults().stream().noneMatch(f -> f.field().startsWith("/achievements"));
    for (int i = 0; i < words.size(); i++) {
      var id = known.get(words.get(i));
      if (id == null && read) {
        body.wrong("achievements", i, "no achievement here has this id or slug");
      } else if (id != null) {
        wanted.add(id);
      }
    }
    body.end();
    return wanted;
  }
}
