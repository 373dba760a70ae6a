package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What badges are for: all of an organisation, and those that staff make by hand. */
@RestController
@RequestMapping("/rest/v1/achievements")
class AchievementsApi {
  private static final List<String> STATES = List.of("active", "archived");

  private final ApiDoor door;
  private final Achievements achievements;
  private final HandMade handMade;
  private final Settings settings;

  AchievementsApi(ApiDoor door, Achievements achievements, HandMade handMade, Settings settings) {
    this.door = door;
    this.achievements = achievements;
    this.handMade = handMade;
    this.settings = settings;
  }

  /** By slug. */
  @GetMapping
  ResponseEntity<Listing<AchievementJson>> list(
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    var page = Page.of(limit, after);
    var wanted = state.map(AchievementsApi::state);
    var rows =
        achievements.all(visit.organisation().id()).stream()
            .filter(a -> wanted.isEmpty() || a.state() == wanted.get())
            .sorted(java.util.Comparator.comparing(Achievement::slug))
            .filter(a -> page.after().isEmpty() || a.slug().compareTo(page.after()) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Listing.answer(
        page,
        rows,
        Achievement::slug,
        a -> json(visit.organisation(), a),
        settings.url("").toString());
  }

  private static Achievement.State state(String word) {
    return Arrays.stream(Achievement.State.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new Problem.Invalid("state", "one of draft, active, retired, archived"));
  }

  @GetMapping("/{id}")
  AchievementJson one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    return json(visit.organisation(), own(visit, id));
  }

  private Achievement own(Visit visit, UUID id) {
    return achievements.get(List.of(new AchievementId(id))).stream()
        .filter(a -> a.organisation().equals(visit.organisation().id()))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no achievement " + id));
  }

  /** A new one, as a draft with a look made from its name. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AchievementJson> make(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var wish = AchievementBody.read(Body.of(json), null);
    var id = handMade.add(visit.actor(), visit.organisation(), wish);
    return ResponseEntity.created(settings.url("/rest/v1/achievements/" + id.value()))
        .body(json(visit.organisation(), achievements.get(id)));
  }

  /** Changes what the body names; {@code revision} guards against changes of others in between. */
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  AchievementJson change(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var old = own(visit, id);
    var body = Body.of(json);
    int revision = body.number("revision", 0, Integer.MAX_VALUE, handMade.revision(old.id()));
    var wish = AchievementBody.read(body, old);
    handMade.change(visit.actor(), visit.organisation(), old, revision, wish);
    return json(visit.organisation(), achievements.get(old.id()));
  }

  /** From draft to active, to archived and back. */
  @PostMapping(path = "/{id}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
  AchievementJson stand(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var old = own(visit, id);
    var body = Body.of(json);
    body.required("state", 20);
    var word = body.word("state", STATES, "active");
    body.end();
    handMade.stand(visit.actor(), visit.organisation(), old, state(word));
    return json(visit.organisation(), achievements.get(old.id()));
  }

  /** Whether one mailbox may have several badges of it. */
  @PutMapping(path = "/{id}/repeats", consumes = MediaType.APPLICATION_JSON_VALUE)
  AchievementJson repeats(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var old = own(visit, id);
    var body = Body.of(json);
    if (!body.has("allowed")) {
      body.wrong("allowed", "is needed: true or false");
    }
    boolean allowed = body.flag("allowed", false);
    body.end();
    achievements.allowRepeats(visit.actor(), old, allowed);
    return json(visit.organisation(), achievements.get(old.id()));
  }

  private AchievementJson json(Organisation organisation, Achievement achievement) {
    return AchievementJson.of(
        achievement,
        handMade.revision(achievement.id()),
        settings.url("/org/" + organisation.slug() + "/badge/" + achievement.slug()));
  }
}
