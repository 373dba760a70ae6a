package org.insignia.server.transcripts.record;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.issuing.Credential;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.TakenExam;
import org.insignia.server.transcripts.record.Attempt.Badge;
import org.insignia.server.transcripts.record.Attempt.Result;

/** The sittings of one person in one organisation, of whatever provider, and what they gave. */
final class Sittings {
  private static final Comparator<TakenExam> OLDEST_FIRST =
      Comparator.comparing(TakenExam::takenAt).thenComparing(exam -> exam.id().value());

  private final Facts facts;
  private final Names names;
  private final List<TakenExam> exams;

  /** Result of the first pass that counts, by uid of the exam. */
  private final Map<String, ResultId> firstPasses = new HashMap<>();

  Sittings(Facts facts, Names names, List<TakenExam> exams) {
    this.facts = facts;
    this.names = names;
    this.exams = exams.stream().sorted(OLDEST_FIRST.reversed()).toList();
    exams.stream()
        .sorted(OLDEST_FIRST)
        .filter(TakenExam::counts)
        .forEach(exam -> firstPasses.putIfAbsent(uid(exam), exam.id()));
  }

  List<PassedExam> passed() {
    return exams.stream()
        .filter(this::isFirstPass)
        .map(exam ->
            new PassedExam(
                "exam." + exam.id().value(),
                names.organisation().id(),
                names.organisation().name(),
                uid(exam),
                names.code(uid(exam), exam.examCode()),
                names.exam(uid(exam)),
                exam.takenAt()))
        .toList();
  }

  List<Attempt> attempts() {
    return exams.stream().map(this::attempt).toList();
  }

  private Attempt attempt(TakenExam exam) {
    String uid = uid(exam);
    Optional<Credential> own = credential(uid);
    Badge badge = badge(exam, own);
    List<String> instead = isFirstPass(exam) ? certifications(uid) : List.of();
    Optional<Credential> shown =
        switch (badge) {
          case ACCEPTED, WAITING -> own;
          case CERTIFICATION_INSTEAD -> insteadOf(uid);
          default -> Optional.empty();
        };
    return new Attempt(
        names.organisation().id(),
        names.organisation().name(),
        uid,
        names.code(uid, exam.examCode()),
        names.exam(uid),
        exam.provider().title(),
        exam.takenAt(),
        result(exam),
        exam.score(),
        exam.passingScore(),
        badge,
        instead,
        shown.map(Credential::id).orElse(null));
  }

  private Badge badge(TakenExam exam, Optional<Credential> own) {
    if (!exam.counts()) {
      return Badge.NOT_PASSED;
    }
    if (!isFirstPass(exam)) {
      return Badge.PASSED_BEFORE;
    }
    if (own.isPresent()) {
      return facts.isAccepted(own.get()) ? Badge.ACCEPTED : Badge.WAITING;
    }
    return names
        .catalog()
        .exam(exam.examUid())
        .map(known -> isLate(exam, known) ? Badge.AFTER_RETIREMENT : badge(known))
        .orElse(Badge.UNKNOWN_EXAM);
  }

  private Badge badge(Exam exam) {
    return switch (names.catalog().badge(exam)) {
      case ExamBadge.Given _ -> Badge.COMING;
      case ExamBadge.CertificationInstead _ -> Badge.CERTIFICATION_INSTEAD;
      case ExamBadge.None none ->
          switch (none.why()) {
            case LEGACY -> Badge.LEGACY;
            case NOT_NEEDED -> Badge.NOT_NEEDED;
            case RULE -> Badge.NO_EXAM_BADGES;
          };
    };
  }

  private boolean isLate(TakenExam taken, Exam exam) {
    LocalDate last = exam.retirement();
    return last != null
        && names.catalog().rules().lateResults() == Rules.LateResults.DO_NOT_COUNT
        && LocalDate.ofInstant(taken.takenAt(), ZoneOffset.UTC).isAfter(last);
  }

  private static Result result(TakenExam exam) {
    return switch (exam.standing()) {
      case HELD -> Result.HELD;
      case PENDING -> Result.PENDING;
      case REVOKED -> Result.REVOKED;
      case DROPPED -> Result.DROPPED;
      case FINAL ->
          switch (exam.outcome()) {
            case PASSED -> Result.PASSED;
            case FAILED -> Result.FAILED;
            case NO_SHOW -> Result.NO_SHOW;
            case NDA_REFUSED -> Result.NDA_REFUSED;
            case UNKNOWN -> Result.NO_RESULT;
          };
    };
  }

  private List<String> certifications(String uid) {
    return insteadUids(uid).stream().map(names::certification).toList();
  }

  private List<String> insteadUids(String uid) {
    return names
        .catalog()
        .exam(uid)
        .map(exam -> NameBook.gives(names.catalog(), exam))
        .orElse(List.of());
  }

  private Optional<Credential> insteadOf(String uid) {
    return insteadUids(uid).stream().flatMap(other -> credential(other).stream()).findFirst();
  }

  /** The badge that is in force, or may be again, of an exam or certification. */
  private Optional<Credential> credential(String uid) {
    return facts.credentials().values().stream()
        .filter(credential ->
            credential.state() == Credential.State.ISSUED
                || credential.state() == Credential.State.SUSPENDED)
        .filter(credential -> credential.organisation().equals(names.organisation().id()))
        .filter(credential ->
            names
                .catalog()
                .uid(facts.achievement(credential.achievement()).sourceUid())
                .equals(uid))
        .findFirst();
  }

  private boolean isFirstPass(TakenExam exam) {
    return exam.id().equals(firstPasses.get(uid(exam)));
  }

  private String uid(TakenExam exam) {
    return names.catalog().uid(exam.examUid());
  }
}
