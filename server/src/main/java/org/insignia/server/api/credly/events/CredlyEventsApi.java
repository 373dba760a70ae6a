package org.insignia.server.api.credly.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.KnownBadges;
import org.insignia.server.api.credly.objects.TemplateObjects;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.events.Event;
import org.insignia.server.api.events.EventFilter;
import org.insignia.server.api.events.EventType;
import org.insignia.server.api.events.Events;
import org.insignia.server.api.events.Subject;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The events of an organisation, the newest first, each with the badge or the template that it is
 * about.
 */
@RestController
@RequestMapping("/v1/organizations/{organisation}/events")
class CredlyEventsApi {
  private static final Scope[] READ = {Scope.EVENTS_READ, Scope.BADGES_READ, Scope.BADGES_WRITE};
  private static final EventFilter TOLD =
      EventFilter.of(
          Stream.of(EventType.values())
              .filter(type -> type.plainWord().isPresent())
              .collect(Collectors.toSet()));

  private final TokenDoor door;
  private final Events events;
  private final BadgeSearch search;
  private final KnownBadges badges;
  private final BadgeObjects objects;
  private final Achievements achievements;
  private final TemplateWordsStore words;
  private final TemplateObjects templateObjects;
  private final Settings settings;

  CredlyEventsApi(
      TokenDoor door,
      Events events,
      BadgeSearch search,
      KnownBadges badges,
      BadgeObjects objects,
      Achievements achievements,
      TemplateWordsStore words,
      TemplateObjects templateObjects,
      Settings settings) {
    this.door = door;
    this.events = events;
    this.search = search;
    this.badges = badges;
    this.objects = objects;
    this.achievements = achievements;
    this.words = words;
    this.templateObjects = templateObjects;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var latest = events.latest(guest.organisation().id(), TOLD, Optional.empty(), Events.MOST);
    return Envelope.list(told(guest.organisation(), page.of(latest)), latest.size(), page);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> one(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var event =
        events
            .find(guest.organisation().id(), Ids.of(id, "Event"))
            .filter(e -> e.type().plainWord().isPresent())
            .orElseThrow(() -> Refusal.unknown("Event"));
    return Envelope.of(told(guest.organisation(), List.of(event)).getFirst());
  }

  private List<Map<String, Object>> told(Organisation organisation, List<Event> some) {
    var ids =
        some.stream()
            .map(Event::subject)
            .filter(Subject.Badge.class::isInstance)
            .map(s -> new CredentialId(s.id()))
            .distinct()
            .toList();
    Map<UUID, Object> about = new HashMap<>();
    badges
        .of(organisation, search.changes(ids))
        .forEach(badge -> about.put(badge.credential().id().value(), objects.whole(badge)));
    about.putAll(templates(organisation, some));
    return some.stream()
        .map(event -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("id", event.id().toString());
          json.put("organization_id", organisation.id().value().toString());
          json.put("event_type", event.type().plainWord().orElseThrow());
          json.put("occurred_at", Moments.stamp(event.at()));
          var id = event.subject().id();
          json.put(
              event.type().topic() == EventType.Topic.ACHIEVEMENT ? "badge_template" : "badge",
              about.getOrDefault(id, Map.of("id", id.toString())));
          return json;
        })
        .toList();
  }

  /** Those that programs may still ask for. */
  private Map<UUID, Object> templates(Organisation organisation, List<Event> some) {
    var gone = words.gone(organisation.id());
    var ids =
        some.stream()
            .map(Event::subject)
            .filter(Subject.Achievement.class::isInstance)
            .map(s -> new AchievementId(s.id()))
            .filter(id -> !gone.contains(id))
            .distinct()
            .toList();
    var said = words.find(ids);
    var counts = ids.isEmpty() ? Map.<AchievementId, Long>of() : search.counts(ids);
    Map<UUID, Object> found = new HashMap<>();
    for (var achievement : achievements.get(ids)) {
      var id = achievement.id();
      var json =
          templateObjects.whole(
              organisation,
              achievement,
              said.getOrDefault(id, TemplateWords.NONE),
              counts.getOrDefault(id, 0L));
      found.put(id.value(), json);
    }
    return found;
  }
}
