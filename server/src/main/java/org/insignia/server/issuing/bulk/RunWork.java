package org.insignia.server.issuing.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.bulk.Run.State;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.issuing.hand.WishReader;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.jobs.RowSteps;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.BlockStream;
import org.insignia.server.results.feed.RowReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the next rows of a list that is at work, and issues them where that was asked for. What a
 * chunk gives, its report and the place where the next one begins are written in one transaction:
 * after a crash the work goes on there, on any node. Lists take turns, so that a long one does not
 * hold up the short ones.
 */
@Component
class RunWork implements Worker.Step, RowSteps.Rows {
  /** Rows of a chunk: large enough to share statements and commit, small enough to see it move. */
  static final int ROWS = 1_000;

  /** Rows without effect that are kept one by one; beyond, they are only counted. */
  static final int KEPT_ROWS = 100_000;

  private final BulkStore runs;
  private final BulkRowStore rowStore;
  private final Giving giving;
  private final Achievements achievements;
  private final Catalog catalog;
  private final Allowances limits;
  private final Audit audit;
  private final RowSteps steps;
  private final Clock clock;

  RunWork(
      BulkStore runs,
      BulkRowStore rowStore,
      Giving giving,
      Achievements achievements,
      Catalog catalog,
      Allowances limits,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.runs = runs;
    this.rowStore = rowStore;
    this.giving = giving;
    this.achievements = achievements;
    this.catalog = catalog;
    this.limits = limits;
    this.audit = audit;
    this.steps = new RowSteps(ROWS, this, transaction);
    this.clock = clock;
  }

  @Override
  public boolean once() {
    return steps.once();
  }

  @Override
  public boolean next(int most) {
    Instant begun = clock.instant();
    Run run = runs.takeNext(begun).orElse(null);
    if (run == null) {
      return false;
    }
    Chunk chunk = read(run, (int) Math.clamp(limit(run) - run.counts().rows(), 1, most));
    List<RunRow> without = new ArrayList<>(chunk.refused());
    List<Wish> good =
        run.state() == State.RUNNING
            ? issue(run, chunk.wishes(), without)
            : tryOut(run, chunk.wishes(), without);
    keep(run, without);
    advance(run, chunk, good.size(), without, begun);
    return true;
  }

  private Chunk read(Run run, int most) {
    var choices = run.choices();
    var defaults =
        new WishReader.Defaults(
            choices.achievement() == null ? null : achievements.get(choices.achievement()),
            choices.language(),
            choices.quiet());
    var reader = WishReader.of(achievements, catalog, run.organisation(), defaults, clock);
    var shape = run.shape();
    try (var bytes = new BlockStream(n -> runs.block(run.id(), n), run.position())) {
      var rows =
          new RowReader(bytes, shape.separator(), shape.encoding(), run.position(), run.line())
              .expecting(shape.header().size());
      return Chunk.read(run, rows, reader, most);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the bytes come from our own table
    }
  }

  private List<Wish> issue(Run run, List<Wish> wishes, List<RunRow> without) {
    giving.lock(run.organisation());
    List<Wish> good = sift(run, wishes, new HashMap<>(), without);
    giving.give(run.by(), run.organisation(), run.id(), good);
    return good;
  }

  private List<Wish> tryOut(Run run, List<Wish> wishes, List<RunRow> without) {
    Set<UUID> keys = new java.util.HashSet<>();
    wishes.forEach(wish -> {
      keys.add(wish.request());
      keys.add(wish.pair());
    });
    Map<UUID, Long> seen = new HashMap<>(rowStore.seen(run.id(), keys));
    List<Wish> good = sift(run, wishes, seen, without);
    rowStore.see(run.id(), seen);
    return good;
  }

  private List<Wish> sift(Run run, List<Wish> wishes, Map<UUID, Long> seen, List<RunRow> without) {
    List<Wish> good = new ArrayList<>();
    for (var judged : giving.judge(run.organisation(), run.id(), wishes, seen)) {
      Finding duplicate = judged.duplicate();
      if (duplicate == null) {
        good.add(judged.wish());
      } else {
        without.add(
            RunRow.without(
                judged.wish().line(),
                Verdict.DUPLICATE,
                "",
                List.of(duplicate),
                judged.wish().person().mailbox().value()));
      }
    }
    return good;
  }

  private void keep(Run run, List<RunRow> without) {
    if (run.counts().duplicates() + run.counts().refused() < KEPT_ROWS) {
      rowStore.insert(run.id(), without);
    }
  }

  private void advance(Run run, Chunk chunk, int good, List<RunRow> without, Instant begun) {
    long duplicates = without.stream().filter(r -> r.verdict() == Verdict.DUPLICATE).count();
    var more = new Run.Counts(good + without.size(), good, duplicates, without.size() - duplicates);
    boolean tooMany = !chunk.finished() && run.counts().rows() + more.rows() >= limit(run);
    State after = tooMany ? tooMany(run) : after(run, chunk.finished());
    var now = clock.instant();
    var progress =
        new BulkStore.Progress(
            run.id(),
            chunk.position(),
            chunk.line(),
            more,
            Duration.between(begun, now),
            chunk.finished());
    runs.advance(progress, after, now);
    if (run.state() == State.CHECKING && after != State.CHECKING) {
      rowStore.forgetSeen(run.id());
    }
    if (run.state() == State.RUNNING && after.isOver()) {
      audit.record(
          "worker:bulk",
          run.organisation().value(),
          "issuing.list-done",
          "run:" + run.id(),
          run.counts().accepted() + more.accepted() + " issued");
    }
  }

  /** The most rows that a list of this organisation may have. */
  private int limit(Run run) {
    return limits.of(run.organisation(), Limit.LIST_ROWS);
  }

  private State tooMany(Run run) {
    runs.say(run.id(), Finding.of("issue.too-many-rows", limit(run)));
    return run.state() == State.RUNNING ? State.CANCELLED : State.REFUSED;
  }

  private static State after(Run run, boolean finished) {
    if (!finished) {
      return run.state();
    }
    return run.state() == State.RUNNING ? State.DONE : State.CHECKED;
  }

  @Override
  public void refuseNext() {
    Instant begun = clock.instant();
    Run run = runs.takeNext(begun).orElseThrow();
    Chunk chunk = read(run, 1);
    List<RunRow> without = new ArrayList<>(chunk.refused());
    chunk
        .wishes()
        .forEach(wish ->
            without.add(
                RunRow.without(
                    wish.line(),
                    Verdict.REFUSED,
                    "",
                    List.of(Finding.of("issue.not-storable")),
                    wish.person().mailbox().value())));
    keep(run, without);
    advance(run, chunk, 0, without, begun);
  }
}
