package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.eligibility.Explanation.Named;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Note;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.insignia.server.eligibility.Explanation.Reason;
import org.insignia.server.eligibility.Explanation.Shape;
import org.jspecify.annotations.Nullable;

/** Tells a decision as a tree, with a reason at each leaf. */
final class Explainer {
  private final CatalogVersion catalog;
  private final Decision decision;
  private final Judged judged;

  Explainer(CatalogVersion catalog, Decision decision, Judged judged) {
    this.catalog = catalog;
    this.decision = decision;
    this.judged = judged;
  }

  Explanation explain(String uid) {
    Optional<Exam> exam = catalog.exam(uid);
    if (exam.isPresent()) {
      return exam(exam.get());
    }
    return catalog
        .certification(uid)
        .map(this::certification)
        .orElseGet(
            () -> new Explanation(uid, uid, Outcome.UNKNOWN, null, null, null, List.of(), null));
  }

  private Explanation exam(Exam exam) {
    ExamBadge badge = catalog.badge(exam);
    Earned earned = decision.award(exam.uid()).orElse(null);
    Outcome outcome =
        switch (badge) {
          case ExamBadge.Given _ -> earned == null ? Outcome.MISSING : Outcome.EARNED;
          case ExamBadge.CertificationInstead _ -> Outcome.CERTIFICATION_INSTEAD;
          case ExamBadge.None none ->
              switch (none.why()) {
                case LEGACY -> Outcome.LEGACY;
                case NOT_NEEDED -> Outcome.NOT_NEEDED;
                case RULE -> Outcome.NO_EXAM_BADGES;
              };
        };
    List<String> related =
        switch (badge) {
          case ExamBadge.Given given -> given.certifications();
          case ExamBadge.CertificationInstead instead -> instead.certifications();
          case ExamBadge.None _ -> List.of();
        };
    return new Explanation(
        exam.uid(),
        exam.label(),
        outcome,
        earned == null ? null : earned.earnedAt(),
        null,
        exam.retirement(),
        named(related),
        node(new Requirement.ExamPassed(exam.uid())));
  }

  private Explanation certification(Certification certification) {
    Requirement requires = certification.requires();
    Node tree = requires == null ? null : node(requires);
    Earned earned = decision.award(certification.uid()).orElse(null);
    return new Explanation(
        certification.uid(),
        certification.title(),
        outcome(certification, tree, earned),
        earnedAt(certification, earned),
        earned == null ? null : earned.validUntil(),
        catalog.lastDay(certification).orElse(null),
        List.of(),
        tree);
  }

  /** A legacy certification that was completed gives no badge, but is held from that day. */
  private @Nullable Instant earnedAt(Certification certification, @Nullable Earned earned) {
    Completion held = decision.held(certification.uid());
    return earned != null ? earned.earnedAt() : held == null ? null : held.at();
  }

  private static Outcome outcome(
      Certification certification, @Nullable Node tree, @Nullable Earned earned) {
    if (certification.legacy()) {
      return Outcome.LEGACY;
    }
    if (tree == null) {
      return Outcome.UNDECIDED;
    }
    if (earned != null) {
      return Outcome.EARNED;
    }
    return tree.holds() ? Outcome.COMPLETED_TOO_LATE : Outcome.MISSING;
  }

  private List<Named> named(List<String> uids) {
    return uids.stream()
        .map(
            uid -> new Named(uid, catalog.certification(uid).map(Certification::title).orElse(uid)))
        .toList();
  }

  private Node node(Requirement requirement) {
    return switch (requirement) {
      case Requirement.ExamPassed passed -> examNode(passed.uid());
      case Requirement.CertificationHeld held -> certificationNode(held.uid());
      case Requirement.Combination combination -> combinationNode(combination);
    };
  }

  private Node examNode(String uid) {
    Exam exam = catalog.exam(uid).orElse(null);
    List<Note> notes = new ArrayList<>();
    Taken first = judged.passes(uid).stream().findFirst().orElse(null);
    for (Judged.Verdict verdict : judged.of(uid)) {
      Taken taken = verdict.taken();
      boolean again = verdict.reason() == Reason.PASSED && !taken.equals(first);
      notes.add(
          new Note(
              again ? Reason.PASSED_AGAIN : verdict.reason(),
              taken.id(),
              taken.takenAt(),
              exam == null ? null : exam.retirement()));
    }
    if (exam == null) {
      notes.add(note(Reason.UNKNOWN_ENTRY));
    } else if (notes.isEmpty()) {
      notes.add(note(Reason.NOT_TAKEN));
    }
    if (first == null && exam != null && exam.retirement() != null) {
      notes.add(new Note(Reason.RETIRED, null, null, exam.retirement()));
    }
    return new Node(
        Shape.EXAM,
        catalog.uid(uid),
        exam == null ? uid : exam.label(),
        first != null,
        1,
        first == null ? 0 : 1,
        first == null ? null : first.takenAt(),
        notes,
        List.of());
  }

  private Node certificationNode(String uid) {
    Certification certification = catalog.certification(uid).orElse(null);
    Completion completion = decision.held(uid);
    List<Note> notes = new ArrayList<>();
    List<Node> parts = List.of();
    if (certification == null) {
      notes.add(note(Reason.UNKNOWN_ENTRY));
    } else {
      Requirement requires = certification.requires();
      if (requires == null) {
        notes.add(note(Reason.UNDECIDED));
      } else {
        parts = List.of(node(requires));
      }
      if (certification.legacy()) {
        notes.add(note(Reason.LEGACY));
      }
    }
    return new Node(
        Shape.CERTIFICATION,
        catalog.uid(uid),
        certification == null ? uid : certification.title(),
        completion != null,
        1,
        completion == null ? 0 : 1,
        completion == null ? null : completion.at(),
        notes,
        parts);
  }

  private Node combinationNode(Requirement.Combination combination) {
    List<Node> parts = combination.of().stream().map(this::node).toList();
    int held = (int) parts.stream().filter(Node::holds).count();
    boolean holds = held >= combination.needed();
    return new Node(
        switch (combination.op()) {
          case ALL -> Shape.ALL;
          case ANY -> Shape.ANY;
          case AT_LEAST -> Shape.AT_LEAST;
        },
        "",
        "",
        holds,
        combination.needed(),
        held,
        null,
        List.of(),
        parts);
  }

  private static Note note(Reason reason) {
    return new Note(reason, null, null, null);
  }
}
