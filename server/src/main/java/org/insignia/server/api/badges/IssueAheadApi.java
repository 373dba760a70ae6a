package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A badge before it is issued: what would be, and putting it off. */
@RestController
@RequestMapping(path = "/rest/v1/badges", consumes = MediaType.APPLICATION_JSON_VALUE)
class IssueAheadApi {
  private final ApiDoor door;
  private final Wishes wishes;
  private final Giving giving;
  private final Runs runs;
  private final Settings settings;

  IssueAheadApi(ApiDoor door, Wishes wishes, Giving giving, Runs runs, Settings settings) {
    this.door = door;
    this.wishes = wishes;
    this.giving = giving;
    this.runs = runs;
    this.settings = settings;
  }

  /**
   * What issuing would do.
   *
   * @param issues whether a badge would come of it
   * @param why not, in English; null where one would
   * @param existing the badge that is there already, where one is known
   * @param expiresAt null: never
   */
  record Preview(
      boolean issues,
      @Nullable String why,
      @Nullable UUID existing,
      UUID achievement,
      String name,
      String email,
      String language,
      Instant earnedAt,
      @Nullable Instant expiresAt) {}

  /** A badge that was put off; it is a list of one row. */
  record PutOff(UUID list, String state, @Nullable Instant notBefore) {}

  @PostMapping("/preview")
  Preview look(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var read = wishes.readerOfOne(visit.organisation()).read(Body.of(json), 0);
    var wish = sound(read);
    var judged =
        giving.judge(visit.organisation().id(), null, List.of(wish), new HashMap<>()).getFirst();
    var had = judged.duplicate();
    var first = judged.first();
    return new Preview(
        had == null,
        had == null ? null : wishes.english(had),
        first == null ? null : first.value(),
        wish.achievement().value(),
        wish.person().name(),
        wish.person().mailbox().value(),
        wish.person().language().tag(),
        wish.earnedAt(),
        wish.validUntil());
  }

  private static Wish sound(Wishes.Read read) {
    var wish = read.wish();
    if (wish == null) {
      throw new Problem.Invalid(read.faults());
    }
    return wish;
  }

  /** The body is as that of issuing, with {@code notBefore}. */
  @PostMapping("/later")
  ResponseEntity<PutOff> later(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var body = Body.of(json);
    var when = moment(body);
    var wish = sound(wishes.readerOfOne(visit.organisation()).read(body, 0));
    var put =
        new Runs.Later(
            "", WishBody.texts(body), wish.person().language(), !body.flag("notify", true), when);
    var run = runs.putOff(visit.organisation().id(), visit.actor(), put);
    URI at = settings.url("/rest/v1/issue/" + run.id());
    return ResponseEntity.accepted()
        .location(at)
        .body(new PutOff(run.id(), run.state().name(), run.notBefore()));
  }

  private Instant moment(Body body) {
    var text = body.required("notBefore", 40);
    try {
      var when = text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
      if (text.isEmpty() || runs.mayBegin(when)) {
        return when;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    body.wrong("notBefore", "a time to come within a year, in UTC: 2026-12-01T09:00:00Z");
    return Instant.EPOCH;
  }
}
