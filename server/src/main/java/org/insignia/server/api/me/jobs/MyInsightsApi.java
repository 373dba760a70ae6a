package org.insignia.server.api.me.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.me.jobs.JobAddresses.Search;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.market.Held;
import org.insignia.server.insights.market.Outlook;
import org.insignia.server.insights.market.Outlooks;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From a badge to those who hire for its skills; each figure leads to the postings behind it. */
@RestController
@RequestMapping("/rest/v1/me/badges/{id}/insights")
class MyInsightsApi {
  private static final int MOST_BARS = 50;

  private final EarnerDoor door;
  private final Held held;
  private final Outlooks outlooks;
  private final JobSearch search;
  private final SkillTable table;
  private final JobAddresses addresses;
  private final Clock clock;

  MyInsightsApi(
      EarnerDoor door,
      Held held,
      Outlooks outlooks,
      JobSearch search,
      SkillTable table,
      JobAddresses addresses,
      Clock clock) {
    this.door = door;
    this.held = held;
    this.outlooks = outlooks;
    this.search = search;
    this.table = table;
    this.addresses = addresses;
    this.clock = clock;
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_JOBS);
  }

  /**
   * @param top how many bars of each facet, at most
   */
  @GetMapping
  ResponseEntity<OutlookJson> ofBadge(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "5") String top,
      HttpServletRequest request) {
    var badge = held.badge(person(request), id);
    return told(badge, badge.skills(), null, top, request);
  }

  @GetMapping("/{skill}")
  ResponseEntity<OutlookJson> ofSkill(
      @PathVariable UUID id,
      @PathVariable String skill,
      @RequestParam(defaultValue = "5") String top,
      HttpServletRequest request) {
    var badge = held.badge(person(request), id);
    if (!badge.skills().contains(skill)) {
      throw new Problem.NotFound("this badge stands for no such skill");
    }
    return told(badge, Set.of(skill), skill, top, request);
  }

  private ResponseEntity<OutlookJson> told(
      Held.Badge badge,
      Set<String> of,
      @Nullable String skill,
      String top,
      HttpServletRequest request) {
    var given = new Given.InAddress(request);
    var filters = JobFilters.ofInsights(given);
    if (!top.matches("[1-9][0-9]?") || Integer.parseInt(top) > MOST_BARS) {
      given.wrong("top", "a number from 1 to " + MOST_BARS);
    }
    given.end();
    int bars = Integer.parseInt(top);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var outlook = outlooks.of(filters.query(of, today), filters.state(), bars);
    var behind =
        Search.of(filters.texts(), skill == null ? List.of() : List.of(skill))
            .with(Map.of("badge", badge.id().toString()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(json(badge, skill, outlook, new Figures(behind, bars)));
  }

  private OutlookJson json(
      Held.Badge badge, @Nullable String skill, Outlook outlook, Figures figures) {
    return new OutlookJson(
        badge.id(),
        skill,
        badge.off(),
        badge.skills().stream()
            .sorted()
            .map(s -> new OutlookJson.OfSkill(s, name(s), addresses.insights(badge.id(), s)))
            .toList(),
        outlook.figures().openings(),
        addresses.jobs(figures.behind()),
        outlook.figures().pay().stream().limit(figures.top()).map(figures::pay).toList(),
        figures.counts(outlook.bars(Facet.EMPLOYER), "employer", search::employers),
        figures.counts(outlook.bars(Facet.TITLE), "title", search::titles),
        outlook.bars(Facet.PLACE).stream().limit(figures.top()).map(figures::place).toList(),
        figures.skills(outlook.bars(Facet.SKILL)),
        OutlookJson.Trend.of(outlook),
        outlook.newest().stream().map(addresses::listed).toList(),
        outlook.official().stream().map(OutlookJson.Official::of).toList(),
        outlook.sources().stream().flatMap(s -> Stream.ofNullable(JobJson.From.of(s))).toList());
  }

  private String name(String skill) {
    return table.find(skill).map(Skill::name).orElse(skill);
  }

  /** Writes figures, each with the search that finds what it counts. */
  private final class Figures {
    private final Search behind;
    private final int top;

    Figures(Search behind, int top) {
      this.behind = behind;
      this.top = top;
    }

    Search behind() {
      return behind;
    }

    int top() {
      return top;
    }

    List<OutlookJson.Count> counts(
        List<Bar> bars, String name, Function<List<String>, Map<String, String>> labels) {
      var shown = bars.stream().limit(top).toList();
      var written = labels.apply(shown.stream().map(Bar::key).toList());
      return shown.stream()
          .map(bar ->
              new OutlookJson.Count(
                  bar.key(),
                  written.getOrDefault(bar.key(), bar.key()),
                  bar.count(),
                  addresses.jobs(behind.with(Map.of(name, bar.key())))))
          .toList();
    }

    List<OutlookJson.Count> skills(List<Bar> bars) {
      return bars.stream()
          .limit(top)
          .map(bar ->
              new OutlookJson.Count(
                  bar.key(),
                  name(bar.key()),
                  bar.count(),
                  addresses.jobs(behind.with(Map.of("also", bar.key())))))
          .toList();
    }

    OutlookJson.PlaceCount place(Bar bar) {
      var place = Place.unpacked(bar.key());
      var where =
          Map.of("country", place.country(), "region", place.region(), "city", place.city());
      return new OutlookJson.PlaceCount(
          JobJson.Where.of(place), bar.count(), addresses.jobs(behind.with(where)));
    }

    OutlookJson.Pay pay(PayFigures figures) {
      return new OutlookJson.Pay(
          figures.currency(),
          figures.n(),
          OutlookJson.Pay.percentiles(figures),
          figures.bands().stream().map(band -> band(figures.currency(), band)).toList());
    }

    private OutlookJson.Band band(String currency, PayFigures.Band band) {
      var range = new PayRange(currency, band.from(), band.to());
      return new OutlookJson.Band(
          band.from(),
          band.to() == Long.MAX_VALUE ? null : band.to(),
          band.count(),
          addresses.jobs(behind.with(Map.of("pay", range.toString()))));
    }
  }
}
