package org.insignia.server.api.me.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.me.jobs.JobAddresses.Search;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.insights.alert.SavedSearch;
import org.insignia.server.insights.alert.SavedSearches;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.market.Held;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Searches that somebody keeps, with or without mails about new postings. */
@RestController
@RequestMapping("/rest/v1/me/job-searches")
class MyJobSearchesApi {
  private static final String HERE = "/rest/v1/me/job-searches/";

  private final EarnerDoor door;
  private final SavedSearches searches;
  private final JobSearch index;
  private final Held held;
  private final SkillTable table;
  private final JobAddresses addresses;
  private final Settings settings;

  MyJobSearchesApi(
      EarnerDoor door,
      SavedSearches searches,
      JobSearch index,
      Held held,
      SkillTable table,
      JobAddresses addresses,
      Settings settings) {
    this.door = door;
    this.searches = searches;
    this.index = index;
    this.held = held;
    this.table = table;
    this.addresses = addresses;
    this.settings = settings;
  }

  /**
   * A search.
   *
   * @param mails whether its owner is told of new postings
   * @param openings how many it finds now; null where they cannot be counted just now
   * @param jobs address of these
   */
  record Json(
      UUID id,
      String name,
      boolean mails,
      @Nullable Long openings,
      String jobs,
      List<String> skills,
      Map<String, String> filters) {
    Json {
      skills = List.copyOf(skills);
      filters = Map.copyOf(filters);
    }
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_JOBS);
  }

  /** All of them, of which there are {@link SavedSearches#MOST} at most. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    return Listing.answer(
        searches.kept(person(request)).stream().map(this::json).toList(), null, "");
  }

  @GetMapping("/{id}")
  ResponseEntity<Json> one(@PathVariable UUID id, HttpServletRequest request) {
    return told(person(request), id);
  }

  /** Its owner is told of new postings, until that is switched off. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> keep(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var name = body.text("name", SavedSearches.LONGEST_NAME);
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      body.wrong("name", "one line of visible characters");
    }
    var filters = JobFilters.ofSearch(new Given.InBody(body), table, "skills");
    body.end();
    var skills = held.wanted(person, filters.badge(), filters.skills());
    var kept = searches.keep(person, name, filters.query(skills, LocalDate.EPOCH));
    return ResponseEntity.created(settings.url(HERE + kept.id()))
        .cacheControl(CacheControl.noStore())
        .body(json(kept));
  }

  /** Switches its mails on or off. */
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> mails(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    if (!body.has("mails") || body.isNull("mails")) {
      body.wrong("mails", "is needed: true or false");
    }
    boolean wanted = body.flag("mails", false);
    body.end();
    searches.mails(person, id, wanted);
    return told(person, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable UUID id, HttpServletRequest request) {
    searches.drop(person(request), id);
  }

  private ResponseEntity<Json> told(PersonId person, UUID id) {
    return searches.kept(person).stream()
        .filter(kept -> kept.id().equals(id))
        .findFirst()
        .map(kept -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(kept)))
        .orElseThrow(() -> new Problem.NotFound("there is no kept search " + id));
  }

  private Json json(SavedSearch kept) {
    var query = kept.query();
    var search = Search.of(filters(query), query.skills());
    return new Json(
        kept.id(),
        kept.name(),
        kept.mails(),
        count(query),
        addresses.jobs(search),
        search.skills(),
        search.texts());
  }

  /** What is kept is told whether or not it can be counted. */
  private @Nullable Long count(JobQuery query) {
    try {
      return index.count(query);
    } catch (IndexUnavailable later) {
      return null;
    }
  }

  private static Map<String, String> filters(JobQuery query) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("q", query.words());
    all.put("also", query.also());
    all.put("country", query.place().country());
    all.put("region", query.place().region());
    all.put("city", query.place().city());
    all.put("remote", query.remote() ? "true" : "");
    var seniority = query.seniority();
    all.put("seniority", seniority == null ? "" : JobFilters.word(seniority));
    all.put("employer", query.employer());
    all.put("title", query.title());
    all.put("pay", Objects.toString(query.pay(), ""));
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
