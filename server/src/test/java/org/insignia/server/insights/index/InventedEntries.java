package org.insignia.server.insights.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.bench.postings.InventedPosting;
import org.insignia.bench.postings.PostingGenerator;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.skill.Words;

/** Entries of invented postings. */
public final class InventedEntries {
  /** The day on which all of them are looked at. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final int ONE_CLOSED_IN = 10;

  private InventedEntries() {}

  /** So many entries, the same for the same seed. */
  public static Stream<JobEntry> of(long seed, int count) {
    var skills = new SkillTable().all().stream().map(Skill::id).toList();
    var generator = new PostingGenerator(seed, skills);
    return Stream.generate(() -> entry(generator.next())).limit(count);
  }

  private static JobEntry entry(InventedPosting posting) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(posting.country(), posting.region(), posting.city()));
    if (posting.number() % 7 == 0) {
      places.add(Place.in("FR"));
    }
    var words = new ArrayList<>(Words.of(posting.title()));
    words.addAll(Words.of(posting.employer()));
    words.addAll(Words.of(posting.city()));
    return new JobEntry(
        posting.number(),
        posting.number() % ONE_CLOSED_IN != 0,
        posting.employer().toLowerCase(Locale.ROOT),
        TitleName.key(posting.title()),
        Set.copyOf(posting.skills()),
        places,
        posting.remote() ? Workplace.REMOTE : Workplace.ONSITE,
        Seniority.valueOf(posting.seniority()),
        NOW.minus(posting.daysAgo(), ChronoUnit.DAYS),
        posting.low() == 0 ? null : new Pay(posting.currency(), posting.low() + posting.high()),
        Set.copyOf(words));
  }
}
