package org.insignia.server.sharing.figures.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.sharing.counts.Kind;
import org.insignia.server.sharing.figures.Figure;

/**
 * Adds figures up.
 *
 * @param begins first days of the stretches that are one bar each, the earliest first
 * @param label how such a day is written
 */
record Charts(List<LocalDate> begins, Function<LocalDate, String> label) {
  private static final int FULL = 100;

  List<FiguresPage.Series> series(List<Figure> figures) {
    var sums = new EnumMap<Kind, long[]>(Kind.class);
    for (var kind : Kind.values()) {
      sums.put(kind, new long[begins.size()]);
    }
    for (var figure : figures) {
      int at = stretch(figure.day());
      if (at >= 0) {
        sums.getOrDefault(figure.kind(), new long[begins.size()])[at] += figure.count();
      }
    }
    var series = new ArrayList<FiguresPage.Series>();
    sums.forEach((kind, counts) ->
        series.add(new FiguresPage.Series(kind.name(), LongStream.of(counts).sum(), bars(counts))));
    return series;
  }

  /** Which stretch a day is of; below 0: before all. */
  private int stretch(LocalDate day) {
    for (int i = begins.size() - 1; i >= 0; i--) {
      if (!day.isBefore(begins.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private List<FiguresPage.Bar> bars(long[] counts) {
    long highest = Math.max(1, LongStream.of(counts).max().orElse(1));
    var bars = new ArrayList<FiguresPage.Bar>();
    for (int i = 0; i < counts.length; i++) {
      int height = (int) Math.ceilDiv(FULL * counts[i], highest);
      bars.add(new FiguresPage.Bar(label.apply(begins.get(i)), counts[i], height));
    }
    return bars;
  }

  /** By achievement, those of which most were issued first. */
  static List<Map.Entry<AchievementId, long[]>> byAchievement(List<Figure> figures) {
    var sums = new HashMap<AchievementId, long[]>();
    for (var figure : figures) {
      sums.computeIfAbsent(figure.achievement(), a -> new long[Kind.values().length])[
              figure.kind().ordinal()] +=
          figure.count();
    }
    return sums.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<AchievementId, long[]> e) -> -e.getValue()[0])
                .thenComparing(e -> -LongStream.of(e.getValue()).sum())
                .thenComparing(e -> e.getKey().value()))
        .toList();
  }
}
