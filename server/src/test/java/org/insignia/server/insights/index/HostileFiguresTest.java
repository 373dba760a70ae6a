package org.insignia.server.insights.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.server.insights.feed.FeedDoor;
import org.insignia.server.insights.format.Shared;
import org.insignia.server.insights.index.lucene.LuceneIndex;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Feeds that are readable and mean to move what is published: alone they publish no pay, and beside
 * a market of others they move it no further than one honest posting would.
 */
@ServerTest
class HostileFiguresTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-08-10");
  private static final List<Integer> MARKET_YEARS =
      IntStream.range(0, 40).mapToObj(i -> 14_000 + 400 * i).toList();

  @Autowired private FeedDoor feeds;
  @Autowired private Postings postings;
  @Autowired private JobTagging tagging;

  @TempDir private Path folder;
  private final String mark = "Mark" + UUID.randomUUID().toString().replace("-", "");
  private final List<UUID> imported = new ArrayList<>();
  private LuceneIndex index;

  @BeforeEach
  void open() {
    index = LuceneIndex.in(folder);
  }

  @AfterEach
  void remove() {
    index.close();
    imported.forEach(feeds::remove);
  }

  /** Forty postings of eight employers, each with a pay of its own. */
  private void market() throws IOException {
    var jobs =
        IntStream.range(0, MARKET_YEARS.size())
            .mapToObj(i ->
                """
                {"id": "M%d", "title": "Cloud Engineer", "company": "%s Works %d", "location": "Astana",
                 "salary_min": %d, "currency": "USD", "period": "year", "url": "https://jobs.example/%d",
                 "skills": ["AWS"], "description": "Job %d"}\
                """
                    .formatted(i, mark, i % 8, MARKET_YEARS.get(i), i, i))
            .collect(Collectors.joining(",", "{\"jobs\": [", "]}"));
    imported.add(feeds.imported("market of " + mark, jobs.getBytes(StandardCharsets.UTF_8)));
  }

  /** The poisoned feed, its employer renamed so that nothing of another test is the same job. */
  private void poison(String file) throws IOException {
    var text = Files.readString(Shared.file("hostile/job-feeds/" + file)).replace("Acme", mark);
    imported.add(feeds.imported(file + " of " + mark, text.getBytes(StandardCharsets.UTF_8)));
  }

  private JobFigures figures() {
    var entries = new ArrayList<JobEntry>();
    for (var known : known()) {
      if (known.counts()) {
        entries.add(JobTagging.entry(entries.size() + 1L, known, tagging.skills(known)));
      }
    }
    index.clear();
    index.write(entries, List.of(), 1);
    return index.figures(JobQuery.forSkills(Set.of("aws")), 5, 0, TODAY);
  }

  private List<KnownPosting> known() {
    var all = new ArrayList<KnownPosting>();
    for (var some = postings.after(null, 1000); !some.isEmpty(); ) {
      some.stream().filter(known -> imported.contains(known.feed())).forEach(all::add);
      some = postings.after(some.getLast().id(), 1000);
    }
    return all;
  }

  private PayFigures dollars() {
    return figures().pay().stream()
        .filter(pay -> pay.currency().equals("USD"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_employer_publishes_no_pay_however_much_it_posts() throws IOException {
    int before = 0;
    for (var file : List.of("ok.json", "one-company-90pct.json", "outlier-half.json")) {
      poison(file);
      var pay = dollars();
      assertThat(pay.n()).as(file).isGreaterThanOrEqualTo(25);
      assertThat(pay.percentiles()).as(file).isEmpty();
      assertThat(pay.bands()).as(file).isEmpty();
      assertThat(figures().openings()).as(file).isBetween(25L, 27L);
      before = Math.max(before, pay.n());
    }
    // The same job in three feeds is one job.
    assertThat(before).isEqualTo(25);
  }

  @Test
  void one_posting_five_hundred_times_moves_nothing() throws IOException {
    market();
    poison("ok.json");
    var honest = figures();
    poison("dup-ids.json");
    assertThat(figures()).isEqualTo(honest);
    assertThat(honest.openings()).isEqualTo(65);
  }

  @Test
  void ninety_of_a_hundred_from_one_employer_move_nothing() throws IOException {
    market();
    poison("ok.json");
    var honest = figures();
    poison("one-company-90pct.json");
    assertThat(figures()).isEqualTo(honest);
    assertThat(honest.pay().getFirst().percentiles()).hasSize(5);
  }

  @Test
  void a_third_of_outliers_moves_no_percentile() throws IOException {
    market();
    poison("ok.json");
    var honest = dollars();
    poison("outlier-half.json");
    assertThat(dollars()).isEqualTo(honest);
  }

  @Test
  void a_job_posted_a_thousand_times_moves_the_median_to_its_neighbour_at_most()
      throws IOException {
    market();
    var before = dollars();
    assertThat(before.median()).isEqualByComparingTo("21800");
    poison("dup-reposted.json");
    var after = dollars();
    assertThat(after.n()).isEqualTo(before.n() + 1);
    assertThat(after.median()).isBetween(BigDecimal.valueOf(21_600), BigDecimal.valueOf(22_000));
  }
}
