package org.insignia.server.insights.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.index.Openings;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.market.Outlook;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.web.InsightsPage.Block;
import org.insignia.server.insights.web.InsightsPage.PayBlock;
import org.insignia.server.insights.web.InsightsPage.Row;
import org.insignia.server.insights.web.InsightsPage.TrendBlock;
import org.insignia.server.insights.web.InsightsPage.Week;
import org.insignia.server.platform.web.Shell;

/**
 * Makes rows of figures.
 *
 * @param asked what this page is narrowed down by
 * @param jobs what the page of postings behind it is asked
 * @param path of this page
 */
record Charts(
    JobSearch search,
    SkillTable table,
    Shell shell,
    Asked asked,
    Asked jobs,
    String path,
    int top,
    int more) {
  private static final int FULL = 100;

  List<Block> blocks(Outlook outlook) {
    List<Block> blocks = new ArrayList<>();
    for (var facet : Facet.values()) {
      var bars = outlook.bars(facet);
      if (!bars.isEmpty()) {
        var key = facet.name().toLowerCase(Locale.ROOT);
        boolean open = asked.get("more").equals(key);
        int shown = open ? more : top;
        boolean hasMore = !open && bars.size() > top;
        blocks.add(
            new Block(
                key,
                rows(facet, bars.subList(0, Math.min(shown, bars.size()))),
                hasMore ? shell.link(asked.with("more", key).at(path)) + "#" + key : ""));
      }
    }
    return blocks;
  }

  private List<Row> rows(Facet facet, List<Bar> bars) {
    var keys = bars.stream().map(Bar::key).toList();
    Function<String, String> label =
        switch (facet) {
          case EMPLOYER -> search.employers(keys)::get;
          case TITLE -> search.titles(keys)::get;
          case PLACE -> key -> Wording.place(Place.unpacked(key), shell);
          case SKILL -> InsightPages.names(table)::get;
        };
    long longest = bars.stream().mapToLong(Bar::count).max().orElse(1);
    return bars.stream()
        .map(bar ->
            new Row(
                label.apply(bar.key()) == null ? bar.key() : label.apply(bar.key()),
                bar.count(),
                part(bar.count(), longest),
                shell.link(behind(facet, bar.key()).at("/home/jobs"))))
        .toList();
  }

  private Asked behind(Facet facet, String key) {
    return switch (facet) {
      case EMPLOYER -> jobs.with("employer", key);
      case TITLE -> jobs.with("title", key);
      case SKILL -> jobs.with("also", key);
      case PLACE -> {
        var place = Place.unpacked(key);
        yield jobs.with("country", place.country())
            .with("region", place.region())
            .with("city", place.city());
      }
    };
  }

  List<PayBlock> pay(JobFigures figures) {
    return figures.pay().stream().limit(top).map(this::pay).toList();
  }

  private PayBlock pay(PayFigures figures) {
    int longest = figures.bands().stream().mapToInt(PayFigures.Band::count).max().orElse(1);
    return new PayBlock(
        figures.currency(),
        figures.n(),
        figures.percentiles().stream()
            .map(amount -> Wording.money(figures.currency(), amount, shell))
            .toList(),
        figures.bands().stream()
            .map(band ->
                row(new PayRange(figures.currency(), band.from(), band.to()), band, longest))
            .toList());
  }

  private Row row(PayRange range, PayFigures.Band band, int longest) {
    return new Row(
        Wording.amounts(range, shell),
        band.count(),
        part(band.count(), longest),
        band.count() == 0 ? "" : shell.link(jobs.with("pay", range.toString()).at("/home/jobs")));
  }

  TrendBlock trend(Outlook outlook) {
    var weeks = outlook.figures().trend();
    long highest = weeks.stream().mapToLong(Openings::count).max().orElse(1);
    var bars =
        weeks.stream()
            .map(week ->
                new Week(shell.date(week.week()), week.count(), part(week.count(), highest)))
            .toList();
    return new TrendBlock(bars, outlook.appearedLately(), outlook.appearedBefore());
  }

  private static int part(long count, long of) {
    return of == 0 ? 0 : (int) Math.max(count > 0 ? 1 : 0, count * FULL / of);
  }
}
