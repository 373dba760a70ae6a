package org.insignia.server.results.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.CandidateId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares candidates of whom something was learnt with those who are like them, and proposes
 * merges. It never merges.
 */
@Component
public class ProposalSearch implements Worker.Step {
  private static final int CANDIDATES = 500;

  private final LikenessStore store;
  private final MergeStore merges;
  private final Catalog catalog;
  private final TransactionTemplate transaction;

  ProposalSearch(
      LikenessStore store, MergeStore merges, Catalog catalog, TransactionTemplate transaction) {
    this.store = store;
    this.merges = merges;
    this.catalog = catalog;
    this.transaction = transaction;
  }

  @Override
  public boolean once() {
    return Boolean.TRUE.equals(transaction.execute(t -> search()));
  }

  private boolean search() {
    var due = store.takeDue(CANDIDATES);
    if (due.isEmpty()) {
      return false;
    }
    var pairs = store.pairs(due);
    var people =
        pairs.stream().flatMap(p -> Stream.of(p.one(), p.other())).collect(Collectors.toSet());
    var sides = store.sides(people);
    Map<OrganisationId, CatalogVersion> catalogs = new HashMap<>();
    for (var pair : pairs) {
      var version = catalogs.computeIfAbsent(pair.organisation(), catalog::current);
      compare(pair, sides, version);
    }
    return true;
  }

  private void compare(
      LikenessStore.Pair pair, Map<CandidateId, Likeness.Side> sides, CatalogVersion version) {
    var one = sides.get(pair.one());
    var other = sides.get(pair.other());
    if (one == null || other == null) {
      return;
    }
    var likeness = Likeness.of(one, other, sharedGoals(one.passed(), other.passed(), version));
    if (likeness.proposes()) {
      merges.propose(pair.organisation(), pair.one(), pair.other(), likeness.speaksFor());
    } else {
      merges.withdraw(pair.one(), pair.other());
    }
  }

  /** Titles of certifications for which each of the two passed something that the other did not. */
  private static Set<String> sharedGoals(
      Set<String> one, Set<String> other, CatalogVersion version) {
    return version.certifications().stream()
        .filter(c -> helps(c, one, other) && helps(c, other, one))
        .map(Certification::title)
        .collect(Collectors.toSet());
  }

  private static boolean helps(
      Certification certification, Collection<String> passed, Set<String> elsewhere) {
    var requires = certification.requires();
    return requires != null
        && requires.exams().anyMatch(e -> passed.contains(e) && !elsewhere.contains(e));
  }
}
