package org.insignia.server.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.requests.RequestDesk;
import org.insignia.server.support.requests.RequestDesk.Thread;
import org.insignia.server.support.requests.RequestDesk.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people ask of an organisation: for desks that have a program of their own for it. */
@RestController
@RequestMapping("/rest/v1/requests")
class RequestsApi {
  private static final Pattern PLACE =
      Pattern.compile("([0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final ApiDoor door;
  private final RequestDesk desk;
  private final Settings settings;

  RequestsApi(ApiDoor door, RequestDesk desk, Settings settings) {
    this.door = door;
    this.desk = desk;
    this.settings = settings;
  }

  /**
   * A request.
   *
   * @param email where who asks is reached; null where they are not any more
   * @param about uid of what a badge is missing for; null for nothing
   * @param assignee the member who sees to it; null while nobody does
   * @param messages null in lists
   */
  record Json(
      UUID id,
      String state,
      String topic,
      String subject,
      String name,
      @Nullable String email,
      String language,
      @Nullable String about,
      @Nullable UUID assignee,
      Instant askedAt,
      Instant changedAt,
      @Nullable List<Message> messages) {}

  /**
   * What was written.
   *
   * @param by {@code staff} or {@code asker}
   * @param name of the member of staff; null for who asked, and for who left
   */
  record Message(String by, @Nullable String name, String words, Instant at) {}

  /** The latest change first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_READ);
    var page = Page.of(limit, after);
    if (!RequestDesk.STATES.contains(state)) {
      throw new Problem.Invalid("state", "one of " + String.join(", ", RequestDesk.STATES));
    }
    var rows = desk.list(visit.organisation().id(), state, place(after), page.limit() + 1);
    return Listing.answer(
        page, rows, RequestsApi::cursor, t -> json(t, null), settings.url("").toString());
  }

  private static RequestDesk.@Nullable Place place(String after) {
    if (after.isEmpty()) {
      return null;
    }
    var place = PLACE.matcher(after);
    if (!place.matches()) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    return new RequestDesk.Place(
        Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS),
        UUID.fromString(place.group(2)));
  }

  private static String cursor(Thread last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.changedAt()) + "_" + last.id();
  }

  @GetMapping("/{id}")
  ResponseEntity<Json> one(@PathVariable UUID id, HttpServletRequest request) {
    return whole(door.enter(request, Scope.SUPPORT_READ), id);
  }

  /** In the name of whoever made the token; the asker is written to. */
  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> answer(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    var maker =
        visit
            .caller()
            .maker()
            .orElseThrow(
                () -> new Problem.Forbidden("this needs the token of somebody who works here"));
    var body = Body.of(json);
    var words = body.required("words", 2 * RequestDesk.LONGEST_WORDS);
    body.end();
    desk.answer(visit.organisation().id(), id, maker, words);
    return whole(visit, id);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<Json> close(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    desk.close(visit.organisation().id(), id, visit.actor());
    return whole(visit, id);
  }

  @PostMapping("/{id}/reopen")
  ResponseEntity<Json> reopen(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    desk.reopen(visit.organisation().id(), id, visit.actor());
    return whole(visit, id);
  }

  private ResponseEntity<Json> whole(Visit visit, UUID id) {
    var organisation = visit.organisation().id();
    var messages = desk.words(organisation, id).stream().map(RequestsApi::message).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(json(desk.one(organisation, id), messages));
  }

  private static Message message(Written written) {
    return new Message(
        written.byStaff() ? "staff" : "asker",
        emptyAsNull(written.author()),
        written.words(),
        written.at());
  }

  private static Json json(Thread thread, @Nullable List<Message> messages) {
    return new Json(
        thread.id(),
        thread.state(),
        thread.topic(),
        thread.subject(),
        thread.name(),
        emptyAsNull(thread.asker()),
        thread.language().tag(),
        emptyAsNull(thread.about()),
        thread.assignee(),
        thread.askedAt(),
        thread.changedAt(),
        messages);
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
