package org.insignia.server.issuing.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.bulk.Run.State;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.BlockStream;
import org.insignia.server.results.feed.Encoding;
import org.insignia.server.results.feed.RawRow;
import org.insignia.server.results.feed.RowReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for lists: takes one in, lets its columns be chosen, tries it, starts it, stops it. */
@Component
public class Runs {
  private static final int SAMPLES = 3;
  private static final Duration LATEST = Duration.ofDays(366);

  private final RunReception reception;
  private final BulkStore store;
  private final Suspensions suspensions;
  private final BulkRowStore rows;
  private final HandAwards awards;
  private final Credentials credentials;
  private final Audit audit;
  private final Clock clock;
  private final Worker worker;

  Runs(
      RunReception reception,
      BulkStore store,
      Suspensions suspensions,
      BulkRowStore rows,
      HandAwards awards,
      Credentials credentials,
      Audit audit,
      Clock clock,
      @Qualifier("bulkWorker") Worker worker) {
    this.reception = reception;
    this.store = store;
    this.suspensions = suspensions;
    this.rows = rows;
    this.awards = awards;
    this.credentials = credentials;
    this.audit = audit;
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * Stores a list; when this returns it cannot be lost. Nothing is issued of it yet.
   *
   * @param by who brings it, for the audit
   * @param request the same one finds the list that it brought before; empty: each is another
   * @param in read to its end and not closed
   */
  public UUID take(
      OrganisationId organisation, String by, String request, String fileName, InputStream in) {
    try {
      UUID key = request.isEmpty() ? null : Wish.request("list:" + request);
      return reception.take(new RunReception.Bringer(organisation, by, key), fileName, in);
    } catch (IOException e) {
      throw new UncheckedIOException("the list did not arrive whole; nothing of it was kept", e);
    }
  }

  private UUID takeOne(
      OrganisationId organisation, String by, String request, Map<Column, String> texts) {
    var columns = texts.entrySet().stream().filter(e -> !e.getValue().isEmpty()).toList();
    var text =
        columns.stream().map(e -> quoted(e.getKey().header())).collect(Collectors.joining(","))
            + "\r\n"
            + columns.stream().map(e -> quoted(e.getValue())).collect(Collectors.joining(","))
            + "\r\n";
    String name = texts.getOrDefault(Column.BADGE, ""); // it stays, so it names nobody
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return takeSent(organisation, by, request, name, () -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /**
   * As {@link #take}, out of a form: one that is sent twice brings one list, one that comes back
   * with another list brings another.
   */
  public UUID takeSent(
      OrganisationId organisation, String by, String request, String fileName, Sent list)
      throws IOException {
    try (var in = list.open()) {
      return take(organisation, by, request, fileName, in);
    } catch (Problem.Conflict another) {
      try (var in = list.open()) {
        return take(organisation, by, "", fileName, in);
      }
    }
  }

  /** A list that can be read again. */
  public interface Sent {
    InputStream open() throws IOException;
  }

  /**
   * One badge that is to be issued later.
   *
   * @param request the same one finds the list that it made before; empty: each is another
   * @param quiet whether nobody gets a mail
   */
  public record Later(
      String request, Map<Column, String> texts, Language language, boolean quiet, Instant when) {
    public Later {
      texts = Map.copyOf(texts);
    }
  }

  /** Puts a badge off, as a list of one row that begins then. */
  public Run putOff(OrganisationId organisation, String by, Later later) {
    UUID id = takeOne(organisation, by, later.request(), later.texts());
    Run run = get(organisation, id);
    if (run.state() != State.OPEN) {
      return run;
    }
    var choices = new Run.Choices(null, later.language(), later.quiet());
    choose(organisation, id, run.shape().encoding(), run.shape().plan().columns(), choices);
    start(by, organisation, id, later.when());
    return get(organisation, id);
  }

  /** Whether something can be put off until then: it is to come, and within a year or so. */
  public boolean mayBegin(Instant when) {
    var now = clock.instant();
    return when.isAfter(now) && when.isBefore(now.plus(LATEST));
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * @throws Problem.NotFound if the organisation has no such list
   */
  public Run get(OrganisationId organisation, UUID id) {
    return store
        .find(id)
        .filter(run -> run.organisation().equals(organisation))
        .orElseThrow(() -> new Problem.NotFound("list " + id));
  }

  /** The organisation's lists, the newest first. */
  public List<Run> list(OrganisationId organisation, int limit, int offset) {
    return store.list(organisation, limit, offset);
  }

  /** Lists brought before this one, the newest first; none if it is another's. */
  public List<Run> before(OrganisationId organisation, UUID last, int limit) {
    return store.before(organisation, last, limit);
  }

  /** The cells of its first rows. */
  public List<List<String>> samples(Run run) {
    var shape = run.shape();
    List<List<String>> samples = new ArrayList<>();
    try (var bytes = new BlockStream(n -> store.block(run.id(), n), shape.position())) {
      var reader =
          new RowReader(bytes, shape.separator(), shape.encoding(), shape.position(), shape.line())
              .expecting(shape.header().size());
      for (var row = reader.next(); row != null && samples.size() < SAMPLES; row = reader.next()) {
        if (row instanceof RawRow.Cells cells) {
          samples.add(cells.cells());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the bytes come from our own table
    }
    return samples;
  }

  /**
   * Says what the columns of a list mean and what holds for all of its rows.
   *
   * @param columns one for each cell of the header; others than that many are not taken
   * @throws Problem.Conflict if it is at work or over
   */
  @Transactional
  public void choose(
      OrganisationId organisation,
      UUID id,
      Encoding encoding,
      List<Column> columns,
      Run.Choices choices) {
    Run run = locked(organisation, id, State.OPEN, State.CHECKED);
    var shape = run.shape();
    if (shape.encoding() != encoding) {
      byte[] first = store.block(id, 0);
      byte[] head =
          first == null
              ? new byte[0]
              : Arrays.copyOf(first, Math.min(first.length, RunReception.HEAD));
      shape =
          ListSighting.of(head, encoding) instanceof ListSighting.Table table
              ? RunReception.shape(table, encoding)
              : shape;
    }
    var plan = columns.size() == shape.header().size() ? new ColumnPlan(columns) : shape.plan();
    store.open(
        id,
        run.size(),
        run.sha256(),
        new Run.Shape(
            shape.encoding(),
            shape.separator(),
            shape.header(),
            plan,
            shape.position(),
            shape.line()),
        run.problem());
    store.choose(id, choices);
  }

  /** Reads a list through without effect. */
  @Transactional
  public void check(OrganisationId organisation, UUID id) {
    Run run = locked(organisation, id, State.OPEN, State.CHECKED);
    requirePlan(run);
    store.begin(id, State.CHECKING, null);
    worker.wake();
  }

  /**
   * Starts issuing.
   *
   * @param notBefore null: at once
   * @throws Problem.Conflict if it is at work already, or over
   */
  @Transactional
  public void start(String by, OrganisationId organisation, UUID id, @Nullable Instant notBefore) {
    suspensions.requireOpen(organisation);
    Run run = locked(organisation, id, State.OPEN, State.CHECKED);
    requirePlan(run);
    store.begin(id, State.RUNNING, notBefore);
    var when = notBefore == null ? "at once" : "from " + notBefore;
    audit.record(by, organisation.value(), "issuing.list-start", "run:" + id, when);
    worker.wake();
  }

  /** Lays a list that was tried open again, for other columns. */
  @Transactional
  public void reopen(OrganisationId organisation, UUID id) {
    Run run = locked(organisation, id, State.OPEN, State.CHECKED);
    store.begin(id, State.OPEN, null);
    store.choose(id, run.choices());
  }

  /**
   * Ends it where it is; what it issued stays. Again changes nothing.
   *
   * @throws Problem.NotFound if the organisation has no such list
   */
  @Transactional
  public void cancel(String by, OrganisationId organisation, UUID id) {
    Run run = locked(organisation, id, State.values());
    if (run.state().isOver()) {
      return;
    }
    if (run.state() != State.RUNNING) {
      store.begin(id, State.OPEN, null); // what a try would have given was not given
    }
    store.finish(id, State.CANCELLED, clock.instant());
    long issued = run.state() == State.RUNNING ? run.counts().accepted() : 0;
    audit.record(
        by,
        organisation.value(),
        "issuing.list-cancel",
        "run:" + id,
        "after " + issued + " issued");
  }

  private static void requirePlan(Run run) {
    List<Finding> problems = run.shape().plan().problems(run.choices().achievement() != null);
    if (!problems.isEmpty()) {
      throw new Problem.Conflict("the columns of the list are not settled: " + problems);
    }
  }

  private Run locked(OrganisationId organisation, UUID id, State... allowed) {
    Run run =
        store
            .locked(id)
            .filter(r -> r.organisation().equals(organisation))
            .orElseThrow(() -> new Problem.NotFound("list " + id));
    if (!Arrays.asList(allowed).contains(run.state())) {
      throw new Problem.Conflict("the list is " + run.state() + " already");
    }
    return run;
  }

  /**
   * What became of its rows, from behind a line on.
   *
   * @param verdict null: all that gave nothing
   */
  public List<RunRow> rows(Run run, @Nullable Verdict verdict, long after, int limit) {
    return verdict == Verdict.ISSUED
        ? issued(run, after, limit)
        : rows.list(run.id(), verdict, after, limit);
  }

  private List<RunRow> issued(Run run, long after, int limit) {
    var given = awards.ofRun(run.id(), after, limit);
    var byAward = credentials.standing(given.stream().map(HandAwards.Given::award).toList());
    return given.stream()
        .map(g -> {
          var credential = byAward.get(g.award());
          return new RunRow(
              g.line(),
              Verdict.ISSUED,
              "",
              List.of(),
              credential == null ? "" : credential.recipient().value(),
              credential == null ? null : credential.id());
        })
        .toList();
  }
}
