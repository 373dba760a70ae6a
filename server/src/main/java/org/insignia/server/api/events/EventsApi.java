package org.insignia.server.api.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened, the oldest first, for programs that follow: the next page is always named, and is
 * empty until something has happened.
 */
@RestController
@RequestMapping("/rest/v1/events")
class EventsApi {
  private final ApiDoor door;
  private final Events events;
  private final Settings settings;

  EventsApi(ApiDoor door, Events events, Settings settings) {
    this.door = door;
    this.events = events;
    this.settings = settings;
  }

  /** An event, in the shape of the messages of webhooks. */
  record Shown(UUID id, long position, String type, Instant timestamp, About data) {
    static Shown of(Event event) {
      return new Shown(
          event.id(), event.position(), event.type().word(), event.at(), About.of(event.subject()));
    }
  }

  /** What it happened to: one of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record About(
      @Nullable Badge badge,
      @Nullable Result result,
      @Nullable Achievement achievement,
      @Nullable Gone gone) {
    static About of(Subject subject) {
      return switch (subject) {
        case Subject.Badge of ->
            new About(
                new Badge(
                    of.id(),
                    of.address(),
                    of.achievement(),
                    of.achievementName(),
                    of.earnedAt(),
                    of.validUntil(),
                    of.replacedBy()),
                null,
                null,
                null);
        case Subject.Result of ->
            new About(
                null,
                new Result(
                    of.id(), of.provider(), of.number(), of.exam(), of.takenAt(), of.reasons()),
                null,
                null);
        case Subject.Achievement of ->
            new About(null, null, new Achievement(of.id(), of.slug(), of.name(), of.state()), null);
        case Subject.Gone of -> new About(null, null, null, new Gone(of.id()));
      };
    }
  }

  /** A badge; nobody's name or address stands in it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Badge(
      UUID id,
      URI address,
      String achievement,
      String achievementName,
      Instant earnedAt,
      @Nullable Instant validUntil,
      @Nullable UUID replacedBy) {}

  /** An exam result. */
  record Result(
      UUID id,
      String provider,
      String number,
      String exam,
      Instant takenAt,
      List<String> reasons) {}

  /** What badges are for. */
  record Achievement(UUID id, String slug, String name, String state) {}

  /** Something of which nothing is known any more. */
  record Gone(UUID id) {}

  /** Which are asked for; what is null does not matter. */
  record Wish(
      @Nullable Set<String> type,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String until) {}

  @GetMapping
  ResponseEntity<Listing<Shown>> follow(
      Wish wish,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.EVENTS_READ);
    var page = Page.of(limit, after);
    if (!after.matches("[0-9]{0,18}")) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    long seen = after.isEmpty() ? 0 : Long.parseLong(after);
    var found = events.following(visit.organisation().id(), filter(wish), seen, page.limit());
    long last = found.isEmpty() ? seen : found.getLast().position();
    return Listing.answer(
        found.stream().map(Shown::of).toList(), Long.toString(last), settings.url("").toString());
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.EVENTS_READ);
    return events
        .find(visit.organisation().id(), id)
        .map(Shown::of)
        .orElseThrow(() -> new Problem.NotFound("there is no event " + id));
  }

  private static EventFilter filter(Wish wish) {
    return new EventFilter(
        types(wish.type()),
        wish.subject() == null ? null : Page.id("subject", wish.subject()),
        moment("from", wish.from()),
        moment("until", wish.until()));
  }

  private static Set<EventType> types(@Nullable Set<String> words) {
    var types = EnumSet.noneOf(EventType.class);
    if (words != null) {
      for (var word : words) {
        types.add(
            EventType.of(word)
                .orElseThrow(() -> new Problem.Invalid("type", "no event is called so")));
      }
    }
    return types;
  }

  private static @Nullable Instant moment(String name, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Problem.Invalid(name, "a moment as 2026-03-31T12:00:00Z");
    }
  }
}
