package org.insignia.server.insights.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.insignia.server.insights.index.lucene.MeasuredLucene;
import org.insignia.server.insights.index.opensearch.MeasuredCluster;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;

/**
 * Measures the index with a million invented postings: its size, and how long the page of a skill
 * in a country takes (four facets, pay, trend, the newest ten). Run by {@code ./dev bench
 * postings}.
 */
final class MillionPostings {
  private static final int BATCH = 20_000;
  private static final int ASKED = 3000;
  private static final int WARMING = 1000;
  private static final String[] COUNTRIES = {"US", "DE", "GB", "BR", "ES", "IN", "CA", "IT"};

  private MillionPostings() {}

  /**
   * Measures.
   *
   * @param args how many postings; {@code lucene} or {@code opensearch}; for this, the folder in
   *     which the module {@code searchnode} was built
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (var engine = engine(args)) {
      long begun = System.nanoTime();
      fill(engine.index(), count);
      System.out.printf(
          "%,d postings in %.1f s, %.1f bytes each%n",
          count, (System.nanoTime() - begun) / 1e9, (double) engine.size() / count);
      ask(engine, "as written");
      engine.settle();
      System.out.printf("merged: %.1f bytes each%n", (double) engine.size() / count);
      ask(engine, "merged");
    }
  }

  private static MeasuredEngine engine(String[] args) throws IOException {
    var folder = Files.createTempDirectory("insignia-postings-");
    return args.length > 1 && args[1].equals("opensearch")
        ? new MeasuredCluster(folder, Path.of(args[2]))
        : new MeasuredLucene(folder);
  }

  private static void fill(JobIndex index, int count) {
    List<JobEntry> batch = new ArrayList<>(BATCH);
    var entries = InventedEntries.of(9, count).iterator();
    long revision = 0;
    while (entries.hasNext()) {
      batch.add(entries.next());
      if (batch.size() == BATCH || !entries.hasNext()) {
        index.write(batch, List.of(), ++revision);
        batch.clear();
      }
    }
  }

  private static void ask(MeasuredEngine engine, String state) {
    var skills = new SkillTable().all().stream().map(Skill::id).toList();
    var random = new Random(3);
    var today = LocalDate.ofInstant(InventedEntries.NOW, ZoneOffset.UTC);
    var nanos = new long[ASKED];
    var busy = new long[ASKED]; // on a machine that others use, the clock tells of them as well
    var index = engine.index();
    long found = 0;
    for (int i = -WARMING; i < ASKED; i++) {
      double part = random.nextDouble();
      var skill = skills.get((int) (skills.size() * part * part));
      var query =
          new JobQuery(
              Set.of(skill),
              "",
              "",
              Place.in(COUNTRIES[random.nextInt(COUNTRIES.length)]),
              false,
              null,
              null,
              "",
              "");
      long begun = System.nanoTime();
      long begunBusy = engine.busy();
      var figures = index.figures(query, 5, 10, today);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
        busy[i] = engine.busy() - begunBusy;
        found += figures.openings();
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(busy);
    System.out.printf(
        "%s: %d questions, %,d postings found each in the mean; p50 %.2f ms, p99 %.2f ms; of the processor p50 %.2f ms, p99 %.2f ms, mean %.2f ms%n",
        state,
        ASKED,
        found / ASKED,
        nanos[ASKED / 2] / 1e6,
        nanos[ASKED * 99 / 100] / 1e6,
        busy[ASKED / 2] / 1e6,
        busy[ASKED * 99 / 100] / 1e6,
        Arrays.stream(busy).average().orElse(0) / 1e6);
  }
}
