package org.insignia.server.sharing.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.claims.figures.Acceptances;
import org.insignia.server.issuing.browse.IssuedDays;
import org.insignia.server.issuing.browse.Subject;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The daily figures of issuers, and how they come to be. */
@Component
public class Figures {
  private final FigureStore store;
  private final IssuedDays issued;
  private final Acceptances acceptances;
  private final Clock clock;

  Figures(FigureStore store, IssuedDays issued, Acceptances acceptances, Clock clock) {
    this.store = store;
    this.issued = issued;
    this.acceptances = acceptances;
    this.clock = clock;
  }

  /** Of an issuer from a day on, by day. */
  public List<Figure> of(OrganisationId organisation, LocalDate from) {
    return store.of(organisation.value(), from);
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
