package org.insignia.server.eligibility.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.eligibility.Eligibility;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.eligibility.web.ExplainPage.Choice;
import org.insignia.server.eligibility.web.ExplainPage.Held;
import org.insignia.server.eligibility.web.ExplainPage.Person;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.DossierResults;
import org.insignia.server.results.Results;
import org.springframework.stereotype.Component;

/** Finds whom and what a question is about, and the answer. */
@Component
final class ExplainView {
  private final Results results;
  private final Catalog catalog;
  private final Achievements achievements;
  private final Awards awards;
  private final Eligibility eligibility;

  ExplainView(
      Results results,
      Catalog catalog,
      Achievements achievements,
      Awards awards,
      Eligibility eligibility) {
    this.results = results;
    this.catalog = catalog;
    this.achievements = achievements;
    this.awards = awards;
    this.eligibility = eligibility;
  }

  ExplainPage of(Organisation organisation, String who, String what) {
    CatalogVersion version = catalog.current(organisation.id());
    Map<DossierId, List<CandidateView>> people = people(organisation, who);
    boolean clear = people.size() == 1;
    List<Held> held = new ArrayList<>();
    Optional<Explanation> answer = Optional.empty();
    if (clear) {
      DossierId dossier = people.keySet().iterator().next();
      awards.of(dossier).forEach(award -> held.add(held(award, organisation, dossier)));
      if (!what.isEmpty()) {
        answer = Optional.of(eligibility.explain(dossier, organisation.id(), what));
      }
    }
    return new ExplainPage(
        organisation.slug(),
        organisation.name(),
        who,
        what,
        !who.isEmpty() && people.isEmpty() ? "eligibility.explain.nobody" : "",
        version.certifications().stream().map(c -> new Choice(c.uid(), c.title())).toList(),
        version.exams().stream().map(e -> new Choice(e.uid(), e.label())).toList(),
        people.entrySet().stream()
            .map(person -> person(organisation, person.getKey(), person.getValue(), what))
            .toList(),
        held,
        answer.orElse(null));
  }

  /** By mailbox, or by the dossier's own id, which links here carry. */
  private Map<DossierId, List<CandidateView>> people(Organisation organisation, String who) {
    List<CandidateView> candidates =
        dossier(who)
            .map(dossier -> ours(organisation, dossier))
            .or(() -> EmailAddress.parse(who).map(m -> results.candidates(organisation.id(), m)))
            .orElse(List.of());
    Map<DossierId, List<CandidateView>> people = new LinkedHashMap<>();
    candidates.forEach(candidate ->
        people.computeIfAbsent(candidate.dossier(), _ -> new ArrayList<>()).add(candidate));
    return people;
  }

  private List<CandidateView> ours(Organisation organisation, DossierId dossier) {
    boolean ours =
        results.of(List.of(dossier)).stream()
            .map(DossierResults::organisation)
            .anyMatch(organisation.id()::equals);
    return ours ? results.candidates(dossier) : List.of();
  }

  private static Optional<DossierId> dossier(String text) {
    try {
      return Optional.of(new DossierId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Person person(
      Organisation organisation, DossierId dossier, List<CandidateView> records, String what) {
    return new Person(
        path(organisation, dossier, what),
        records.getFirst().name(),
        records.stream()
            .map(candidate ->
                candidate.provider().title()
                    + " "
                    + candidate.number()
                    + candidate.email().map(mailbox -> " · " + mailbox.value()).orElse(""))
            .toList());
  }

  private Held held(Award award, Organisation organisation, DossierId dossier) {
    Achievement achievement = achievements.get(award.achievement());
    return new Held(
        path(organisation, dossier, achievement.sourceUid()),
        achievement.name(),
        award.state() == Award.State.GIVEN,
        award.earnedAt(),
        award.validUntil(),
        "eligibility.cause." + award.cause().name(),
        award.catalogueNumber());
  }

  private static String path(Organisation organisation, DossierId dossier, String what) {
    return "/console/"
        + organisation.slug()
        + "/explain?who="
        + dossier.value()
        + "&what="
        + URLEncoder.encode(what, StandardCharsets.UTF_8);
  }
}
