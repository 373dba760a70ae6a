package org.insignia.server.api.results;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.held.HeldResult;
import org.insignia.server.results.held.HeldResults;
import org.insignia.server.results.held.HeldWish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results that do not count until somebody decides, and the decision. */
@RestController
@RequestMapping("/rest/v1/results/held")
class HeldResultsApi {
  private static final int MOST = 1000;
  private static final int LONGEST_REASON = 500;
  private static final Pattern CAUSE = Pattern.compile("[a-z0-9.-]{1,60}");
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,17})_(" + ID + ")");

  private final ApiDoor door;
  private final HeldResults held;
  private final Members members;
  private final IntakeJson english;
  private final Settings settings;

  HeldResultsApi(
      ApiDoor door, HeldResults held, Members members, IntakeJson english, Settings settings) {
    this.door = door;
    this.held = held;
    this.members = members;
    this.english = english;
    this.settings = settings;
  }

  /**
   * A held result.
   *
   * @param codes why it does not count; they stay the same in every version
   * @param detail the same in English
   */
  record Json(
      UUID id,
      UUID person,
      String candidateName,
      String candidate,
      String provider,
      String result,
      String exam,
      Instant takenAt,
      String outcome,
      @Nullable BigDecimal score,
      String standing,
      boolean releasable,
      List<String> codes,
      String detail) {}

  /** How many a decision was about. */
  record Decided(int results) {}

  /** Those that wait longest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "false") String dropped,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_READ);
    var page = Page.of(limit, after);
    if (!cause.isEmpty() && !CAUSE.matcher(cause).matches()) {
      throw new Problem.Invalid("cause", "the code of a reason, for example pass-below-mark");
    }
    if (!dropped.matches("true|false")) {
      throw new Problem.Invalid("dropped", "true or false");
    }
    var rows =
        held.list(
            visit.organisation().id(),
            new HeldWish(dropped.equals("true"), cause, place(after)),
            page.limit() + 1);
    return Listing.answer(
        page, rows, HeldResultsApi::cursor, this::json, settings.url("").toString());
  }

  private static HeldWish.@Nullable Place place(String after) {
    if (after.isEmpty()) {
      return null;
    }
    var place = PLACE.matcher(after);
    if (!place.matches()) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    return new HeldWish.Place(
        Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS),
        UUID.fromString(place.group(2)));
  }

  private static String cursor(HeldResult last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.saidAt()) + "_" + last.id();
  }

  /** They count as they were sent; awards follow. */
  @PostMapping(path = "/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  Decided release(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_WRITE);
    var wish = Wish.read(Body.of(json));
    return new Decided(
        held.release(
            visit.actor(), visit.organisation().id(), own(visit, wish.results()), wish.reason()));
  }

  /** They wait no more and do not count; as on the console this is for administrators. */
  @PostMapping(path = "/drop", consumes = MediaType.APPLICATION_JSON_VALUE)
  Decided drop(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_WRITE);
    visit
        .caller()
        .maker()
        .ifPresent(maker -> members.require(maker.value(), visit.organisation().id(), Role.ADMIN));
    var wish = Wish.read(Body.of(json));
    return new Decided(
        held.drop(
            visit.actor(), visit.organisation().id(), own(visit, wish.results()), wish.reason()));
  }

  /** Which results, and why. */
  private record Wish(List<ResultId> results, String reason) {
    static Wish read(Body body) {
      var results = new ArrayList<ResultId>();
      var texts = body.texts("results", MOST, 36);
      for (var text : texts) {
        if (text.matches(ID)) {
          results.add(new ResultId(UUID.fromString(text)));
        } else {
          body.wrong("results", "no id: " + text);
        }
      }
      if (texts.isEmpty()) {
        body.wrong("results", "is needed: ids of 1 to " + MOST + " held results, in an array");
      }
      var reason = body.required("reason", LONGEST_REASON);
      body.end();
      return new Wish(results, reason);
    }
  }

  private List<ResultId> own(Visit visit, List<ResultId> ids) {
    var known =
        held.of(ids).stream()
            .filter(r -> r.organisation().equals(visit.organisation().id()))
            .map(HeldResult::id)
            .toList();
    ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(id -> {
          throw new Problem.NotFound("there is no result " + id);
        });
    return known;
  }

  private Json json(HeldResult result) {
    return new Json(
        result.id().value(),
        result.dossier().value(),
        result.candidateName(),
        result.candidateNumber(),
        result.provider().value(),
        result.number(),
        result.examCode(),
        result.takenAt(),
        word(result.outcome()),
        result.score(),
        word(result.standing()),
        result.canBeReleased(),
        result.reasons().stream().map(Finding::code).toList(),
        String.join("; ", result.reasons().stream().map(english::english).toList()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
