package org.insignia.server.insights.posting;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives tests of pages postings of their own: at employers with a mark nobody else has. */
@Component
public class InventedMarket {
  private static final List<Place> PLACES =
      List.of(
          new Place("DE", "", "Berlin"),
          new Place("US", "CA", "San Francisco"),
          new Place("ES", "", "Madrid"),
          new Place("BR", "SP", "São Paulo"));
  private static final List<String> TITLES =
      List.of("Cloud Engineer", "Sr. Cloud Administrator (m/f/d)", "Platform Engineer, Payments");

  private final PostingIntake intake;
  private final JdbcClient db;

  InventedMarket(PostingIntake intake, JdbcClient db) {
    this.intake = intake;
    this.db = db;
  }

  /**
   * Postings that name these tags, at seven employers, in four places, two of three with pay.
   *
   * @param mark stands in the name of every employer
   */
  public List<PostingId> open(String mark, int count, Instant now, List<String> tags) {
    var feed = TestPostings.feed(db);
    db.sql("update job_feed set good_at = now(), attribution = :line where id = :id")
        .param("line", "Postings courtesy of " + mark)
        .param("id", feed)
        .update();
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      postings.add(posting(i, mark, now, tags));
    }
    intake.take(feed, postings);
    return postings.stream().map(posting -> PostingId.of(feed, posting.sourceId())).toList();
  }

  /** One posting whose address to apply at is this. */
  public PostingId open(String mark, URI applyUrl) {
    var feed = TestPostings.feed(db);
    var like = posting(0, mark, Instant.parse("2026-08-01T10:00:00Z"), List.of());
    intake.take(
        feed,
        List.of(
            new Posting(
                "one",
                like.title(),
                mark,
                like.placeGiven(),
                like.places(),
                like.workplace(),
                null,
                like.seniority(),
                "",
                "",
                null,
                null,
                applyUrl,
                List.of(),
                "<script>alert(1)</script>\nPlain text.")));
    return PostingId.of(feed, "one");
  }

  /** Closes them. */
  public void close(List<PostingId> ids) {
    intake.close(ids.stream().map(PostingId::value).toList());
  }

  private static Posting posting(int i, String mark, Instant now, List<String> tags) {
    var place = PLACES.get(i % PLACES.size());
    var currency = i % 2 == 0 ? "EUR" : "USD";
    var low = new BigDecimal(50_000 + 1000 * i);
    var salary = new Salary(low, low.add(new BigDecimal(10_000)), currency, Period.YEAR);
    return new Posting(
        UUID.randomUUID().toString(),
        TITLES.get(i % TITLES.size()),
        mark + " " + "ABCDEFG".charAt(i * i % 7) + " Works",
        place.city(),
        List.of(place),
        i % 5 == 0 ? Workplace.REMOTE : Workplace.HYBRID,
        i % 3 == 0 ? null : salary,
        i % 4 == 0 ? Seniority.SENIOR : Seniority.MID,
        "Full-time",
        "en",
        now.minus(3L * i, ChronoUnit.DAYS),
        null,
        URI.create("https://jobs.example/" + mark + "/" + i),
        i % 2 == 0 ? tags : List.of(tags.getFirst(), "Kubernetes"),
        "You keep our clouds running.\nYou know what you do.");
  }
}
