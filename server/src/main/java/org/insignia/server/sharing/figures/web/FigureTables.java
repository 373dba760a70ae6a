package org.insignia.server.sharing.figures.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.sharing.counts.Kind;
import org.insignia.server.sharing.figures.Figure;
import org.insignia.server.sharing.figures.Figures;
import org.insignia.server.sharing.figures.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to an issuer's badges, as tables that spreadsheets open. */
@Component
public class FigureTables {
  private final Figures figures;
  private final Achievements achievements;
  private final Texts texts;

  FigureTables(Figures figures, Achievements achievements, Texts texts) {
    this.figures = figures;
    this.achievements = achievements;
    this.texts = texts;
  }

  /**
   * Which figures.
   *
   * @param badge id of one achievement; empty: all
   * @param language of headers and titles
   */
  public record Asked(Organisation organisation, Period period, String badge, Language language) {
    /** Whatever is no id means all. */
    public Asked {
      badge = badge.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? badge : "";
    }

    private @Nullable AchievementId one() {
      return badge.isEmpty() ? null : new AchievementId(UUID.fromString(badge));
    }
  }

  private List<Figure> found(Asked asked) {
    var from = asked.period().begins(figures.today()).getFirst();
    var one = asked.one();
    return figures.of(asked.organisation().id(), from).stream()
        .filter(f -> one == null || f.achievement().equals(one))
        .toList();
  }

  /** Day by day. */
  public void days(Asked asked, Writer out) throws IOException {
    Map<AchievementId, String> titles =
        achievements.all(asked.organisation().id()).stream()
            .collect(Collectors.toMap(Achievement::id, a -> a.words(asked.language()).name()));
    out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
    out.write(CsvLine.of(head(asked.language())));
    var days = found(asked).stream().collect(Collectors.groupingBy(Figure::day));
    for (var day : days.keySet().stream().sorted().toList()) {
      for (var entry : Charts.byAchievement(days.getOrDefault(day, List.of()))) {
        var title = titles.getOrDefault(entry.getKey(), "");
        out.write(CsvLine.of(cells(day.toString(), title, entry.getValue())));
      }
    }
  }

  /** By country, as the page shows them. */
  public void countries(Asked asked, Writer out) throws IOException {
    var from = asked.period().begins(figures.today()).getFirst();
    var rows = figures.byCountry(asked.organisation().id(), asked.one(), from, found(asked));
    out.write('\ufeff');
    for (var line : Places.lines(rows, texts, asked.language())) {
      out.write(CsvLine.of(line));
    }
  }

  private List<String> head(Language language) {
    return Stream.concat(
            Stream.of("figures.day", "figures.badge"),
            Arrays.stream(Kind.values()).map(kind -> "figures.kind." + kind))
        .map(key -> texts.text(language, key))
        .toList();
  }

  private static List<String> cells(String day, String title, long[] counts) {
    return Stream.concat(Stream.of(day, title), LongStream.of(counts).mapToObj(Long::toString))
        .toList();
  }
}
