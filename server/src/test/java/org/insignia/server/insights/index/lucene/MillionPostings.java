package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.IOUtils;
import org.insignia.server.insights.index.InventedEntries;
import org.insignia.server.insights.index.JobEntry;
import org.insignia.server.insights.index.JobQuery;
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

  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    var folder = Files.createTempDirectory("insignia-postings-");
    try (var index = LuceneIndex.in(folder)) {
      long begun = System.nanoTime();
      fill(index, count);
      System.out.printf(
          "%,d postings in %.1f s, %.1f bytes each%n",
          count, (System.nanoTime() - begun) / 1e9, (double) size(folder) / count);
      ask(index, "as written");
      index.settle();
      System.out.printf("merged: %.1f bytes each%n", (double) size(folder) / count);
      ask(index, "merged");
    } finally {
      IOUtils.rm(folder);
    }
  }

  private static void fill(LuceneIndex index, int count) {
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

  private static void ask(LuceneIndex index, String state) {
    var skills = new SkillTable().all().stream().map(Skill::id).toList();
    var random = new Random(3);
    var today = LocalDate.ofInstant(InventedEntries.NOW, ZoneOffset.UTC);
    var nanos = new long[ASKED];
    var busy = new long[ASKED]; // on a machine that others use, the clock tells of them as well
    var thread = ManagementFactory.getThreadMXBean();
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
      long begunBusy = thread.getCurrentThreadCpuTime();
      var figures = index.figures(query, 5, 10, today);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
        busy[i] = thread.getCurrentThreadCpuTime() - begunBusy;
        found += figures.openings();
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(busy);
    System.out.printf(
        "%s: %d questions, %,d postings found each in the mean; p50 %.2f ms, p99 %.2f ms; of the processor p50 %.2f ms, p99 %.2f ms%n",
        state,
        ASKED,
        found / ASKED,
        nanos[ASKED / 2] / 1e6,
        nanos[ASKED * 99 / 100] / 1e6,
        busy[ASKED / 2] / 1e6,
        busy[ASKED * 99 / 100] / 1e6);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
