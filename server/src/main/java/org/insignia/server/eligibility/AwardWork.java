package org.insignia.server.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.eligibility.AwardPlan.Case;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.DossierResults;
import org.insignia.server.results.Results;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes people whose results changed, decides, and writes their awards, some hundred at once. */
@Component
final class AwardWork {
  private static final int PEOPLE = 500;

  private final Results results;
  private final Catalog catalog;
  private final Achievements achievements;
  private final AwardStore store;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  AwardWork(
      Results results,
      Catalog catalog,
      Achievements achievements,
      AwardStore store,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.results = results;
    this.catalog = catalog;
    this.achievements = achievements;
    this.store = store;
    this.transaction = transaction;
    this.events = events;
  }

  /** One transaction; whether there was anybody. */
  boolean once() {
    return Boolean.TRUE.equals(transaction.execute(_ -> decide()));
  }

  private boolean decide() {
    List<DossierId> people = results.takeChanged(PEOPLE);
    if (people.isEmpty()) {
      return false;
    }
    store.lock(people);
    Map<DossierId, List<Award>> existing = new HashMap<>();
    store.of(people).stream()
        .filter(award -> !award.isByHand())
        .forEach(
            award -> existing.computeIfAbsent(award.dossier(), _ -> new ArrayList<>()).add(award));
    Map<OrganisationId, DecidedCases> byOrganisation = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    for (DossierResults person : results.of(people)) {
      cases.add(
          byOrganisation
              .computeIfAbsent(
                  person.organisation(), id -> new DecidedCases(catalog, achievements, id))
              .decide(person, existing.getOrDefault(person.dossier(), List.of())));
    }
    write(plan(cases, existing));
    return true;
  }

  private AwardPlan plan(List<Case> cases, Map<DossierId, List<Award>> existing) {
    Map<UUID, List<Award>> resting = store.resting(DecidedCases.reasons(cases));
    // An award may move here from somebody who is not in this batch: nobody else may decide on
    // them.
    Set<DossierId> others = new HashSet<>();
    resting.values().forEach(awards -> awards.forEach(award -> others.add(award.dossier())));
    others.removeAll(existing.keySet());
    if (!others.isEmpty()) {
      store.lock(others);
    }
    AwardPlan plan = new AwardPlan();
    Map<UUID, Case> ordered = new TreeMap<>();
    cases.forEach(person -> ordered.put(person.dossier().value(), person));
    ordered
        .values()
        .forEach(person ->
            plan.add(person, existing.getOrDefault(person.dossier(), List.of()), resting));
    return plan.finish();
  }

  private void write(AwardPlan plan) {
    if (!plan.updates().isEmpty()) {
      store.update(plan.updates());
    }
    if (!plan.inserts().isEmpty()) {
      store.insert(plan.inserts());
    }
    if (!plan.news().isEmpty()) {
      store.due(plan.news());
      events.publishEvent(new Awards.News());
    }
  }
}
