package org.insignia.server.api.me.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.index.Mark;
import org.insignia.server.insights.market.Held;
import org.insignia.server.insights.market.JobOffers;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search among open postings, and single ones with the way to their employer. */
@RestController
@RequestMapping("/rest/v1/me/jobs")
class MyJobsApi {
  /** How many a search finds in all, beside its page. */
  private static final String TOTAL = "X-Total-Count";

  private final EarnerDoor door;
  private final Held held;
  private final JobSearch search;
  private final JobOffers offers;
  private final SkillTable table;
  private final JobAddresses addresses;
  private final Settings settings;
  private final Clock clock;

  MyJobsApi(
      EarnerDoor door,
      Held held,
      JobSearch search,
      JobOffers offers,
      SkillTable table,
      JobAddresses addresses,
      Settings settings,
      Clock clock) {
    this.door = door;
    this.held = held;
    this.search = search;
    this.offers = offers;
    this.table = table;
    this.addresses = addresses;
    this.settings = settings;
    this.clock = clock;
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_JOBS);
  }

  /** Those that appeared last first. */
  @GetMapping
  ResponseEntity<Listing<JobJson>> find(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var person = person(request);
    var page = Page.of(limit, after);
    var given = new Given.InAddress(request);
    var filters = JobFilters.ofSearch(given, table, "skill");
    var mark = mark(after, given);
    given.end();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var query = filters.query(held.wanted(person, filters.badge(), filters.skills()), today);
    var found = search.newest(query, mark, page.limit());
    var next = found.next();
    var answer =
        Listing.answer(
            found.postings().stream().map(addresses::listed).toList(),
            next == null ? null : next.toString(),
            settings.url("").toString());
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(TOTAL, Long.toString(search.count(query)))
        .body(answer.getBody());
  }

  private static @Nullable Mark mark(String after, Given.InAddress given) {
    var mark = Mark.read(after).orElse(null);
    if (!after.isEmpty() && mark == null) {
      given.wrong("after", "no cursor; take the address in next as it is");
    }
    return mark;
  }

  /** Skills that can be searched for, in the order of their names. */
  @GetMapping("/skills")
  ResponseEntity<Listing<JobJson.Named>> skills(HttpServletRequest request) {
    person(request);
    List<JobJson.Named> all =
        table.all().stream()
            .sorted(Comparator.comparing((Skill s) -> s.name().toLowerCase(Locale.ROOT)))
            .map(JobJson.Named::of)
            .toList();
    return Listing.answer(all, null, "");
  }

  /** Open or closed; only an open one says where one applies. */
  @GetMapping("/{id}")
  ResponseEntity<JobJson> one(@PathVariable UUID id, HttpServletRequest request) {
    person(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(addresses.whole(offers.get(id)));
  }
}
