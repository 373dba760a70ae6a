package org.insignia.server.api.events;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened to the badges, results and achievements of an organisation, for its members. */
@Controller
class EventsPages {
  private static final int ON_A_PAGE = 50;

  private final StaffDoor door;
  private final Events events;

  EventsPages(StaffDoor door, Events events) {
    this.door = door;
    this.events = events;
  }

  @GetMapping("/console/{slug}/events")
  ModelAndView look(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String before,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var narrowed = EventType.of(type);
    var filter = EventFilter.of(narrowed.map(Set::of).orElse(Set.of()));
    var place =
        before.matches("\\d{1,18}") ? Optional.of(Long.parseLong(before)) : Optional.<Long>empty();
    var found = events.latest(organisation.id(), filter, place, ON_A_PAGE + 1);
    var shown = narrowed.map(EventType::word).orElse("");
    var later =
        found.size() > ON_A_PAGE
            ? stem(organisation)
                + "?type="
                + shown
                + "&before="
                + found.get(ON_A_PAGE - 1).position()
            : "";
    return View.of(
        "api/events",
        new EventsPage(
            organisation.slug(),
            organisation.name(),
            Stream.of(EventType.values()).map(EventType::word).toList(),
            shown,
            Events.KEPT.toDays(),
            found.stream().limit(ON_A_PAGE).map(e -> row(organisation, e)).toList(),
            later));
  }

  private static String stem(Organisation organisation) {
    return "/console/" + organisation.slug() + "/events";
  }

  private static EventsPage.Row row(Organisation organisation, Event event) {
    var type = event.type();
    return switch (event.subject()) {
      case Subject.Badge badge ->
          row(
              event,
              badge.achievementName(),
              "/console/" + organisation.slug() + "/badges/" + badge.id(),
              badge.id().toString());
      case Subject.Result result ->
          row(
              event,
              result.exam(),
              type == EventType.RESULT_HELD && !result.reasons().isEmpty()
                  ? "/console/" + organisation.slug() + "/results/held?result=" + result.id()
                  : "",
              result.provider() + " " + result.number());
      case Subject.Achievement achievement ->
          row(
              event,
              achievement.name(),
              "/console/" + organisation.slug() + "/achievements/" + achievement.id(),
              achievement.slug());
      case Subject.Gone gone -> row(event, "", "", gone.id().toString());
    };
  }

  private static EventsPage.Row row(Event event, String what, String path, String detail) {
    return new EventsPage.Row(
        event.id(), event.type().word(), tone(event.type()), event.at(), what, path, detail);
  }

  private static String tone(EventType type) {
    return switch (type) {
      case ISSUED, WAITING_AGAIN, REPLACED, ACHIEVEMENT_CREATED -> "info";
      case ACCEPTED, REINSTATED, RESULT_RELEASED -> "good";
      case SUSPENDED, RESULT_HELD -> "warn";
      case REVOKED -> "bad";
      case REJECTED,
          VISIBILITY_CHANGED,
          ERASED,
          RESULT_DROPPED,
          ACHIEVEMENT_CHANGED,
          ACHIEVEMENT_DELETED ->
          "none";
    };
  }
}
