package org.insignia.server.results.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.feed.Field;
import org.insignia.server.results.feed.Layout;
import org.insignia.server.results.feed.ParsedRow;
import org.insignia.server.results.feed.ResultRow;
import org.insignia.server.results.feed.Status;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one chunk in their order, against what the tables knew before it. Holds no
 * database.
 */
final class ChunkJudge {
  private final CatalogVersion catalog;
  private final Layout layout;
  private final String file;
  private final Instant receivedAt;
  private final Map<CandidateState.Key, CandidateState> candidates = new HashMap<>();
  private final Map<UUID, CandidateState> candidatesById = new HashMap<>();
  private final Map<ResultState.Key, ResultState> results = new HashMap<>();
  private final Map<UUID, List<ResultState>> byCandidate = new HashMap<>();
  private final List<JudgedRow> judged = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final Set<UUID> changedCandidates = new HashSet<>();

  /**
   * @param file the name under which a later report will point to these rows
   * @param receivedAt when the file came, for rows that do not say when they were sent
   */
  ChunkJudge(CatalogVersion catalog, Layout layout, String file, Instant receivedAt) {
    this.catalog = catalog;
    this.layout = layout;
    this.file = file;
    this.receivedAt = receivedAt;
  }

  void knowCandidate(CandidateState candidate) {
    candidates.put(candidate.key, candidate);
    candidatesById.put(candidate.id, candidate);
  }

  void knowResult(ResultState result) {
    results.put(result.key, result);
    byCandidate.computeIfAbsent(result.candidate(), c -> new ArrayList<>()).add(result);
  }

  void judge(ParsedRow row) {
    judged.add(
        switch (row) {
          case ParsedRow.Refused r -> JudgedRow.refused(r);
          case ParsedRow.Candidate c -> candidate(c);
          case ParsedRow.Result r -> result(r);
        });
  }

  private JudgedRow candidate(ParsedRow.Candidate parsed) {
    var row = parsed.row();
    var told = row.told() == null ? receivedAt : row.told();
    var hint = new ParsedRow.Hint("", row.number(), "");
    var known = candidates.get(CandidateState.Key.of(row));
    if (known == null) {
      knowCandidate(CandidateState.fresh(row, told));
      return new JudgedRow(parsed.line(), Verdict.ACCEPTED, "", List.of(), hint);
    }
    boolean before = known.changed();
    var details = known.details();
    var notes = known.learn(row, told);
    boolean same = details.equals(known.details()) && before == known.changed();
    return same
        ? new JudgedRow(
            parsed.line(), Verdict.DUPLICATE, "", List.of(Finding.of("candidate-known")), hint)
        : new JudgedRow(parsed.line(), Verdict.ACCEPTED, "", notes, hint);
  }

  private JudgedRow result(ParsedRow.Result parsed) {
    var row = parsed.row();
    var hint = new ParsedRow.Hint(row.number(), row.candidate().number(), row.examCode());
    var exam = catalog.examByCode(row.examCode()).orElse(null);
    if (exam == null) {
      var why = Finding.of("unknown-exam", row.examCode());
      return new JudgedRow(
          parsed.line(), Verdict.REFUSED, layout.nameOf(Field.EXAM_CODE), List.of(why), hint);
    }
    var fingerprint = row.fingerprint();
    var known = results.get(ResultState.Key.of(row));
    if (known != null) {
      var place = known.placeOf(fingerprint);
      if (place != null) {
        var why = Finding.of("duplicate-of", place.file(), place.line());
        return new JudgedRow(parsed.line(), Verdict.DUPLICATE, "", List.of(why), hint);
      }
      var clash = clash(row, exam, known);
      if (clash != null) {
        return new JudgedRow(
            parsed.line(), Verdict.REFUSED, layout.nameOfResult(), List.of(clash), hint);
      }
    }
    return take(parsed, exam, known, fingerprint, hint);
  }

  /** One result id is one sitting of one person; only a correction may say otherwise. */
  private @Nullable Finding clash(ResultRow row, Exam exam, ResultState known) {
    if (row.status() == Status.CORRECTED) {
      return null;
    }
    var candidate = candidates.get(CandidateState.Key.of(row.candidate()));
    if (candidate == null || !candidate.id.equals(known.candidate())) {
      return Finding.of("result-of-another-candidate", row.number());
    }
    return known.examUid().equals(exam.uid())
        ? null
        : Finding.of("result-of-another-exam", known.examUid());
  }

  private JudgedRow take(
      ParsedRow.Result parsed,
      Exam exam,
      @Nullable ResultState known,
      UUID fingerprint,
      ParsedRow.Hint hint) {
    var row = parsed.row();
    var at = row.received() == null ? receivedAt : row.received();
    int rank = row.status().rank();
    var findings = new ArrayList<Finding>();
    var candidate = meet(row, at, findings);
    var assessment = Assessment.of(row, exam);
    boolean contradicts = known != null && contradicts(known, row, exam, assessment, at);
    boolean newest = known == null || !known.said().newerThan(at, rank);
    var standing = contradicts ? Standing.HELD : assessment.standing();
    var said = new ResultState.Said(at, rank, assessment.outcome(), standing);
    var reasons = new ArrayList<>(assessment.reasons());
    if (contradicts) {
      reasons.add(Finding.of("contradicts-earlier-row"));
    }
    var current = new ResultState.Current(row, exam.uid(), said, reasons);
    var state = newest ? become(known, candidate, current) : Objects.requireNonNull(known);
    state.heard(fingerprint, new ResultState.Place(file, parsed.line()));
    words.add(
        new Word(state.id, fingerprint, row.status(), assessment.outcome(), at, parsed.line()));
    findings.addAll(
        0,
        newest
            ? reasons
            : List.of(Finding.of("older-than-known", known == null ? at : known.said().at())));
    findings.addAll(parsed.notes());
    findings.addAll(assessment.notes());
    breach(state, exam, current).ifPresent(findings::add);
    boolean waits = newest && (standing == Standing.HELD || standing == Standing.PENDING);
    return new JudgedRow(
        parsed.line(), waits ? Verdict.HELD : Verdict.ACCEPTED, "", findings, hint);
  }

  /** Two rows of the same moment that do not agree on what happened: neither can be believed. */
  private static boolean contradicts(
      ResultState known, ResultRow row, Exam exam, Assessment assessment, Instant at) {
    if (!known.said().sameMoment(at, row.status().rank())
        || assessment.standing() != Standing.FINAL) {
      return false;
    }
    return known.said().standing() == Standing.HELD
        || known.said().outcome() != assessment.outcome()
        || !known.takenAt().equals(row.taken())
        || !known.examUid().equals(exam.uid());
  }

  private CandidateState meet(ResultRow row, Instant at, List<Finding> findings) {
    var candidate = candidates.get(CandidateState.Key.of(row.candidate()));
    if (candidate == null) {
      candidate = CandidateState.fresh(row.candidate(), at);
      knowCandidate(candidate);
    } else {
      findings.addAll(candidate.learn(row.candidate(), at));
    }
    if (candidate.details().email() == null) {
      findings.add(Finding.of("no-mailbox-known"));
    }
    return candidate;
  }

  private ResultState become(
      @Nullable ResultState known, CandidateState candidate, ResultState.Current current) {
    changedCandidates.add(candidate.id);
    if (known == null) {
      var fresh = ResultState.fresh(candidate.id, current);
      knowResult(fresh);
      return fresh;
    }
    if (!known.candidate().equals(candidate.id)) {
      changedCandidates.add(known.candidate());
      byCandidate.getOrDefault(known.candidate(), new ArrayList<>()).remove(known);
      byCandidate.computeIfAbsent(candidate.id, c -> new ArrayList<>()).add(known);
    }
    known.become(candidate.id, current);
    return known;
  }

  private Optional<Finding> breach(ResultState state, Exam exam, ResultState.Current current) {
    var outcome = current.said().outcome();
    if (outcome != Outcome.PASSED && outcome != Outcome.FAILED) {
      return Optional.empty();
    }
    var others =
        byCandidate.getOrDefault(state.candidate(), List.of()).stream()
            .filter(r -> r != state && r.examUid().equals(exam.uid()))
            .map(r -> new RetakeRule.Sitting(r.takenAt(), r.said().outcome(), r.said().standing()))
            .toList();
    return RetakeRule.of(exam.number()).breach(current.row().taken(), others);
  }

  List<JudgedRow> judged() {
    return judged;
  }

  Collection<CandidateState> candidates() {
    return candidates.values();
  }

  Stream<ResultState> resultsToWrite() {
    return results.values().stream().filter(r -> r.current() != null);
  }

  List<Word> words() {
    return words;
  }

  /**
   * Candidates of whom something is now otherwise: their results, or that they can be reached at
   * all.
   */
  Set<UUID> changedCandidates() {
    var all = new HashSet<>(changedCandidates);
    candidates.values().stream().filter(CandidateState::gotMailbox).forEach(c -> all.add(c.id));
    return all;
  }
}
