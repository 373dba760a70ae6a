package org.insignia.server.api.me.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.missing.Choice;
import org.insignia.server.support.missing.OwnCheck;
import org.insignia.server.support.missing.OwnCheck.Station;
import org.insignia.server.support.missing.OwnCheck.Trouble;
import org.insignia.server.support.missing.OwnCheck.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Why a badge is missing, station by station, with what can be done about it. */
@RestController
@RequestMapping("/rest/v1/me/missing")
class MyMissingApi {
  private static final String BADGES = "/rest/v1/me/badges/";
  private static final int LONGEST = 200;

  private final EarnerDoor door;
  private final OwnCheck check;
  private final Organisations organisations;
  private final Settings settings;

  MyMissingApi(EarnerDoor door, OwnCheck check, Organisations organisations, Settings settings) {
    this.door = door;
    this.check = check;
    this.organisations = organisations;
    this.settings = settings;
  }

  /** What can be asked about. */
  record Choices(
      List<Named> certifications, List<Named> exams, List<Named> others, List<Named> taken) {}

  /** An exam or certification. */
  record Named(String uid, String title) {
    static List<Named> of(List<Choice> choices) {
      return choices.stream().map(c -> new Named(c.value(), c.label())).toList();
    }
  }

  /**
   * What came out.
   *
   * @param missing what was asked about
   * @param clear whether the person has it and nothing stands in the way
   * @param badge its id; null where there is none for them
   */
  record Json(String missing, boolean clear, @Nullable UUID badge, List<Step> steps) {}

  /** A station on the way. */
  record Step(String station, String state, List<Cause> causes) {}

  /**
   * What is wrong there, with the values that decided.
   *
   * @param quote somebody's own words about it; null for none
   */
  record Cause(
      String code,
      List<String> values,
      String title,
      String detail,
      @Nullable String quote,
      List<Remedy> remedies) {}

  /**
   * What can be done.
   *
   * @param call method and path of the operation that does it; null where its person does it
   * @param page where its person does it; null where an operation does
   */
  record Remedy(String code, String title, @Nullable String call, @Nullable URI page) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_REQUESTS);
  }

  @GetMapping("/choices")
  ResponseEntity<Choices> choices(
      @RequestParam(name = "organisation", defaultValue = "") String slug,
      @RequestParam(name = "language", defaultValue = "") String tag,
      HttpServletRequest request) {
    var person = person(request);
    var menu = check.menu(person, organisation(slug), door.language(person, tag));
    return told(
        new Choices(
            Named.of(menu.certifications()),
            Named.of(menu.exams()),
            Named.of(menu.others()),
            Named.of(menu.taken())));
  }

  @GetMapping
  ResponseEntity<Json> look(
      @RequestParam(name = "organisation", defaultValue = "") String slug,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(name = "language", defaultValue = "") String tag,
      HttpServletRequest request) {
    var person = person(request);
    var organisation = organisation(slug);
    if (what.isBlank() || what.length() > LONGEST) {
      throw new Problem.Invalid("what", "uid of an exam, a certification or a badge");
    }
    return check
        .look(person, organisation, what, door.language(person, tag))
        .map(answer ->
            told(
                new Json(
                    answer.title(),
                    answer.clear(),
                    answer.badge().orElse(null),
                    answer.stations().stream().map(s -> step(s, organisation)).toList())))
        .orElseThrow(
            () -> new Problem.NotFound("this organisation has nothing of the uid " + what));
  }

  private Organisation organisation(String slug) {
    if (slug.isBlank() || slug.length() > LONGEST) {
      throw new Problem.Invalid("organisation", "slug of the organisation that gives the badge");
    }
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }

  private Step step(Station station, Organisation organisation) {
    return new Step(
        station.name(),
        station.state(),
        station.causes().stream().map(t -> cause(t, organisation)).toList());
  }

  private Cause cause(Trouble trouble, Organisation organisation) {
    return new Cause(
        OwnCheck.word(trouble.found().cause()),
        trouble.found().args(),
        trouble.title(),
        trouble.words(),
        trouble.quote().isEmpty() ? null : trouble.quote(),
        trouble.ways().stream().map(way -> remedy(way, organisation)).toList());
  }

  private Remedy remedy(Way way, Organisation organisation) {
    var subject = way.subject();
    return switch (way.remedy()) {
      case "confirm-address" -> call(way, "POST /rest/v1/me/addresses/" + subject + "/letter");
      case "claim" -> call(way, "POST " + BADGES + subject + "/accept");
      case "take-back" -> call(way, "POST " + BADGES + subject + "/take-back");
      case "show" -> call(way, "POST " + BADGES + subject + "/visibility");
      case "send-again" -> call(way, "POST " + BADGES + subject + "/invitation");
      case "ask" -> call(way, "POST /rest/v1/me/requests");
      case "instead", "look-again" -> call(way, "GET " + here(organisation, subject));
      case "add-address" -> page(way, "/account/addresses");
      case "merge-accounts" -> page(way, "/account/merge");
      case "show-profile" -> call(way, "PATCH /rest/v1/me/profile");
      default -> page(way, "/account");
    };
  }

  private static String here(Organisation organisation, String uid) {
    return UriComponentsBuilder.fromPath("/rest/v1/me/missing")
        .queryParam("organisation", "{organisation}")
        .queryParam("what", "{uid}")
        .encode()
        .buildAndExpand(organisation.slug(), uid)
        .toUriString();
  }

  private static Remedy call(Way way, String call) {
    return new Remedy(way.remedy(), way.label(), call, null);
  }

  private Remedy page(Way way, String path) {
    return new Remedy(way.remedy(), way.label(), null, settings.url(path));
  }

  private static <T> ResponseEntity<T> told(T json) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
  }
}
