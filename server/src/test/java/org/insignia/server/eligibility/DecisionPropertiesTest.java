package org.insignia.server.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.junit.jupiter.api.Test;

class DecisionPropertiesTest {
  private static final int CASES = 4_000;

  @Test
  void agrees_with_brute_force() {
    int[] awards = {0};
    each((catalog, results) -> {
      TreeMap<String, Instant> decided = decided(catalog, results);
      assertThat(decided).isEqualTo(new Oracle(catalog, results).awards());
      awards[0] += decided.size();
    });
    assertThat(awards[0]).as("the cases are not all empty").isGreaterThan(CASES);
  }

  @Test
  void the_order_of_results_does_not_matter() {
    each((catalog, results) -> {
      List<Taken> shuffled = new ArrayList<>(results);
      Collections.shuffle(shuffled, new Random(results.hashCode()));
      assertThat(Decision.of(catalog, shuffled).awards())
          .isEqualTo(Decision.of(catalog, results).awards());
    });
  }

  @Test
  void duplicates_do_not_matter() {
    each((catalog, results) -> {
      List<Taken> doubled = new ArrayList<>(results);
      doubled.addAll(results);
      assertThat(Decision.of(catalog, doubled).awards())
          .isEqualTo(Decision.of(catalog, results).awards());
    });
  }

  @Test
  void removing_a_result_never_adds_an_award_nor_makes_one_earlier() {
    each((catalog, results) -> {
      TreeMap<String, Instant> all = decided(catalog, results);
      for (int i = 0; i < results.size(); i++) {
        List<Taken> fewer = new ArrayList<>(results);
        fewer.remove(i);
        decided(catalog, fewer)
            .forEach((uid, at) -> {
              assertThat(all).containsKey(uid);
              assertThat(at).isAfterOrEqualTo(all.get(uid));
            });
      }
    });
  }

  @Test
  void the_results_named_as_reason_are_enough_by_themselves() {
    each((catalog, results) -> {
      for (Earned earned : Decision.of(catalog, results).awards()) {
        List<Taken> because =
            results.stream().filter(taken -> earned.because().contains(taken.id())).toList();
        assertThat(Decision.of(catalog, because).award(earned.uid()))
            .map(Earned::earnedAt)
            .contains(earned.earnedAt());
      }
    });
  }

  @Test
  void the_explanation_says_what_the_decision_does() {
    each((catalog, results) -> {
      Decision decision = Decision.of(catalog, results);
      List<String> uids = new ArrayList<>();
      catalog.exams().forEach(exam -> uids.add(exam.uid()));
      catalog.certifications().forEach(c -> uids.add(c.uid()));
      for (String uid : uids) {
        Explanation explanation = decision.explain(uid);
        assertThat(explanation.outcome() == Outcome.EARNED)
            .isEqualTo(decision.award(uid).isPresent());
        if (explanation.outcome() == Outcome.MISSING) {
          assertThat(explanation.tree()).isNotNull().matches(tree -> !tree.holds());
        }
      }
    });
  }

  private static TreeMap<String, Instant> decided(CatalogVersion catalog, List<Taken> results) {
    TreeMap<String, Instant> decided = new TreeMap<>();
    Decision.of(catalog, results)
        .awards()
        .forEach(earned -> decided.put(earned.uid(), earned.earnedAt()));
    return decided;
  }

  private static void each(BiConsumer<CatalogVersion, List<Taken>> check) {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCatalogue random = new RandomCatalogue(seed);
      CatalogVersion catalog = random.catalogue();
      List<Taken> results = random.results();
      try {
        check.accept(catalog, results);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + results, e);
      }
    }
  }
}
