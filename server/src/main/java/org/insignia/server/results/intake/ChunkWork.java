package org.insignia.server.results.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.platform.jobs.RowSteps;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.feed.BlockStream;
import org.insignia.server.results.feed.ParsedRow;
import org.insignia.server.results.feed.RowParser;
import org.insignia.server.results.feed.RowReader;
import org.insignia.server.results.held.ResultsHeld;
import org.insignia.server.results.identity.Linking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the next rows of the oldest open file. Everything that a chunk changes, its report and the
 * place where the next one begins are written in one transaction: after a crash the work goes on
 * there, on any node.
 */
@Component
public class ChunkWork implements Worker.Step, RowSteps.Rows {
  /**
   * Rows of a chunk: large enough that statements and the commit are shared by many, small enough
   * to watch it move.
   */
  static final int ROWS = 1_000;

  /** Refused rows of one file that are kept one by one; more than that is no results file. */
  static final int KEPT_REFUSALS = 100_000;

  private final IntakeStore intakes;
  private final ChunkStore chunks;
  private final Catalog catalog;
  private final Linking linking;
  private final ApplicationEventPublisher events;
  private final RowSteps steps;
  private final Clock clock;

  ChunkWork(
      IntakeStore intakes,
      ChunkStore chunks,
      Catalog catalog,
      Linking linking,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.intakes = intakes;
    this.chunks = chunks;
    this.catalog = catalog;
    this.linking = linking;
    this.events = events;
    this.steps = new RowSteps(ROWS, this, transaction);
    this.clock = clock;
  }

  @Override
  public boolean once() {
    return steps.once();
  }

  @Override
  public boolean next(int most) {
    intakes.lookThingsUp();
    linking.keepAddressesStill();
    var open = intakes.takeNext().orElse(null);
    if (open == null) {
      return false;
    }
    linking.lock(open.organisation());
    var now = clock.instant();
    var read = read(open, most, now);
    var judge =
        new ChunkJudge(
            catalog.current(open.organisation()), open.layout(), open.name(), open.receivedAt());
    know(judge, open, read.rows);
    read.rows.forEach(judge::judge);
    write(judge, open, now);
    var progress =
        new IntakeStore.Progress(
            open.id(), read.position, read.line, read.finished, judge.judged());
    intakes.insertRows(open.id(), kept(judge.judged(), open.refused()));
    intakes.advance(progress, now);
    return true;
  }

  private record Read(List<ParsedRow> rows, long position, long line, boolean finished) {}

  private Read read(IntakeStore.Open open, int most, Instant now) {
    var parser = new RowParser(open.layout(), open.sender(), now);
    try (var bytes = new BlockStream(n -> intakes.block(open.id(), n), open.position())) {
      var reader =
          new RowReader(bytes, open.separator(), open.encoding(), open.position(), open.line())
              .expecting(open.layout().width());
      var rows = new ArrayList<ParsedRow>();
      for (var raw = reader.next(); raw != null; raw = reader.next()) {
        rows.add(parser.parse(raw));
        if (rows.size() == most) {
          return new Read(rows, reader.position(), reader.line(), reader.position() == open.size());
        }
      }
      return new Read(rows, open.size(), reader.line(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the bytes come from our own table
    }
  }

  private void know(ChunkJudge judge, IntakeStore.Open open, List<ParsedRow> rows) {
    var candidates = new HashSet<CandidateState.Key>();
    var results = new HashSet<ResultState.Key>();
    for (var row : rows) {
      switch (row) {
        case ParsedRow.Result r -> {
          candidates.add(CandidateState.Key.of(r.row().candidate()));
          results.add(ResultState.Key.of(r.row()));
        }
        case ParsedRow.Candidate c -> candidates.add(CandidateState.Key.of(c.row()));
        case ParsedRow.Refused r -> {}
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    var known = chunks.candidates(open.organisation(), candidates);
    known.forEach(judge::knowCandidate);
    var ids = known.stream().map(c -> c.id).toList();
    var told = chunks.results(open.organisation(), results, ids);
    told.forEach(judge::knowResult);
    chunks.words(told.stream().filter(r -> results.contains(r.key)).toList());
  }

  private void write(ChunkJudge judge, IntakeStore.Open open, Instant now) {
    var fresh = judge.candidates().stream().filter(c -> c.isNew).toList();
    chunks.insertCandidates(open.organisation(), fresh, now);
    chunks.updateCandidates(
        judge.candidates().stream().filter(c -> !c.isNew && c.changed()).toList());
    chunks.putResults(open.organisation(), judge.resultsToWrite().toList(), now);
    chunks.insertWords(open.id(), judge.words());
    var held =
        judge
            .resultsToWrite()
            .filter(ResultState::isNewlyHeld)
            .map(r -> new ResultId(r.id))
            .toList();
    if (!held.isEmpty()) {
      events.publishEvent(new ResultsHeld(open.organisation(), held));
    }
    var changed = judge.changedCandidates();
    if (!changed.isEmpty()) {
      chunks.mark(changed);
    }
    var reachable =
        judge.candidates().stream()
            .filter(CandidateState::gotMailbox)
            .map(c -> c.details().email())
            .collect(Collectors.toSet());
    linking.linkOwned(open.organisation(), reachable);
  }

  private static List<JudgedRow> kept(List<JudgedRow> rows, long refusedBefore) {
    return refusedBefore < KEPT_REFUSALS
        ? rows
        : rows.stream().filter(r -> r.verdict() != Verdict.REFUSED).toList();
  }

  @Override
  public void refuseNext() {
    var open = intakes.takeNext().orElseThrow();
    var read = read(open, 1, clock.instant());
    var rows =
        read.rows.stream()
            .map(r ->
                new JudgedRow(
                    r.line(), Verdict.REFUSED, "", List.of(Finding.of("not-storable")), hint(r)))
            .toList();
    intakes.insertRows(open.id(), rows);
    var progress =
        new IntakeStore.Progress(open.id(), read.position, read.line, read.finished, rows);
    intakes.advance(progress, clock.instant());
  }

  private static ParsedRow.Hint hint(ParsedRow row) {
    return row instanceof ParsedRow.Refused r ? r.hint() : new ParsedRow.Hint("", "", "");
  }
}
