package org.insignia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoPostingsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void the_same_moment_gives_the_same_postings() throws IOException {
    assertThat(text(NOW)).isEqualTo(text(NOW)).isNotEqualTo(text(NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void each_posting_is_another_one() throws IOException {
    assertThat(postings()).hasSize(DemoPostings.COUNT);
    assertThat(postings()).extracting(posting -> posting.get("id")).doesNotHaveDuplicates();
    assertThat(postings())
        .extracting(posting ->
            List.of(posting.get("title"), posting.get("company"), posting.get("location")))
        .doesNotHaveDuplicates();
  }

  @Test
  void none_is_in_the_future_or_older_than_half_a_year() throws IOException {
    assertThat(postings())
        .extracting(posting -> Instant.parse(posting.get("posted_at").asString()))
        .allSatisfy(at -> assertThat(at).isBetween(NOW.minus(Duration.ofDays(180)), NOW));
  }

  @Test
  void pay_is_a_range_and_no_address_is_anybodys() throws IOException {
    assertThat(postings())
        .filteredOn(posting -> posting.has("currency"))
        .allSatisfy(posting -> {
          assertThat(posting.get("salary_min").asLong()).isPositive();
          assertThat(posting.get("salary_max").asLong())
              .isGreaterThan(posting.get("salary_min").asLong());
        });
    assertThat(postings())
        .extracting(posting -> posting.get("url").asString())
        .allMatch(url -> url.startsWith("https://jobs.example.org/"));
  }

  private List<JsonNode> postings() throws IOException {
    return text(NOW).lines().map(json::readTree).toList();
  }

  private String text(Instant now) throws IOException {
    try (var in = DemoPostings.asOf(now, json)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
