package org.insignia.server.insights.index;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.insignia.server.insights.feed.FeedDoor;
import org.insignia.server.insights.format.Shared;
import org.insignia.server.insights.index.lucene.LuceneIndex;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 7,673 recorded postings, imported and counted, held against a calculation over the lines of
 * the file in this test's own terms. From the product it takes only how a place, a level and a
 * title are read, which have tests of their own.
 */
@ServerTest
class SharedPostingsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final Instant NOW = Instant.parse("2026-08-10T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final Place ANYWHERE = new Place("", "", "");

  /** Skills that are told by one look: as a tag of the file, or as a word of the title. */
  private static final Map<String, Pattern> SKILLS =
      Map.of(
          "python", word("python"),
          "kubernetes", word("kubernetes|k8s"),
          "terraform", word("terraform"),
          "java", word("java"),
          "typescript", word("typescript"),
          "postgresql", word("postgres|postgresql"),
          "cpp", Pattern.compile("(?i)(?<![\\p{L}\\p{N}])c\\+\\+"),
          "pytorch", word("pytorch"));

  /** What a period of the file is in a year. */
  private static final Map<String, Integer> PERIODS =
      Map.of(
          "year",
          1,
          "1 YEAR",
          1,
          "per-year-salary",
          1,
          "month",
          12,
          "1 MONTH",
          12,
          "1 HOUR",
          2080,
          "per-hour-wage",
          2080);

  private static final Set<String> LIKE_THE_DOLLAR =
      Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD");

  @Autowired private FeedDoor feeds;
  @Autowired private Postings postings;
  @Autowired private JobTagging tagging;

  private static Pattern word(String words) {
    return Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
  }

  /** A line of the file, and the posting that was made of it. */
  private record Job(JsonNode line, KnownPosting known) {
    String text(String name) {
      return line.path(name).isString() ? line.path(name).stringValue() : "";
    }

    boolean open() {
      return line.get("still_open").booleanValue();
    }

    String employer() {
      return text("company").toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    boolean asksFor(String skill) {
      var name = skill.equals("cpp") ? "C++" : skill;
      for (var tag : line.path("skills")) {
        if (tag.isString() && tag.stringValue().equalsIgnoreCase(name)) {
          return true;
        }
      }
      return SKILLS.get(skill).matcher(text("title")).find();
    }

    /** Which job it is, as a reader of the list would say. */
    String job() {
      var places = known.posting().places();
      return employer()
          + "\n"
          + letters(text("title"))
          + "\n"
          + (places.isEmpty()
              ? letters(text("location_raw"))
              : places.stream().map(Place::packed).sorted().toList());
    }

    String stated() {
      return text("currency_original").isEmpty()
          ? ""
          : text("currency_original")
              + PERIODS.get(text("salary_interval_orig"))
              + amount("salary_min_orig")
              + " "
              + amount("salary_max_orig");
    }

    private BigDecimal amount(String name) {
      return line.get(name).decimalValue().setScale(2, RoundingMode.HALF_UP);
    }

    /** The middle of the range a year, in whole units; null where none can be told. */
    BigDecimal yearly() {
      if (stated().isEmpty()) {
        return null;
      }
      var times = BigDecimal.valueOf(PERIODS.get(text("salary_interval_orig")));
      var low = amount("salary_min_orig").multiply(times).setScale(0, RoundingMode.HALF_UP);
      var high = amount("salary_max_orig").multiply(times).setScale(0, RoundingMode.HALF_UP);
      boolean slip =
          LIKE_THE_DOLLAR.contains(text("currency_original"))
              && (low.doubleValue() < 10_000 || high.doubleValue() > 1_500_000);
      return slip ? null : low.add(high).divide(BigDecimal.TWO);
    }

    private static String letters(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
  }

  @Test
  void counts_rankings_and_pay_are_those_of_an_independent_calculation(@TempDir Path folder)
      throws IOException {
    var file = Shared.file("jobs/ats-tech-jobs/jobs.jsonl.gz");
    var feed = feeds.imported("shared " + UUID.randomUUID(), Files.readAllBytes(file));
    try (var index = LuceneIndex.in(folder)) {
      var jobs = jobs(feed, file);
      assertThat(jobs).hasSize(7673);
      assertThat(jobs).allMatch(job -> job.open() == (job.known().closedAt() == null));
      each_open_job_counts_once(jobs);
      fill(index, jobs);
      for (var query : queries()) {
        compare(index, query, jobs);
      }
    } finally {
      feeds.remove(feed);
    }
  }

  private List<Job> jobs(UUID feed, Path file) throws IOException {
    var lines = new LinkedHashMap<PostingId, JsonNode>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var node = JSON.readTree(line);
        lines.put(PostingId.of(feed, node.get("job_uid").stringValue()), node);
      }
    }
    return postings.find(List.copyOf(lines.keySet())).stream()
        .map(known -> new Job(lines.get(known.id()), known))
        .toList();
  }

  /** Of a job with stated salaries each of them once, of another one posting. */
  private static void each_open_job_counts_once(List<Job> jobs) {
    var open = jobs.stream().filter(Job::open).collect(groupingBy(Job::job));
    open.forEach((job, same) -> {
      var stated = new HashSet<>(same.stream().map(Job::stated).toList());
      if (stated.size() > 1) {
        stated.remove("");
      }
      var counted = same.stream().filter(each -> each.known().counts()).map(Job::stated).toList();
      assertThat(counted).as(job).containsExactlyInAnyOrderElementsOf(stated);
    });
    assertThat(open.size()).isBetween(5000, 5947);
  }

  private void fill(LuceneIndex index, List<Job> jobs) {
    List<JobEntry> entries = new ArrayList<>();
    for (var job : jobs) {
      if (JobTagging.isKept(job.known(), NOW)) {
        entries.add(
            JobTagging.entry(entries.size() + 1L, job.known(), tagging.skills(job.known())));
      }
    }
    index.write(entries, List.of(), 1);
  }

  private static List<JobQuery> queries() {
    List<JobQuery> queries = new ArrayList<>();
    queries.add(JobQuery.forSkills(Set.of()));
    SKILLS.keySet().forEach(skill -> queries.add(JobQuery.forSkills(Set.of(skill))));
    queries.add(JobQuery.forSkills(Set.of("python", "java", "kubernetes")));
    for (var country : List.of("US", "GB", "DE", "IN")) {
      queries.add(
          new JobQuery(Set.of("python"), "", "", Place.in(country), false, null, null, "", ""));
    }
    queries.add(
        new JobQuery(
            Set.of("python"),
            "kubernetes",
            "",
            new Place("US", "CA", ""),
            false,
            null,
            TODAY.minusDays(90),
            "",
            ""));
    queries.add(
        new JobQuery(Set.of(), "", "", ANYWHERE, false, Seniority.MANAGEMENT, null, "", ""));
    return queries;
  }

  private static boolean matches(Job job, JobQuery query) {
    var place = query.place();
    var since = query.since();
    return (query.skills().isEmpty() || query.skills().stream().anyMatch(job::asksFor))
        && (query.also().isEmpty() || job.asksFor(query.also()))
        && (place.isUnknown()
            || job.known().posting().places().stream()
                .anyMatch(each ->
                    each.country().equals(place.country())
                        && (place.region().isEmpty() || each.region().equals(place.region()))))
        && (query.seniority() == null || level(job) == query.seniority())
        && (since == null || !appeared(job).isBefore(since));
  }

  private static Seniority level(Job job) {
    return job.known().posting().seniority();
  }

  private static LocalDate appeared(Job job) {
    return OffsetDateTime.parse(job.text("published_at"))
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDate();
  }

  private static void compare(JobIndex index, JobQuery query, List<Job> jobs) {
    var matching = jobs.stream().filter(job -> matches(job, query)).toList();
    var counted = matching.stream().filter(Job::open).filter(job -> job.known().counts()).toList();
    var figures = index.figures(query, 1000, 10, TODAY);
    assertThat(figures.openings()).as("%s", query).isEqualTo(counted.size()).isPositive();
    assertThat(figures.of(Facet.EMPLOYER))
        .as("employers of %s", query)
        .isEqualTo(ranking(counted, job -> List.of(job.employer())));
    assertThat(figures.of(Facet.TITLE))
        .as("titles of %s", query)
        .isEqualTo(
            ranking(counted, job -> List.of(TitleName.key(job.text("title")))).stream()
                .limit(1000)
                .toList());
    assertThat(figures.of(Facet.PLACE))
        .as("places of %s", query)
        .isEqualTo(
            ranking(
                counted,
                job -> job.known().posting().places().stream().map(Place::packed).toList()));
    var skills = new HashMap<String, Long>();
    figures.of(Facet.SKILL).forEach(bar -> skills.put(bar.key(), bar.count()));
    for (var skill : SKILLS.keySet()) {
      assertThat(skills.getOrDefault(skill, 0L))
          .as("%s within %s", skill, query)
          .isEqualTo(counted.stream().filter(job -> job.asksFor(skill)).count());
    }
    comparePay(figures.pay(), query, counted);
    compareWeeks(figures.trend(), query, matching);
  }

  private static List<Bar> ranking(List<Job> jobs, Function<Job, Collection<String>> keys) {
    var counts = new TreeMap<String, Long>();
    jobs.forEach(
        job -> Set.copyOf(keys.apply(job)).forEach(key -> counts.merge(key, 1L, Long::sum)));
    return counts.entrySet().stream()
        .map(entry -> new Bar(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Bar::count).reversed().thenComparing(Bar::key))
        .toList();
  }

  private static void comparePay(List<PayFigures> figures, JobQuery query, List<Job> counted) {
    var paid =
        counted.stream()
            .filter(job -> job.yearly() != null)
            .filter(job ->
                level(job) != Seniority.MANAGEMENT || query.seniority() == Seniority.MANAGEMENT)
            .collect(groupingBy(job -> job.text("currency_original")));
    assertThat(figures)
        .as("currencies of %s", query)
        .extracting(PayFigures::currency)
        .containsExactlyInAnyOrderElementsOf(paid.keySet());
    for (var figure : figures) {
      var jobs = paid.get(figure.currency());
      var years = jobs.stream().map(Job::yearly).sorted().toList();
      assertThat(figure.n()).as("%s of %s", figure.currency(), query).isEqualTo(years.size());
      long employers = jobs.stream().map(Job::employer).distinct().count();
      if (years.size() < 10 || employers < 3) {
        assertThat(figure.percentiles()).as("%s of %s", figure.currency(), query).isEmpty();
      } else {
        assertThat(figure.percentiles())
            .as("%s of %s", figure.currency(), query)
            .containsExactly(
                percentile(years, 10),
                percentile(years, 25),
                percentile(years, 50),
                percentile(years, 75),
                percentile(years, 90));
      }
    }
  }

  /** Linear interpolation between the two salaries around the place of the percentile. */
  private static BigDecimal percentile(List<BigDecimal> years, int percent) {
    int hundredths = percent * (years.size() - 1);
    var below = years.get(hundredths / 100);
    var above = years.get(Math.min(years.size() - 1, hundredths / 100 + 1));
    var part = BigDecimal.valueOf(hundredths % 100, 2);
    return below.add(above.subtract(below).multiply(part)).setScale(2, RoundingMode.HALF_UP);
  }

  /** Those that are over by now count in the week they appeared; of open ones those that count. */
  private static void compareWeeks(List<Openings> weeks, JobQuery query, List<Job> matching) {
    var byWeek =
        matching.stream()
            .filter(job -> !job.open() || job.known().counts())
            .collect(
                groupingBy(
                    job -> appeared(job).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                    counting()));
    assertThat(weeks).hasSize(26);
    assertThat(weeks)
        .as("weeks of %s", query)
        .allSatisfy(
            week -> assertThat(week.count()).isEqualTo(byWeek.getOrDefault(week.week(), 0L)));
  }
}
