package org.insignia.server.insights.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The file {@code feeds.yaml} in the data folder: the same settings as on the console, for those
 * who keep them in files. Read at the start and whenever it has changed; a file with a mistake
 * changes nothing and is complained about.
 */
final class FeedFile implements Worker.Step {
  static final String NAME = "feeds.yaml";
  private static final String ACTOR = "file:" + NAME;
  private static final Logger LOG = LoggerFactory.getLogger(FeedFile.class);
  private static final long LARGEST = 1 << 20;
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "kind",
          "address",
          "minutes",
          "employer",
          "country",
          "attribution",
          "active",
          "key");

  private final Path file;
  private final FeedStore store;
  private final Feeds feeds;
  private final TransactionTemplate transaction;
  private @Nullable FileTime read;

  FeedFile(Path dataFolder, FeedStore store, Feeds feeds, TransactionTemplate transaction) {
    this.file = dataFolder.resolve(NAME);
    this.store = store;
    this.feeds = feeds;
    this.transaction = transaction;
  }

  @Override
  public boolean once() {
    try {
      if (!Files.isRegularFile(file)) {
        return false;
      }
      var written = Files.getLastModifiedTime(file);
      if (written.equals(read)) {
        return false;
      }
      read = written;
      apply();
    } catch (IOException | YAMLException | IllegalArgumentException | Problem e) {
      LOG.error("{} is not used: {}", file, e.getMessage());
    }
    return false;
  }

  void apply() throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IllegalArgumentException("larger than " + LARGEST + " bytes");
    }
    var wanted = parse(Files.readString(file));
    transaction.executeWithoutResult(status -> {
      Set<String> names = new HashSet<>();
      for (var entry : wanted) {
        apply(entry);
        names.add(entry.wish().name());
      }
      for (var feed : store.all()) {
        if (feed.fromFile() && !names.contains(feed.settings().name())) {
          var off = feed.settings();
          feeds.set(
              ACTOR,
              feed,
              new FeedSettings(
                  off.name(),
                  off.kind(),
                  off.address(),
                  off.interval(),
                  off.employer(),
                  off.country(),
                  off.attribution(),
                  false),
              false);
        }
      }
    });
  }

  private void apply(Entry entry) {
    var settings = entry.wish().settings();
    var known = store.named(settings.name());
    var id = known.map(Feed::id).orElse(null);
    if (known.isEmpty()) {
      id = feeds.add(ACTOR, settings, true);
    } else if (!known.get().settings().equals(settings) || !known.get().fromFile()) {
      feeds.set(ACTOR, known.get(), settings, true);
    }
    if (!entry.key().isEmpty()) {
      feeds.key(ACTOR, java.util.Objects.requireNonNull(id), entry.key());
    }
  }

  /** A feed of the file. */
  record Entry(FeedWish wish, String key) {}

  /**
   * @throws IllegalArgumentException for what is not understood, with the feed it stands at
   */
  static List<Entry> parse(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit((int) LARGEST);
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(10);
    options.setAllowDuplicateKeys(false);
    Object root = new Yaml(new SafeConstructor(options)).load(text);
    if (root == null) {
      return List.of();
    }
    if (!(root instanceof Map<?, ?> top) || !(top.get("feeds") instanceof List<?> list)) {
      throw new IllegalArgumentException("it has no list of feeds at its top");
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (var one : list) {
      var entry = entry(one, entries.size() + 1);
      if (!names.add(entry.wish().name())) {
        throw new IllegalArgumentException("two feeds are named " + entry.wish().name());
      }
      entries.add(entry);
    }
    return entries;
  }

  private static Entry entry(Object one, int number) {
    if (!(one instanceof Map<?, ?> given)) {
      throw new IllegalArgumentException("feed " + number + " has no names and values");
    }
    for (var key : given.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new IllegalArgumentException("feed " + number + ": " + key + " is not known");
      }
    }
    var wish =
        new FeedWish(
            text(given, "name"),
            text(given, "kind"),
            text(given, "address"),
            text(given, "minutes"),
            text(given, "employer"),
            text(given, "country"),
            text(given, "attribution"),
            !text(given, "active").equals("false"));
    var faults = wish.faults();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "feed " + number + " (" + wish.name() + "): wrong " + String.join(", ", faults.keySet()));
    }
    return new Entry(wish, text(given, "key"));
  }

  private static String text(Map<?, ?> given, String key) {
    var value = given.get(key);
    return value == null ? "" : value.toString();
  }

  /** All feeds as such a file; without keys. */
  static String write(List<Feed> feeds) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (var feed : feeds) {
      var wish = FeedWish.of(feed.settings());
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", wish.name());
      entry.put("kind", wish.kind());
      entry.put("address", wish.address());
      entry.put("minutes", Integer.valueOf(wish.minutes()));
      entry.put("employer", wish.employer());
      entry.put("country", wish.country());
      entry.put("attribution", wish.attribution());
      entry.put("active", wish.active());
      list.add(entry);
    }
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(Map.of("feeds", list));
  }
}
