package org.insignia.server.insights.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.format.FeedReader;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files that are handed in, each into a feed of its own that is not fetched. */
@Component
public class FileImports {
  private static final long LARGEST = 8L << 30;

  /** What would be right, by field. */
  private static final Map<String, String> RIGHT =
      Map.of(
          "name",
              "the name of a feed has 1 to 80 characters: give another with --feed NAME (parameter feed)",
          "employer", "the employer has at most 120 characters (--employer, parameter employer)",
          "country", "a country is two letters, such as DE (--country, parameter country)");

  private final FeedStore store;
  private final RunStore runStore;
  private final Feeds feeds;
  private final FeedRuns runs;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Path spool;

  FileImports(
      FeedStore store,
      RunStore runStore,
      Feeds feeds,
      FeedRuns runs,
      Audit audit,
      TransactionTemplate transaction,
      Settings settings) {
    this.store = store;
    this.runStore = runStore;
    this.feeds = feeds;
    this.runs = runs;
    this.audit = audit;
    this.transaction = transaction;
    this.spool = FeedsConfiguration.spool(settings);
  }

  /** What became of a file. */
  public record Imported(Feed feed, FeedRun run, List<Refusal> refusals) {}

  /**
   * What is to be done with a file.
   *
   * @param feed the feed's name; one is made where there is none
   * @param address where the file was fetched from, for kinds that say it nowhere else; may be
   *     empty
   * @param employer for postings that name none; may be empty
   * @param country for places that name none; may be empty
   * @param replaces whether the file is all there is: what is in the feed and not in it is closed
   * @param force whether to publish what looks like a fall
   */
  public record Wish(
      String feed,
      FeedKind kind,
      String address,
      String employer,
      String country,
      boolean replaces,
      boolean force) {
    public Wish {
      if (!address.isEmpty() && !address.matches("https?://[^\\s/]\\S{2,2000}")) {
        throw new Problem.Invalid(
            "address",
            "\""
                + address
                + "\" is no web address: give a whole one, such as https://acme.jobs.personio.de/xml");
      }
    }
  }

  /**
   * Reads a file to its end and then into the store.
   *
   * @throws Problem.Conflict where a feed of that name is fetched from an address, or is of another
   *     kind, or is being read just now
   */
  public Imported take(String actor, Wish wish, InputStream in) throws IOException {
    var feed = feed(actor, wish);
    var turn =
        runs.begin(feed.id())
            .orElseThrow(() ->
                new Problem.Conflict("another file is being read into this feed; wait for it"));
    var mine =
        new RunStore.Turn(
            turn.run(),
            turn.feed(),
            null,
            null,
            turn.failures(),
            turn.acceptDrop() || wish.force());
    try (var documents = new Spool(spool, turn.run())) {
      var file = documents.next();
      copy(in, file);
      var run = runs.run(mine, feed, new Spool.Document(file, source(wish)), wish.replaces());
      transaction.executeWithoutResult(status ->
          audit.record(
              actor,
              null,
              "insights.import",
              "feed:" + feed.id(),
              run.outcome() + ", " + run.items() + " items"));
      return new Imported(store.find(feed.id()).orElseThrow(), run, runStore.refusals(run.id()));
    }
  }

  private static FeedReader.Source source(Wish wish) {
    return new FeedReader.Source(wish.address(), "", "");
  }

  private static void copy(InputStream in, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var piece = new byte[64 * 1024];
      long size = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        size += read;
        if (size > LARGEST) {
          throw new Problem.Invalid(
              "file",
              "the file is larger than " + LARGEST + " bytes: hand it in in parts, with --add");
        }
        out.write(piece, 0, read);
      }
    }
  }

  private Feed feed(String actor, Wish wish) {
    var typed =
        new FeedWish(
            wish.feed(), wish.kind().word(), "", "", wish.employer(), wish.country(), "", false);
    typed.faults().keySet().stream()
        .findFirst()
        .ifPresent(field -> {
          throw new Problem.Invalid(
              field, RIGHT.getOrDefault(field, "the feed's " + field + " cannot be taken"));
        });
    var known = store.named(typed.name());
    if (known.isEmpty()) {
      return store.find(feeds.add(actor, typed.settings())).orElseThrow();
    }
    var settings = known.get().settings();
    if (!settings.address().isEmpty() || settings.kind() != wish.kind()) {
      throw new Problem.Conflict(
          "the feed "
              + settings.name()
              + " is "
              + settings.kind().word()
              + (settings.address().isEmpty() ? "" : " from " + settings.address())
              + "; name another feed for this file with --feed NAME (parameter feed)");
    }
    return known.get();
  }
}
