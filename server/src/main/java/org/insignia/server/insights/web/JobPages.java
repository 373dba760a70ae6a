package org.insignia.server.insights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.market.Held;
import org.insignia.server.insights.market.JobOffer;
import org.insignia.server.insights.market.JobOffers;
import org.insignia.server.insights.market.Source;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.web.InsightsPage.Choice;
import org.insignia.server.insights.web.JobsPage.Narrowed;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search among open postings, one posting, and the way to its employer. */
@Controller
class JobPages {
  private static final int A_PAGE = 20;
  private static final int LAST_PAGE = 50;
  private static final String PATH = "/home/jobs";

  private final Held held;
  private final SkillTable table;
  private final JobSearch search;
  private final JobOffers offers;
  private final Clock clock;

  JobPages(Held held, SkillTable table, JobSearch search, JobOffers offers, Clock clock) {
    this.held = held;
    this.table = table;
    this.search = search;
    this.offers = offers;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView jobs(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      Shell shell) {
    return Reader.in(shell)
        .map(person -> View.of("insights/jobs", page(person, Asked.in(parameters), shell)))
        .orElseGet(() -> Reader.signInFirst(PATH, request, shell));
  }

  private JobsPage page(PersonId person, Asked asked, Shell shell) {
    var badge = asked.get("badge");
    var from = badge.isEmpty() ? null : held.badge(person, UUID.fromString(badge));
    var skills = asked.skills();
    var wanted = held.wanted(person, asked.badge(), skills);
    var query = asked.query(wanted, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    long openings = search.count(query);
    int number = Math.min(asked.page(), LAST_PAGE);
    var found = search.newest(query, (number - 1) * A_PAGE, A_PAGE);
    boolean hasLater = number < LAST_PAGE && openings > (long) number * A_PAGE;
    return new JobsPage(
        asked,
        from == null
            ? ""
            : asked
                .without("badge", "skill", "also", "employer", "title", "pay", "q", "where", "page")
                .at("/home/badges/" + from.id() + "/insights"),
        from == null ? "" : from.achievement().words(shell.language()).name(),
        Wording.countries(asked.get("country"), shell),
        skillChoices(skills),
        narrowed(asked, shell),
        openings,
        found.stream().map(job -> Wording.row(job, badge, shell)).toList(),
        number == 1 ? "" : shell.link(at(asked, number - 1)),
        hasLater ? shell.link(at(asked, number + 1)) : "");
  }

  private static String at(Asked asked, int page) {
    return asked.with("page", page == 1 ? "" : Integer.toString(page)).at(PATH);
  }

  private List<Choice> skillChoices(Set<String> chosen) {
    return table.all().stream()
        .sorted(Comparator.comparing(skill -> skill.name().toLowerCase(Locale.ROOT)))
        .map(skill -> new Choice(skill.id(), skill.name(), chosen.contains(skill.id())))
        .toList();
  }

  private List<Narrowed> narrowed(Asked asked, Shell shell) {
    List<Narrowed> all = new ArrayList<>();
    var employer = asked.get("employer");
    if (!employer.isEmpty()) {
      add(
          all,
          search.employers(List.of(employer)).getOrDefault(employer, employer),
          asked,
          shell,
          "employer");
    }
    var title = asked.get("title");
    if (!title.isEmpty()) {
      add(all, search.titles(List.of(title)).getOrDefault(title, title), asked, shell, "title");
    }
    var pay = asked.pay();
    if (pay != null) {
      add(all, Wording.band(pay, shell), asked, shell, "pay");
    }
    var also = asked.get("also");
    table.find(also).ifPresent(skill -> add(all, skill.name(), asked, shell, "also"));
    if (!asked.get("city").isEmpty() || !asked.get("region").isEmpty()) {
      var place = new Place("", asked.get("region"), asked.get("city"));
      add(all, Wording.place(place, shell), asked, shell, "city", "region");
    }
    return all;
  }

  private static void add(
      List<Narrowed> all, String label, Asked asked, Shell shell, String... names) {
    all.add(new Narrowed(label, shell.link(asked.without(names).without("page").at(PATH))));
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView posting(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String badge,
      HttpServletRequest request,
      Shell shell) {
    return Reader.in(shell)
        .map(person ->
            View.of("insights/posting", page(offers.get(id), badgeOf(person, badge), shell)))
        .orElseGet(() -> Reader.signInFirst(PATH + "/" + id, request, shell));
  }

  /** The badge it was reached from, where that is the reader's own. */
  private String badgeOf(PersonId person, String badge) {
    if (!badge.matches("[0-9a-f-]{36}")) {
      return "";
    }
    return held.badge(person, UUID.fromString(badge)).id().toString();
  }

  private static PostingPage page(JobOffer offer, String badge, Shell shell) {
    var known = offer.known();
    var posting = known.posting();
    var until = posting.validThrough();
    var source = Optional.ofNullable(offer.source());
    var confirmed = source.map(Source::confirmed).orElse(null);
    var with = badge.isEmpty() ? "" : "?badge=" + badge;
    return new PostingPage(
        posting.title(),
        posting.employer(),
        Wording.where(posting, shell),
        Wording.pay(posting, shell),
        posting.seniority() == Seniority.UNSTATED ? "" : "jobs.seniority." + posting.seniority(),
        posting.employmentType(),
        shell.date(known.appearedAt()),
        until == null ? "" : shell.date(until),
        posting.language().isEmpty() ? null : posting.language(),
        offer.skills().stream().map(Skill::name).toList(),
        posting.description().lines().filter(Predicate.not(String::isBlank)).toList(),
        source.map(Source::name).orElse(""),
        source.map(Source::attribution).orElse(""),
        confirmed == null ? "" : shell.date(confirmed),
        known.closedAt() == null
            ? shell.link(PATH + "/" + known.id().value() + "/apply" + with)
            : "",
        shell.link(badge.isEmpty() ? PATH : PATH + "?badge=" + badge));
  }

  @GetMapping(PATH + "/{id}/apply")
  ModelAndView leave(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String badge,
      HttpServletRequest request,
      Shell shell) {
    return Reader.in(shell)
        .map(person ->
            View.of("insights/leave", leave(offers.get(id), badgeOf(person, badge), shell)))
        .orElseGet(() -> Reader.signInFirst(PATH + "/" + id, request, shell));
  }

  private static LeavePage leave(JobOffer offer, String badge, Shell shell) {
    var posting = offer.known().posting();
    var with = badge.isEmpty() ? "" : "?badge=" + badge;
    return new LeavePage(
        posting.title(),
        posting.employer(),
        offer.host(),
        offer.apply(),
        shell.link(PATH + "/" + offer.known().id().value() + with));
  }
}
