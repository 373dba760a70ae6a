package org.insignia.server.transcripts.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.insignia.server.transcripts.record.UnderWay.Outlook;

/** Tells what is under way in one organisation. */
final class Begun {
  static final Comparator<UnderWay> ORDER =
      Comparator.comparing(UnderWay::outlook)
          .thenComparing(one -> one.needed() - one.passed())
          .thenComparing(UnderWay::title);

  private final Names names;
  private final MissingParts missing;
  private final LocalDate today;

  Begun(Names names, MissingParts missing, LocalDate today) {
    this.names = names;
    this.missing = missing;
    this.today = today;
  }

  List<UnderWay> of(List<Explanation> begun) {
    return begun.stream().flatMap(explanation -> one(explanation).stream()).toList();
  }

  private Optional<UnderWay> one(Explanation explanation) {
    Node tree = explanation.tree();
    Outcome outcome = explanation.outcome();
    if (tree == null || outcome != Outcome.MISSING && outcome != Outcome.COMPLETED_TOO_LATE) {
      return Optional.empty();
    }
    Node named = names.named(tree);
    Progress progress = Progress.of(tree);
    Outlook outlook = outlook(explanation, tree);
    if (outlook == Outlook.ENDED && progress.passed() == 0) {
      return Optional.empty(); // nothing of it was passed, and nothing of it can be
    }
    return Optional.of(
        new UnderWay(
            names.organisation().id(),
            names.organisation().name(),
            explanation.uid(),
            names.certification(explanation.uid()),
            outlook,
            progress.passed(),
            progress.needed(),
            missing.of(named),
            explanation.lastDay(),
            named));
  }

  private Outlook outlook(Explanation explanation, Node tree) {
    if (explanation.outcome() == Outcome.COMPLETED_TOO_LATE) {
      return Outlook.COMPLETED_TOO_LATE;
    }
    LocalDate lastDay = explanation.lastDay();
    boolean over = lastDay != null && lastDay.isBefore(today);
    return over || !Progress.isPossible(tree, today) ? Outlook.ENDED : Outlook.OPEN;
  }
}
