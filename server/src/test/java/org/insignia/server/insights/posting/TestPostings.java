package org.insignia.server.insights.posting;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postings and feeds for tests of the store. */
final class TestPostings {
  private TestPostings() {}

  static UUID feed(JdbcClient db) {
    var id = Ids.next();
    db.sql(
            """
            insert into job_feed (id, name, kind, address, interval_minutes, employer, country, attribution,
                                  active, from_file, created_at, outcome)
            values (:id, :name, 'JSON_LINES', '', 60, '', '', '', false, false, now(), 'NEW')
            """)
        .param("id", id)
        .param("name", "feed " + id)
        .update();
    return id;
  }

  static Posting posting(String id, String employer, @Nullable Salary salary) {
    return posting(id, employer, salary, null);
  }

  static Posting posting(
      String id, String employer, @Nullable Salary salary, @Nullable Instant validThrough) {
    return new Posting(
        id,
        "Cloud Engineer",
        employer,
        "Berlin, Deutschland",
        List.of(new Place("DE", "", "Berlin")),
        Workplace.HYBRID,
        salary,
        Seniority.SENIOR,
        "Full-time",
        "en",
        Instant.parse("2026-08-01T10:00:00Z"),
        validThrough,
        URI.create("https://jobs.example/" + id),
        List.of("AWS", "C++"),
        "Build clouds.\nKeep them up.");
  }
}
