package org.insignia.server.api.me.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.missing.Found;
import org.insignia.server.support.missing.FoundWords;
import org.insignia.server.support.missing.OwnCheck;
import org.insignia.server.support.requests.OwnRequests;
import org.insignia.server.support.requests.OwnRequests.Thread;
import org.insignia.server.support.requests.RequestDesk;
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

/** A person's requests for support, and what is written in them. */
@RestController
@RequestMapping("/rest/v1/me/requests")
class MyRequestsApi {
  private static final String HERE = "/rest/v1/me/requests/";
  private static final Pattern PLACE =
      Pattern.compile("([0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final int LONGEST_SLUG = 100;
  private static final int LONGEST_UID = 200;

  private final EarnerDoor door;
  private final OwnRequests requests;
  private final Organisations organisations;
  private final FoundWords words;
  private final Settings settings;

  MyRequestsApi(
      EarnerDoor door,
      OwnRequests requests,
      Organisations organisations,
      FoundWords words,
      Settings settings) {
    this.door = door;
    this.requests = requests;
    this.organisations = organisations;
    this.words = words;
    this.settings = settings;
  }

  /**
   * A request.
   *
   * @param organisation who is asked; null for who runs the server
   * @param about uid of what a badge is missing for; null for nothing
   * @param findings what the check found when it was asked
   * @param messages the oldest first; null in lists
   */
  record Json(
      UUID id,
      @Nullable Named organisation,
      String state,
      String topic,
      String subject,
      @Nullable String about,
      List<Cause> findings,
      Instant askedAt,
      Instant changedAt,
      @Nullable List<Message> messages) {
    Json {
      findings = List.copyOf(findings);
    }
  }

  /** An organisation. */
  record Named(String slug, String name) {
    static Named of(Organisation organisation) {
      return new Named(organisation.slug(), organisation.name());
    }
  }

  /** A cause that held, with the values that decided. */
  record Cause(String code, List<String> values, String title) {}

  /**
   * What was written.
   *
   * @param by {@code staff} or {@code asker}
   */
  record Message(String by, String words, Instant at) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_REQUESTS);
  }

  /** The latest change first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var person = person(request);
    var page = Page.of(limit, after);
    return Listing.answer(
        page,
        requests.list(person, place(after), page.limit() + 1),
        MyRequestsApi::cursor,
        thread -> json(thread, null),
        settings.url("").toString());
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

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> ask(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var question =
        new OwnRequests.Question(
            organisation(body),
            body.word("topic", OwnRequests.TOPICS, "other"),
            body.required("subject", 2 * OwnRequests.LONGEST_SUBJECT),
            body.required("words", 2 * OwnRequests.LONGEST_WORDS),
            body.text("about", LONGEST_UID));
    body.end();
    var id = requests.ask(person, question);
    return ResponseEntity.created(settings.url(HERE + id))
        .cacheControl(CacheControl.noStore())
        .body(whole(person, id));
  }

  private @Nullable Organisation organisation(Body body) {
    var slug = body.text("organisation", LONGEST_SLUG);
    if (slug.isEmpty()) {
      return null;
    }
    var found = organisations.find(slug);
    if (found.isEmpty()) {
      body.wrong("organisation", "there is no organisation " + slug);
    }
    return found.orElse(null);
  }

  @GetMapping("/{id}")
  ResponseEntity<Json> one(@PathVariable UUID id, HttpServletRequest request) {
    return told(whole(person(request), id));
  }

  /** Whoever sees to it is written to. */
  @PostMapping(path = "/{id}/reply", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> reply(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var typed = body.required("words", 2 * OwnRequests.LONGEST_WORDS);
    body.end();
    requests.reply(person, id, typed);
    return told(whole(person, id));
  }

  @PostMapping("/{id}/close")
  ResponseEntity<Json> close(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request);
    requests.close(person, id);
    return told(whole(person, id));
  }

  private static ResponseEntity<Json> told(Json json) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
  }

  private Json whole(PersonId person, UUID id) {
    var messages =
        requests.words(person, id).stream()
            .map(m -> new Message(m.byStaff() ? "staff" : "asker", m.words(), m.at()))
            .toList();
    return json(requests.one(person, id), messages);
  }

  private Json json(Thread thread, @Nullable List<Message> messages) {
    return new Json(
        thread.id(),
        thread.organisation().map(Named::of).orElse(null),
        thread.state(),
        thread.topic(),
        thread.subject(),
        thread.about().isEmpty() ? null : thread.about(),
        thread.findings().stream().map(this::json).toList(),
        thread.askedAt(),
        thread.changedAt(),
        messages);
  }

  private Cause json(Found found) {
    return new Cause(OwnCheck.word(found.cause()), found.args(), words.title(Language.EN, found));
  }
}
