package org.insignia.server.sharing.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.claims.figures.Acceptances;
import org.insignia.server.issuing.browse.IssuedDays;
import org.insignia.server.issuing.browse.Subject;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.sharing.counts.Countries;
import org.insignia.server.sharing.counts.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The daily figures of issuers, and how they come to be. */
@Component
public class Figures {
  private final FigureStore store;
  private final IssuedDays issued;
  private final Acceptances acceptances;
  private final Countries countries;
  private final Clock clock;

  Figures(
      FigureStore store,
      IssuedDays issued,
      Acceptances acceptances,
      Countries countries,
      Clock clock) {
    this.countries = countries;
    this.store = store;
    this.issued = issued;
    this.acceptances = acceptances;
    this.clock = clock;
  }

  /** Of an issuer from a day on, by day. */
  public List<Figure> of(OrganisationId organisation, LocalDate from) {
    return store.of(organisation.value(), from);
  }

  /**
   * What happened in one country.
   *
   * @param code two letters of ISO 3166-1; empty: in all others, or it is not known where
   * @param counts a count that is missing is small, except in the row of all others
   */
  public record InCountry(String code, Map<Kind, Long> counts) {
    public InCountry {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * Figures by country, those with most first and all others together last; empty where no country
   * has much of anything. Issuing happens nowhere.
   *
   * @param found what {@link #of} found from that day on, of the same badges
   * @param one the achievement that is looked at alone; null: all
   */
  public List<InCountry> byCountry(
      OrganisationId organisation,
      @Nullable AchievementId one,
      LocalDate from,
      List<Figure> found) {
    var rest = new EnumMap<Kind, Long>(Kind.class);
    found.forEach(figure -> rest.merge(figure.kind(), figure.count(), Long::sum));
    rest.remove(Kind.ISSUED);
    var rows = new ArrayList<InCountry>();
    for (var country : countries.of(organisation, one, from)) {
      rows.add(new InCountry(country.code(), country.counts()));
      // Countries are written at once, figures are counted again every few minutes.
      country
          .counts()
          .forEach(
              (kind, count) -> rest.computeIfPresent(kind, (k, all) -> Math.max(0, all - count)));
    }
    if (!rows.isEmpty()) {
      rows.add(new InCountry("", rest));
    }
    return rows;
  }

  /** Today, as days are counted. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Counts a day anew, in place of what was counted before. */
  @Transactional
  public void count(LocalDate day) {
    var counts = new HashMap<FigureStore.Key, Long>();
    issued.on(day).forEach((subject, count) -> add(counts, subject, Kind.ISSUED, count));
    acceptances.visit(
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
        accepted ->
            issued.subjects(accepted).values().forEach(s -> add(counts, s, Kind.ACCEPTED, 1)));
    store.reach(day).forEach(reach -> add(counts, reach.subject(), reach.kind(), reach.count()));
    store.replace(day, counts);
  }

  private static void add(
      Map<FigureStore.Key, Long> counts, Subject subject, Kind kind, long count) {
    counts.merge(new FigureStore.Key(subject, kind), count, Long::sum);
  }
}
