package org.insignia.server.insights.feed;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** All feeds: what the operator says about them, and how they are. */
@Component
public class Feeds {
  /** So many feeds there may be. */
  private static final int MOST = 2_000;

  /** That of USAJOBS stands behind the mail address it was given to. */
  private static final Pattern KEY = Pattern.compile("([^\\s@]+@[^\\s@]+ +)?[\\x21-\\x7E]*");

  private static final int LONGEST_KEY = 500;

  private final FeedStore store;
  private final RunStore runs;
  private final PostingIntake intake;
  private final Vault vault;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Feeds(
      FeedStore store,
      RunStore runs,
      PostingIntake intake,
      Vault vault,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.runs = runs;
    this.intake = intake;
    this.vault = vault;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** By name. */
  public List<Feed> all() {
    return store.all();
  }

  /** This feed. */
  public Optional<Feed> find(UUID id) {
    return store.find(id);
  }

  /** All of them as the file {@code feeds.yaml} would say it; without keys. */
  public String asFile() {
    return FeedFile.write(store.all());
  }

  /** Its latest runs, newest first. */
  public List<FeedRun> runs(UUID feed, int limit) {
    return runs.of(feed, limit);
  }

  /** The items a run did not take, as far as they are kept. */
  public List<Refusal> refusals(UUID run) {
    return runs.refusals(run);
  }

  /**
   * Adds a feed.
   *
   * @throws Problem.Conflict where another has its name
   */
  @Transactional
  public UUID add(String actor, FeedSettings settings) {
    return add(actor, settings, false);
  }

  UUID add(String actor, FeedSettings settings, boolean fromFile) {
    free(settings.name(), null);
    if (store.all().size() >= MOST) {
      throw new Problem.Conflict("there are " + MOST + " feeds, which is the most there may be");
    }
    var id = Ids.next();
    store.insert(id, settings, fromFile, clock.instant());
    audit.record(actor, null, "insights.feed", "feed:" + id, "added, " + settings.kind().word());
    return id;
  }

  /**
   * Changes a feed.
   *
   * @throws Problem.Conflict where another has its name, or the file says it
   */
  @Transactional
  public void change(String actor, UUID id, FeedSettings settings) {
    var feed = mine(id);
    free(settings.name(), feed.id());
    set(actor, feed, settings, false);
  }

  void set(String actor, Feed feed, FeedSettings settings, boolean fromFile) {
    store.update(feed.id(), settings, fromFile, clock.instant());
    if (!settings.address().equals(feed.settings().address())) {
      store.sealKey(feed.id(), null); // a key is for the one address it was given for
    }
    audit.record(actor, null, "insights.feed", "feed:" + feed.id(), "changed");
  }

  /**
   * What is wrong with the settings of a feed: name of the field to the key of a text.
   *
   * @param of the feed that is to have them; null for a new one
   */
  public Map<String, String> faults(FeedWish wish, @Nullable UUID of) {
    Map<String, String> faults = new LinkedHashMap<>(wish.faults());
    if (store.named(wish.name()).filter(other -> !other.id().equals(of)).isPresent()) {
      faults.put("name", "insights.feeds.wrong.taken");
    }
    return faults;
  }

  /**
   * Keeps a key that is sent to the feed's address alone; an empty one is forgotten.
   *
   * @throws Problem.Invalid for what is no key
   */
  @Transactional
  public void key(String actor, UUID id, String key) {
    var feed = store.find(id).orElseThrow(() -> unknown(id));
    var clean = key.strip();
    if (clean.length() > LONGEST_KEY || !KEY.matcher(clean).matches()) {
      throw new Problem.Invalid(
          "/key",
          "a key has at most "
              + LONGEST_KEY
              + " letters, digits and marks; only a mail address may stand before it, and a blank");
    }
    store.sealKey(feed.id(), clean.isEmpty() ? null : vault.seal(clean, FeedRuns.owner(id)));
    audit.record(actor, null, "insights.feed", "feed:" + id, "key set");
  }

  /** Has it fetched as soon as a worker is free. */
  @Transactional
  public void runNow(String actor, UUID id) {
    var feed = store.find(id).orElseThrow(() -> unknown(id));
    store.due(feed.id(), false, clock.instant());
    audit.record(actor, null, "insights.feed", "feed:" + id, "fetched on demand");
  }

  /** Says that what looks like a fall is right: the next run is published as it is. */
  @Transactional
  public void accept(String actor, UUID id) {
    var feed = store.find(id).orElseThrow(() -> unknown(id));
    store.due(feed.id(), true, clock.instant());
    audit.record(actor, null, "insights.feed", "feed:" + id, "next run is published as it is");
  }

  /**
   * Removes a feed with all its postings.
   *
   * @throws Problem.Conflict while it is being fetched
   */
  public void remove(String actor, UUID id) {
    transaction.executeWithoutResult(status -> {
      var feed = mine(id);
      idle(id);
      var off = feed.settings();
      store.update(
          id,
          new FeedSettings(
              off.name(),
              off.kind(),
              off.address(),
              off.interval(),
              off.employer(),
              off.country(),
              off.attribution(),
              false),
          false,
          clock.instant());
    });
    while (intake.remove(id)) {
      continue; // piece by piece, each in a transaction of its own
    }
    transaction.executeWithoutResult(status -> {
      idle(id);
      store.delete(id);
      audit.record(actor, null, "insights.feed", "feed:" + id, "removed with its postings");
    });
  }

  private void idle(UUID id) {
    if (!store.lockIdle(id, clock.instant())) {
      throw new Problem.Conflict("the feed is being fetched just now; try again when that is over");
    }
  }

  private Feed mine(UUID id) {
    var feed = store.find(id).orElseThrow(() -> unknown(id));
    if (feed.fromFile()) {
      throw new Problem.Conflict("this feed stands in " + FeedFile.NAME + "; change it there");
    }
    return feed;
  }

  private void free(String name, @Nullable UUID but) {
    store
        .named(name)
        .filter(other -> !other.id().equals(but))
        .ifPresent(other -> {
          throw new Problem.Conflict("another feed is named " + name);
        });
  }

  private static Problem unknown(UUID id) {
    return new Problem.NotFound("no feed " + id);
  }
}
