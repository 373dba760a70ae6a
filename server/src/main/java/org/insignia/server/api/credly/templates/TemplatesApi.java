package org.insignia.server.api.credly.templates;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.insignia.server.api.credly.objects.OrganisationObjects;
import org.insignia.server.api.credly.objects.TemplateObjects;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.Sorts;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The templates of an organisation. */
@RestController
@RequestMapping("/v1/organizations/{organisation}/badge_templates")
class TemplatesApi {
  private static final Scope[] READ = {
    Scope.ACHIEVEMENTS_READ, Scope.ACHIEVEMENTS_WRITE, Scope.BADGES_READ, Scope.BADGES_WRITE
  };
  private static final String WHAT = "Badge template";

  private final TokenDoor door;
  private final RequestReader reader;
  private final Achievements achievements;
  private final TemplateWordsStore words;
  private final TemplateObjects objects;
  private final TemplateKeeping keeping;
  private final RemotePictures pictures;
  private final BadgeSearch issued;
  private final TemplateNeighbours neighbours;
  private final Settings settings;

  TemplatesApi(
      TokenDoor door,
      RequestReader reader,
      Achievements achievements,
      TemplateWordsStore words,
      TemplateObjects objects,
      TemplateKeeping keeping,
      RemotePictures pictures,
      BadgeSearch issued,
      TemplateNeighbours neighbours,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.achievements = achievements;
    this.words = words;
    this.objects = objects;
    this.keeping = keeping;
    this.pictures = pictures;
    this.issued = issued;
    this.neighbours = neighbours;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = present(guest.organisation());
    var ids = all.stream().map(Achievement::id).toList();
    var said = words.find(ids);
    var sorts = Sorts.of(request);
    boolean byCount = sorts.keys().stream().anyMatch(k -> k.name().equals("badges_count"));
    var counts = byCount ? issued.counts(ids) : Map.<AchievementId, Long>of();
    var filters = Filters.of(request);
    var web = neighbours.among(guest.organisation(), all);
    var found =
        all.stream()
            .filter(fitting(filters, said))
            .filter(a ->
                neighbours.fits(filters, web, a, said.getOrDefault(a.id(), TemplateWords.NONE)))
            .sorted(
                sorts.comparing(orders(said, counts), Comparator.comparing(a -> a.id().value())))
            .toList();
    return Envelope.list(told(guest.organisation(), page.of(found)), found.size(), page);
  }

  private List<Map<String, Object>> told(Organisation organisation, List<Achievement> shown) {
    var ids = shown.stream().map(Achievement::id).toList();
    var said = words.find(ids);
    var counts = issued.counts(ids);
    var web = neighbours.among(organisation, present(organisation));
    return shown.stream()
        .map(a -> {
          var json =
              objects.whole(
                  organisation,
                  a,
                  said.getOrDefault(a.id(), TemplateWords.NONE),
                  counts.getOrDefault(a.id(), 0L));
          neighbours.join(json, a, web);
          return json;
        })
        .toList();
  }

  private List<Achievement> present(Organisation organisation) {
    Set<AchievementId> gone = words.gone(organisation.id());
    return achievements.all(organisation.id()).stream()
        .filter(a -> !gone.contains(a.id()))
        .toList();
  }

  private static Map<String, Comparator<Achievement>> orders(
      Map<AchievementId, TemplateWords> said, Map<AchievementId, Long> counts) {
    Map<String, Comparator<Achievement>> orders = new HashMap<>();
    orders.put("name", Comparator.comparing(a -> a.name().toLowerCase(Locale.ROOT)));
    orders.put("created_at", Comparator.comparing(a -> a.id().value()));
    orders.put("updated_at", Comparator.comparing(a -> changed(a, said)));
    orders.put("badges_count", Comparator.comparing(a -> counts.getOrDefault(a.id(), 0L)));
    return orders;
  }

  private static Instant changed(Achievement achievement, Map<AchievementId, TemplateWords> said) {
    var at = said.getOrDefault(achievement.id(), TemplateWords.NONE).changedAt();
    return at == null ? OrganisationObjects.made(achievement.id().value()) : at;
  }

  private static Predicate<Achievement> fitting(
      Filters filters, Map<AchievementId, TemplateWords> said) {
    var query = filters.text("query").map(q -> q.toLowerCase(Locale.ROOT));
    var name = filters.text("name").map(n -> n.toLowerCase(Locale.ROOT));
    var states = filters.words("state");
    var shown = filters.flag("public");
    var tags = filters.list("reporting_tags");
    var skills = filters.words("skills");
    return a ->
        query
                .map(q ->
                    (a.name() + " " + a.words(a.main()).description())
                        .toLowerCase(Locale.ROOT)
                        .contains(q))
                .orElse(true)
            && name.map(n -> isNamed(a.name().toLowerCase(Locale.ROOT), n)).orElse(true)
            && (states.isEmpty() || states.contains(TemplateObjects.state(a)))
            && shown.map(s -> s == a.isPublic()).orElse(true)
            && (tags.isEmpty()
                || said.getOrDefault(a.id(), TemplateWords.NONE).tags().stream()
                    .anyMatch(tags::contains))
            && (skills.isEmpty()
                || a.skills().stream()
                    .map(s -> s.toLowerCase(Locale.ROOT))
                    .anyMatch(skills::contains))
            && within(filters, "created_at", OrganisationObjects.made(a.id().value()))
            && within(filters, "updated_at", changed(a, said))
            && filters
                .ids("owner_id")
                .map(ids -> ids.contains(a.organisation().value()))
                .orElse(true);
  }

  /** In quotation marks it is meant to the letter. */
  private static boolean isNamed(String name, String asked) {
    return asked.length() > 1 && asked.startsWith("\"") && asked.endsWith("\"")
        ? name.equals(asked.substring(1, asked.length() - 1))
        : name.contains(asked);
  }

  private static boolean within(Filters filters, String key, Instant at) {
    var from = filters.text(key + "_min").flatMap(Moments::parse);
    var until = filters.text(key + "_max").flatMap(Moments::parse);
    return from.map(f -> !at.isBefore(f)).orElse(true)
        && until.map(u -> !at.isAfter(u)).orElse(true);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    return Envelope.of(told(guest, template(guest, id).id()));
  }

  private Map<String, Object> told(Guest guest, AchievementId id) {
    return told(guest.organisation(), List.of(achievements.get(id))).getFirst();
  }

  @PostMapping
  ResponseEntity<Object> add(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.ACHIEVEMENTS_WRITE);
    var asked = reader.read(request).unwrapped("badge_template");
    if (!pictures.isSent(asked)) {
      throw Refusal.invalid("Validation failed: Image can't be blank");
    }
    var look = pictures.read(asked, asked.text("name").orElse("Badge")).orElseThrow();
    var id = keeping.add(guest, asked, look);
    return Envelope.made(
        told(guest, id),
        settings.url(
            "/api/v1/organizations/"
                + guest.organisation().id().value()
                + "/badge_templates/"
                + id.value()));
  }

  @RequestMapping(
      path = "/{id}",
      method = {RequestMethod.PUT, RequestMethod.PATCH})
  ResponseEntity<Object> change(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.ACHIEVEMENTS_WRITE);
    var achievement = template(guest, id);
    var asked = reader.read(request).unwrapped("badge_template");
    var look = pictures.read(asked, asked.text("name").orElse(achievement.name()));
    var before =
        words.find(List.of(achievement.id())).getOrDefault(achievement.id(), TemplateWords.NONE);
    keeping.change(guest, achievement, before, asked, look.orElse(null));
    return Envelope.of(told(guest, achievement.id()));
  }

  @PutMapping("/{id}/{act:archive|unarchive}")
  ResponseEntity<Object> stand(
      @PathVariable String organisation,
      @PathVariable String id,
      @PathVariable String act,
      HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.ACHIEVEMENTS_WRITE);
    var achievement = template(guest, id);
    keeping.stand(guest, achievement, act.equals("archive") ? "archived" : "active");
    return Envelope.of(told(guest, achievement.id()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> remove(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.ACHIEVEMENTS_WRITE);
    keeping.remove(guest, template(guest, id));
    return Envelope.nothing();
  }

  private Achievement template(Guest guest, String typed) {
    var id = new AchievementId(Ids.of(typed, WHAT));
    return Optional.of(achievements.get(List.of(id))).stream()
        .flatMap(List::stream)
        .filter(a -> a.organisation().equals(guest.organisation().id()))
        .filter(a -> !words.gone(guest.organisation().id()).contains(a.id()))
        .findFirst()
        .orElseThrow(() -> Refusal.unknown(WHAT));
  }
}
