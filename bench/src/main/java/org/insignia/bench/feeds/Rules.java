package org.insignia.bench.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The programme's rules as the product text states them, written down a second time and by other
 * means than the server's: it walks through a person's passes in time and asks after each one what
 * is held now.
 */
final class Rules {
  private final Programme programme;
  private final Set<String> examsWithBadge = new HashSet<>();

  Rules(Programme programme) {
    this.programme = programme;
    Set<String> needed = new HashSet<>();
    for (var certification : programme.certifications().values()) {
      if (certification.legacy()) {
        continue;
      }
      if (certification.requires() != null) {
        needed.addAll(Programme.examsIn(certification.requires()));
      } else if (certification.exams().size() + certification.prerequisites() > 1) {
        needed.addAll(certification.exams());
      }
    }
    for (var exam : needed) {
      if (programme.exams().containsKey(exam)
          && heldWith(Set.of(exam)).stream().noneMatch(this::givesBadge)) {
        examsWithBadge.add(exam);
      }
    }
  }

  /** A pass that counts. */
  record Passed(String exam, Instant at) {}

  /**
   * What somebody has earned, with the moment of each.
   *
   * @param passes in any order; those after an exam's last day are left out here
   */
  Map<String, Instant> earned(List<Passed> passes) {
    Map<String, Instant> earned = new TreeMap<>();
    Set<String> exams = new HashSet<>();
    Set<String> before = new HashSet<>();
    for (var pass :
        passes.stream().filter(this::isInTime).sorted(Comparator.comparing(Passed::at)).toList()) {
      exams.add(pass.exam());
      if (examsWithBadge.contains(pass.exam())) {
        earned.putIfAbsent(pass.exam(), pass.at());
      }
      var now = heldWith(exams);
      for (var certification : now) {
        if (!before.contains(certification) && givesBadge(certification)) {
          earned.putIfAbsent(certification, pass.at());
        }
      }
      before.addAll(now);
    }
    return earned;
  }

  boolean givesBadge(String uid) {
    var certification = programme.certifications().get(uid);
    return certification == null ? examsWithBadge.contains(uid) : !certification.legacy();
  }

  private boolean isInTime(Passed pass) {
    var exam = programme.exams().get(pass.exam());
    LocalDate last = exam == null ? null : exam.lastDay();
    return exam != null
        && (last == null || !LocalDate.ofInstant(pass.at(), ZoneOffset.UTC).isAfter(last));
  }

  /** All certifications that these exams give, found by asking again until nothing is added. */
  private Set<String> heldWith(Set<String> exams) {
    Set<String> held = new HashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var certification : programme.certifications().values()) {
        if (!held.contains(certification.uid()) && meets(certification.requires(), exams, held)) {
          held.add(certification.uid());
          grew = true;
        }
      }
    }
    return held;
  }

  private static boolean meets(@Nullable Tree tree, Set<String> exams, Set<String> held) {
    return switch (tree) {
      case null -> false;
      case Tree.Pass(String exam) -> exams.contains(exam);
      case Tree.Hold(String certification) -> held.contains(certification);
      case Tree.Some(int k, List<Tree> of) ->
          of.stream().filter(part -> meets(part, exams, held)).count() >= k;
    };
  }
}
