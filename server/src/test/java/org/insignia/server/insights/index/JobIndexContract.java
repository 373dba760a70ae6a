package org.insignia.server.insights.index;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every engine must answer, held against a plain calculation over the same postings that knows
 * nothing of terms or indexes.
 */
public abstract class JobIndexContract {
  private static final List<JobEntry> ENTRIES = InventedEntries.of(6, 3000).toList();
  private static final LocalDate TODAY = LocalDate.ofInstant(InventedEntries.NOW, ZoneOffset.UTC);
  private static final Place ANYWHERE = new Place("", "", "");

  /** A revision that no test of changes ends with. */
  private static final long FILLED = 2;

  private JobIndex index;

  /** The engine; it may hold something from before, but of this test class. */
  protected abstract JobIndex index();

  @BeforeEach
  void filled() {
    index = index();
    if (index.revision() == FILLED) {
      return; // the test before only asked
    }
    index.clear();
    assertThat(index.revision()).isZero();
    index.write(ENTRIES.subList(0, 1000), List.of(), 1);
    index.write(ENTRIES.subList(1000, ENTRIES.size()), List.of(), FILLED);
    assertThat(index.revision()).isEqualTo(FILLED);
  }

  static Stream<JobQuery> queries() {
    var azure = Set.of("python", "sql", "java");
    return Stream.of(
        JobQuery.forSkills(Set.of()),
        JobQuery.forSkills(Set.of("python")),
        JobQuery.forSkills(azure),
        new JobQuery(Set.of("python"), "go", "", ANYWHERE, false, null, null, "", ""),
        JobQuery.forSkills(Set.of("no-such-skill")),
        new JobQuery(azure, "", "", Place.in("US"), false, null, null, "", ""),
        new JobQuery(Set.of(), "", "", new Place("US", "R1", ""), false, null, null, "", ""),
        new JobQuery(Set.of(), "", "", new Place("DE", "", "City DE0"), false, null, null, "", ""),
        new JobQuery(Set.of(), "", "", Place.in("FR"), true, null, null, "", ""),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, Seniority.SENIOR, null, "", ""),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, Seniority.MANAGEMENT, null, "", ""),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, null, TODAY.minusDays(30), "", ""),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, null, null, "employer 0", ""),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, null, null, "", "cloud engineer"),
        new JobQuery(Set.of(), "", "ENGÍNEER, cloud!", ANYWHERE, false, null, null, "", ""),
        new JobQuery(Set.of("go"), "", "data nowhere", ANYWHERE, false, null, null, "", ""),
        JobQuery.forSkills(Set.of()).paid(new PayRange("EUR", 40_000, 60_001)),
        JobQuery.forSkills(azure).paid(new PayRange("USD", 0, 75_000)),
        JobQuery.forSkills(azure).paid(new PayRange("USD", 75_000, Long.MAX_VALUE)),
        new JobQuery(Set.of(), "", "", ANYWHERE, false, Seniority.MANAGEMENT, null, "", "")
            .paid(new PayRange("USD", 50_000, 100_000)),
        JobQuery.forSkills(Set.of()).paid(new PayRange("XXX", 0, Long.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void counts_what_is_there(JobQuery query) {
    var found = matching(query).toList();
    var figures = index.figures(query, 5, 10, TODAY);
    assertThat(figures.openings()).isEqualTo(found.size());
    assertThat(index.count(query)).isEqualTo(found.size());
    assertThat(figures.of(Facet.EMPLOYER)).isEqualTo(bars(found, e -> List.of(e.employer()), 5));
    assertThat(figures.of(Facet.TITLE)).isEqualTo(bars(found, e -> List.of(e.title()), 5));
    assertThat(figures.of(Facet.SKILL)).isEqualTo(bars(found, JobEntry::skills, 5));
    assertThat(figures.of(Facet.PLACE))
        .isEqualTo(bars(found, e -> e.places().stream().map(Place::packed).toList(), 5));
    assertThat(index.figures(query, 40, 0, TODAY).of(Facet.SKILL))
        .isEqualTo(bars(found, JobEntry::skills, 40));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void computes_pay_to_the_cent_and_never_across_currencies(JobQuery query) {
    var paid =
        matching(query)
            .filter(e -> e.pay() != null)
            .filter(e ->
                e.seniority() != Seniority.MANAGEMENT || query.seniority() == Seniority.MANAGEMENT)
            .toList();
    var figures = index.figures(query, 5, 10, TODAY).pay();
    var byCurrency = paid.stream().collect(groupingBy(e -> pay(e).currency()));
    assertThat(figures).extracting(PayFigures::currency).hasSameElementsAs(byCurrency.keySet());
    for (var figure : figures) {
      var sums =
          byCurrency.get(figure.currency()).stream().map(e -> pay(e).sum()).sorted().toList();
      assertThat(figure.n()).isEqualTo(sums.size());
      long employers =
          byCurrency.get(figure.currency()).stream()
              .map(JobEntry::employer)
              .filter(employer -> !employer.isEmpty())
              .distinct()
              .count();
      if (sums.size() < 10 || employers < 3) {
        assertThat(figure.percentiles()).isEmpty();
        assertThat(figure.bands()).isEmpty();
      } else {
        assertThat(figure.percentiles())
            .containsExactly(
                percentile(sums, "0.1"),
                percentile(sums, "0.25"),
                percentile(sums, "0.5"),
                percentile(sums, "0.75"),
                percentile(sums, "0.9"));
        for (var band : figure.bands()) {
          var behind = query.paid(new PayRange(figure.currency(), band.from(), band.to()));
          boolean asked = query.pay() == null && figure == figures.getFirst();
          assertThat(asked ? index.count(behind) : band.count())
              .as("postings behind %s", behind)
              .isEqualTo(band.count());
          assertThat(sums.stream().filter(s -> s / 2 >= band.from() && s / 2 < band.to()).count())
              .isEqualTo(band.count());
        }
        assertThat(figure.bands().stream().mapToInt(PayFigures.Band::count).sum())
            .isEqualTo(sums.size());
      }
    }
  }

  private static Pay pay(JobEntry entry) {
    return java.util.Objects.requireNonNull(entry.pay());
  }

  /** Linear interpolation between the two postings around the place of the percentile. */
  private static BigDecimal percentile(List<Long> sums, String part) {
    var place = new BigDecimal(part).multiply(BigDecimal.valueOf(sums.size() - 1L));
    var below = place.setScale(0, RoundingMode.FLOOR);
    var rest = place.subtract(below);
    var low = BigDecimal.valueOf(sums.get(below.intValue())).divide(BigDecimal.TWO);
    if (rest.signum() == 0) {
      return low.setScale(2, RoundingMode.HALF_UP);
    }
    var high = BigDecimal.valueOf(sums.get(below.intValue() + 1)).divide(BigDecimal.TWO);
    return low.add(high.subtract(low).multiply(rest)).setScale(2, RoundingMode.HALF_UP);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void counts_the_weeks_with_closed_postings(JobQuery query) {
    var monday = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Openings> weeks = new ArrayList<>();
    for (int back = 25; back >= 0; back--) {
      var from = monday.minusWeeks(back);
      long count =
          ENTRIES.stream()
              .filter(e -> matches(e, query))
              .map(e -> LocalDate.ofInstant(e.postedAt(), ZoneOffset.UTC))
              .filter(day -> !day.isBefore(from) && day.isBefore(from.plusWeeks(1)))
              .count();
      weeks.add(new Openings(from, count));
    }
    assertThat(index.figures(query, 5, 10, TODAY).trend()).isEqualTo(weeks);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void pages_through_the_newest_first(JobQuery query) {
    var order = Comparator.comparing(JobEntry::postedAt).thenComparing(JobEntry::number).reversed();
    var all = matching(query).sorted(order).map(JobEntry::number).toList();
    assertThat(index.newest(query, 0, 10)).isEqualTo(all.stream().limit(10).toList());
    assertThat(index.figures(query, 5, 10, TODAY).newest())
        .isEqualTo(all.stream().limit(10).toList());
    assertThat(index.figures(query, 5, 0, TODAY).newest()).isEmpty();
    assertThat(index.newest(query, 10, 25)).isEqualTo(all.stream().skip(10).limit(25).toList());
    assertThat(index.newest(query, 5000, 10)).isEmpty();
    all.stream()
        .skip(9)
        .findFirst()
        .ifPresent(tenth ->
            assertThat(index.newest(query, mark(tenth), 25))
                .isEqualTo(all.stream().skip(10).limit(25).toList()));
  }

  private Mark mark(long number) {
    var entry = ENTRIES.stream().filter(e -> e.number() == number).findFirst().orElseThrow();
    return new Mark(Math.floorDiv(entry.postedAt().getEpochSecond(), 60L), number);
  }

  @Test
  void counts_many_sets_of_skills_at_once() {
    var sets =
        List.of(
            Set.of("python"),
            Set.of("python", "sql", "java"),
            Set.of("no-such-skill"),
            Set.of("sql", "no-such-skill"),
            Set.of("python"));
    assertThat(index.counts(sets))
        .isEqualTo(sets.stream().map(set -> matching(JobQuery.forSkills(set)).count()).toList());
    assertThat(index.counts(List.of(Set.of("no-such-skill")))).containsExactly(0L);
  }

  @Test
  void tells_no_pay_of_fewer_than_three_employers() {
    var like = ENTRIES.getFirst();
    var paid =
        IntStream.range(0, 30)
            .mapToObj(i ->
                new JobEntry(
                    i + 1L,
                    true,
                    List.of("one", "two", i < 29 ? "" : "three").get(i % 3),
                    "",
                    Set.of(i % 3 < 2 ? "of-two" : "of-all", "of-any"),
                    List.of(),
                    Workplace.ONSITE,
                    Seniority.MID,
                    like.postedAt(),
                    new Pay("EUR", 100_000L + i),
                    Set.of()))
            .toList();
    index.clear();
    index.write(paid, List.of(), 1);
    var ofTwo = index.figures(JobQuery.forSkills(Set.of("of-two")), 5, 0, TODAY).pay();
    assertThat(ofTwo)
        .singleElement()
        .satisfies(figure -> {
          assertThat(figure.n()).isEqualTo(20);
          assertThat(figure.percentiles()).isEmpty();
          assertThat(figure.bands()).isEmpty();
        });
    var ofAny = index.figures(JobQuery.forSkills(Set.of("of-any")), 5, 0, TODAY).pay();
    assertThat(ofAny).singleElement().matches(figure -> figure.percentiles().size() == 5);
  }

  @Test
  void takes_changes_in_and_lets_go() {
    var first = ENTRIES.getFirst();
    var query = JobQuery.forSkills(Set.of());
    long before = index.count(query);
    index.write(
        List.of(
            new JobEntry(
                first.number(),
                true,
                "renamed",
                "",
                Set.of(),
                List.of(),
                Workplace.HYBRID,
                Seniority.UNSTATED,
                first.postedAt(),
                null,
                Set.of("x".repeat(5000), "renamed"))),
        List.of(ENTRIES.get(1).number(), 999_999L),
        7);
    assertThat(index.revision()).isEqualTo(7);
    assertThat(index.count(query)).isEqualTo(before - 1);
    var renamed = new JobQuery(Set.of(), "", "Renamed", ANYWHERE, false, null, null, "", "");
    assertThat(index.newest(renamed, 0, 5)).containsExactly(first.number());
    index.clear();
    assertThat(index.count(query)).isZero();
    assertThat(index.figures(query, 5, 10, TODAY).pay()).isEmpty();
  }

  private static Stream<JobEntry> matching(JobQuery query) {
    return ENTRIES.stream().filter(e -> e.open() && matches(e, query));
  }

  private static boolean matches(JobEntry e, JobQuery q) {
    var since = q.since();
    return (q.skills().isEmpty() || q.skills().stream().anyMatch(e.skills()::contains))
        && (q.also().isEmpty() || e.skills().contains(q.also()))
        && (q.place().isUnknown() || e.places().stream().anyMatch(p -> isIn(p, q.place())))
        && (!q.remote() || e.workplace() == Workplace.REMOTE)
        && (q.seniority() == null || q.seniority() == e.seniority())
        && (since == null || !LocalDate.ofInstant(e.postedAt(), ZoneOffset.UTC).isBefore(since))
        && (q.employer().isEmpty() || q.employer().equals(e.employer()))
        && (q.title().isEmpty() || q.title().equals(e.title()))
        && isPaid(e, q)
        && (!q.words().contains("nowhere"))
        && (!q.words().contains("cloud")
            || e.title().contains("cloud") && e.title().contains("engineer"));
  }

  private static boolean isPaid(JobEntry e, JobQuery q) {
    var range = q.pay();
    var pay = e.pay();
    boolean counts = e.seniority() != Seniority.MANAGEMENT || q.seniority() == Seniority.MANAGEMENT;
    return range == null
        || pay != null
            && counts
            && pay.currency().equals(range.currency())
            && pay.sum() / 2 >= range.from()
            && pay.sum() / 2 < range.to();
  }

  private static boolean isIn(Place place, Place wanted) {
    return place.country().equals(wanted.country())
        && (wanted.region().isEmpty() || wanted.region().equals(place.region()))
        && (wanted.city().isEmpty() || wanted.city().equals(place.city()));
  }

  private static List<Bar> bars(
      List<JobEntry> found, Function<JobEntry, Collection<String>> keys, int top) {
    Map<String, Long> counts =
        found.stream()
            .flatMap(e -> keys.apply(e).stream().distinct())
            .collect(groupingBy(Function.identity(), counting()));
    return counts.entrySet().stream()
        .map(e -> new Bar(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(Bar::count).reversed().thenComparing(Bar::key))
        .limit(top)
        .toList();
  }
}
