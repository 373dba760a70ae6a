package org.insignia.server.insights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.alert.SavedSearch;
import org.insignia.server.insights.alert.SavedSearches;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.market.Held;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Searches that somebody keeps, with or without mails about new postings. */
@Controller
class SavedPages {
  private static final String PATH = "/home/jobs/searches";

  private final SavedSearches searches;
  private final JobSearch search;
  private final Held held;

  SavedPages(SavedSearches searches, JobSearch search, Held held) {
    this.searches = searches;
    this.search = search;
    this.held = held;
  }

  @GetMapping(PATH)
  ModelAndView kept(HttpServletRequest request, Shell shell) {
    return Reader.in(shell)
        .map(person -> View.of("insights/saved", page(person, shell)))
        .orElseGet(() -> Reader.signInFirst(PATH, request, shell));
  }

  private SavedPage page(PersonId person, Shell shell) {
    return new SavedPage(
        searches.kept(person).stream()
            .map(kept ->
                new SavedPage.Row(
                    kept.id(),
                    kept.name().isEmpty() ? shell.t("jobs.saved.unnamed") : kept.name(),
                    shell.link(asked(kept).at("/home/jobs")),
                    search.count(kept.query()),
                    kept.mails()))
            .toList());
  }

  private static Asked asked(SavedSearch kept) {
    var parameters = new LinkedMultiValueMap<String, String>();
    var query = kept.query();
    parameters.add("q", query.words());
    parameters.put("skill", new ArrayList<>(query.skills()));
    parameters.add("also", query.also());
    parameters.add("country", query.place().country());
    parameters.add("region", query.place().region());
    parameters.add("city", query.place().city());
    parameters.add("remote", query.remote() ? "yes" : "");
    parameters.add("seniority", Objects.toString(query.seniority(), ""));
    parameters.add("employer", query.employer());
    parameters.add("title", query.title());
    parameters.add("pay", Objects.toString(query.pay(), ""));
    return Asked.in(parameters);
  }

  @PostMapping(PATH)
  ModelAndView keep(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "") String name,
      Shell shell) {
    var person = me(shell);
    var asked = Asked.in(parameters);
    var skills = held.wanted(person, asked.badge(), asked.skills());
    searches.keep(person, name, asked.query(skills, LocalDate.EPOCH));
    return SeeOther.at(shell.link(PATH));
  }

  @PostMapping(PATH + "/{id}/mails")
  ModelAndView mails(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String wanted, Shell shell) {
    searches.mails(me(shell), id, wanted.equals("yes"));
    return SeeOther.at(shell.link(PATH));
  }

  @PostMapping(PATH + "/{id}/drop")
  ModelAndView drop(@PathVariable UUID id, Shell shell) {
    searches.drop(me(shell), id);
    return SeeOther.at(shell.link(PATH));
  }

  private static PersonId me(Shell shell) {
    return Reader.in(shell).orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }
}
