package org.insignia.server.api.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.search.FoundPerson;
import org.insignia.server.results.search.PeopleSearch;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds people, and tells what is known of one and what happened to them. */
@RestController
@RequestMapping("/rest/v1/people")
class PeopleApi {
  private final ApiDoor door;
  private final PeopleSearch people;
  private final Dossiers dossiers;
  private final Settings settings;

  PeopleApi(ApiDoor door, PeopleSearch people, Dossiers dossiers, Settings settings) {
    this.door = door;
    this.people = people;
    this.dossiers = dossiers;
    this.settings = settings;
  }

  /**
   * Everybody by family name, a page at a time; or, for {@code q}, those whom a text may mean,
   * which is one page.
   */
  @GetMapping
  ResponseEntity<Listing<PersonJson.Found>> find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ);
    var page = Page.of(limit, after);
    var base = settings.url("").toString();
    if (q.isBlank()) {
      var rows = people.all(visit.organisation().id(), page.afterId(), page.limit() + 1);
      return Listing.answer(page, rows, p -> p.id().value().toString(), PeopleApi::found, base);
    }
    if (q.length() > PeopleSearch.LONGEST || q.chars().anyMatch(Character::isISOControl)) {
      throw new Problem.Invalid(
          "q", "plain text of at most " + PeopleSearch.LONGEST + " characters");
    }
    var rows = people.find(visit.organisation().id(), q, page.limit());
    return Listing.answer(
        rows.stream().limit(page.limit()).map(PeopleApi::found).toList(), null, base);
  }

  private static PersonJson.Found found(FoundPerson person) {
    return new PersonJson.Found(
        person.id().value(),
        person.dossier().value(),
        person.name(),
        person.address().isEmpty() ? null : person.address(),
        person.provider(),
        person.number());
  }

  @GetMapping("/{id}")
  ResponseEntity<PersonJson> one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(dossiers.person(visit.organisation(), new DossierId(id)));
  }

  /** The latest first. */
  @GetMapping("/{id}/timeline")
  ResponseEntity<Listing<PersonJson.Event>> timeline(
      @PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ);
    List<PersonJson.Event> events = dossiers.events(visit.organisation(), new DossierId(id));
    return Listing.answer(events, null, "");
  }
}
