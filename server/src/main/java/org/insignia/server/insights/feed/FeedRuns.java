package org.insignia.server.insights.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.insignia.server.insights.feed.FeedDownloads.Brought;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.format.FeedReader;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.insights.posting.Taken;
import org.insignia.server.insights.reading.DraftCheck;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.secrets.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs feeds whose turn it is: fetch, read all of it, decide, publish. Whatever fails before the
 * decision leaves the last good data as they are. A run that is killed is begun anew by any node
 * when its lease has ended; as ids are made from the feed's own, nothing comes twice.
 */
public final class FeedRuns implements Worker.Step {
  private static final Logger LOG = LoggerFactory.getLogger(FeedRuns.class);
  private static final int FULL_EVERY_DAYS = 30;

  private final FeedStore feeds;
  private final RunStore runs;
  private final PostingIntake intake;
  private final FeedDownloads downloads;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Path spool;

  FeedRuns(
      FeedStore feeds,
      RunStore runs,
      PostingIntake intake,
      FeedDownloads downloads,
      Vault vault,
      TransactionTemplate transaction,
      Clock clock,
      Path spool) {
    this.feeds = feeds;
    this.runs = runs;
    this.intake = intake;
    this.downloads = downloads;
    this.vault = vault;
    this.transaction = transaction;
    this.clock = clock;
    this.spool = spool;
  }

  @Override
  public boolean once() {
    var now = clock.instant();
    var turn = transaction.execute(status -> runs.due(now).flatMap(feed -> runs.begin(feed, now)));
    if (turn == null || turn.isEmpty()) {
      return false;
    }
    run(turn.get());
    return true;
  }

  /** Runs one feed now, whether it is due or not; empty where it is under way elsewhere. */
  Optional<FeedRun> run(UUID feed) {
    return begin(feed).map(this::run);
  }

  Optional<RunStore.Turn> begin(UUID feed) {
    var turn = transaction.execute(status -> runs.begin(feed, clock.instant()));
    return turn == null ? Optional.empty() : turn;
  }

  private FeedRun run(RunStore.Turn turn) {
    var feed = feeds.find(turn.feed()).orElseThrow();
    var survey = survey(feed);
    try (var documents = new Spool(spool, turn.run())) {
      var brought =
          downloads.bring(
              conditional(turn, feed),
              feed.settings(),
              headers(feed),
              survey,
              documents,
              ours(turn));
      return finish(turn, feed, survey, brought);
    } catch (Publication.TakenOver e) {
      LOG.info("feed {}: {}", feed.settings().name(), e.getMessage());
      return abandoned(turn);
    }
  }

  /** Reads a file that was handed in as the whole feed, or as more of it. */
  FeedRun run(RunStore.Turn turn, Feed feed, Spool.Document document, boolean replaces) {
    var survey = survey(feed);
    Brought brought;
    try {
      survey.read(document);
      brought = new Brought.Documents(Reason.NONE, null, null);
    } catch (Unreadable e) {
      var why = Reason.of(Reason.Code.UNREADABLE, String.valueOf(e.getMessage()));
      brought = new Brought.Missed(why, 0);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return finish(turn, feed, survey, brought, replaces);
  }

  private Survey survey(Feed feed) {
    return new Survey(feed.id(), reader(feed));
  }

  private FeedReader reader(Feed feed) {
    var settings = feed.settings();
    return new FeedReader(
        settings.kind(), new DraftCheck(settings.employer(), settings.country(), clock.instant()));
  }

  /** Now and then a feed is read whole although nothing is new, so that its postings stay young. */
  private RunStore.Turn conditional(RunStore.Turn turn, Feed feed) {
    long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    boolean full =
        turn.acceptDrop()
            || feed.open() == 0
            || feed.settings().interval().compareTo(Duration.ofDays(1)) > 0
            || today % FULL_EVERY_DAYS == 0;
    return full
        ? new RunStore.Turn(turn.run(), turn.feed(), null, null, turn.failures(), turn.acceptDrop())
        : turn;
  }

  private Map<String, String> headers(Feed feed) {
    var key = feeds.sealedKey(feed.id()).map(sealed -> vault.open(sealed, owner(feed.id())));
    return key.map(value ->
            feed.settings().kind() == FeedKind.USAJOBS
                ? ofUsaJobs(value.split("\\s+", 2))
                : Map.of("Authorization", "Bearer " + value))
        .orElse(Map.of());
  }

  /** Its keys belong to a mail address, which may stand before the key and is sent along then. */
  private static Map<String, String> ofUsaJobs(String[] words) {
    return words.length == 1
        ? Map.of("Authorization-Key", words[0])
        : Map.of("User-Agent", words[0], "Authorization-Key", words[1]);
  }

  static String owner(UUID feed) {
    return "insights.feed-key:" + feed;
  }

  private BooleanSupplier ours(RunStore.Turn turn) {
    return () ->
        Boolean.TRUE.equals(transaction.execute(status -> runs.hold(turn, clock.instant())));
  }

  private FeedRun finish(RunStore.Turn turn, Feed feed, Survey survey, Brought brought) {
    return finish(turn, feed, survey, brought, feed.settings().kind().whole());
  }

  private FeedRun finish(
      RunStore.Turn turn, Feed feed, Survey survey, Brought brought, boolean whole) {
    return switch (brought) {
      case Brought.Nothing nothing ->
          end(turn, feed, survey, Outcome.UNCHANGED, Reason.NONE, Taken.NOTHING, 0, brought);
      case Brought.Missed(Reason reason, long retryAfter) ->
          end(turn, feed, survey, Outcome.FAILED, reason, Taken.NOTHING, 0, brought);
      case Brought.Documents documents -> {
        Set<UUID> before = intake.open(feed.id());
        var verdict = Verdict.on(survey, documents.partly(), whole, before, turn.acceptDrop());
        var taken = Taken.NOTHING;
        int closed = 0;
        if (verdict.publishes()) {
          var publication = publication(turn, feed);
          taken = publish(publication, feed, survey.documents());
          closed = verdict.closing() ? publication.close(before, survey.ids()) : 0;
        }
        yield end(turn, feed, survey, verdict.outcome(), verdict.reason(), taken, closed, brought);
      }
    };
  }

  private Publication publication(RunStore.Turn turn, Feed feed) {
    return new Publication(
        feed.id(),
        intake,
        new Publication.Chunks() {
          @Override
          public <T> T inTransaction(BooleanSupplier ours, Supplier<T> piece) {
            return java.util.Objects.requireNonNull(
                transaction.execute(status -> {
                  if (!ours.getAsBoolean()) {
                    throw new Publication.TakenOver();
                  }
                  return piece.get();
                }));
          }
        },
        () -> runs.hold(turn, clock.instant()));
  }

  private Taken publish(Publication publication, Feed feed, List<Spool.Document> documents) {
    var reader = reader(feed);
    for (var document : documents) {
      try (var in = java.nio.file.Files.newInputStream(document.file())) {
        reader.read(in, document.source(), publication);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (Unreadable e) {
        throw new IllegalStateException("was readable a moment ago: " + document.file(), e);
      }
    }
    return publication.finish();
  }

  private FeedRun end(
      RunStore.Turn turn,
      Feed feed,
      Survey survey,
      Outcome outcome,
      Reason reason,
      Taken taken,
      int closed,
      Brought brought) {
    var now = clock.instant();
    var run =
        new FeedRun(
            turn.run(),
            feed.id(),
            now,
            now,
            outcome,
            reason,
            survey.bytes(),
            survey.items(),
            survey.refusedCount(),
            taken.added(),
            taken.changed(),
            taken.unchanged(),
            closed);
    transaction.executeWithoutResult(status -> {
      if (!runs.hold(turn, now)) {
        throw new Publication.TakenOver();
      }
      runs.finish(turn, run, survey.refusals());
      runs.release(turn, run, after(turn, feed, outcome, brought, now));
    });
    if (outcome == Outcome.HELD || outcome == Outcome.FAILED) {
      LOG.warn("feed {}: {} {}", feed.settings().name(), outcome, reason);
    }
    return run;
  }

  private static RunStore.After after(
      RunStore.Turn turn, Feed feed, Outcome outcome, Brought brought, Instant now) {
    boolean fetched = outcome == Outcome.GOOD || outcome == Outcome.PARTIAL;
    var documents = brought instanceof Brought.Documents d ? d : null;
    int failures = outcome == Outcome.FAILED ? Math.min(turn.failures() + 1, 100) : 0;
    var wait =
        brought instanceof Brought.Missed missed
            ? BackOff.after(failures, feed.settings().interval(), missed.retryAfter())
            : feed.settings().interval();
    return new RunStore.After(
        failures,
        now.plus(wait),
        outcome.isGood(),
        fetched,
        fetched && documents != null ? documents.etag() : turn.etag(),
        fetched && documents != null ? documents.lastModified() : turn.lastModified());
  }

  private static FeedRun abandoned(RunStore.Turn turn) {
    return new FeedRun(
        turn.run(),
        turn.feed(),
        Instant.EPOCH,
        null,
        Outcome.FAILED,
        Reason.of(Reason.Code.INTERRUPTED),
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }
}
