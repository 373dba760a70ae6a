package org.insignia.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.junit.jupiter.api.Test;

class CachedDocumentsTest {
  private static final URI URL = URI.create("https://issuer.example/did.json");
  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private CachedDocuments answering(int size) {
    return new CachedDocuments(
        url -> {
          asked.incrementAndGet();
          return new Loaded.Document(Bytes.wrap(new byte[size]), "application/json", url);
        },
        clock);
  }

  @Test
  void a_document_is_asked_for_once_in_half_a_minute() {
    var documents = answering(10);
    documents.load(URL);
    now = now.plusSeconds(29);
    documents.load(URL);
    assertThat(asked).hasValue(1);
    now = now.plusSeconds(1);
    documents.load(URL);
    assertThat(asked).hasValue(2);
  }

  @Test
  void what_was_out_of_reach_is_asked_for_again() {
    var documents =
        new CachedDocuments(
            url -> {
              asked.incrementAndGet();
              return new Loaded.Unavailable("no usable answer");
            },
            clock);
    documents.load(URL);
    documents.load(URL);
    assertThat(asked).hasValue(2);
  }

  @Test
  void no_more_than_sixteen_mebibytes_are_kept() {
    var documents = answering(1 << 20);
    for (int i = 0; i < 17; i++) {
      documents.load(URI.create("https://issuer.example/" + i));
    }
    documents.load(URI.create("https://issuer.example/16"));
    assertThat(asked).hasValue(17);
    documents.load(URI.create("https://issuer.example/0"));
    assertThat(asked).as("the oldest gave way").hasValue(18);
  }

  @Test
  void after_its_time_a_verification_fetches_nothing_more() {
    var timed = new TimedDocuments(answering(10), clock, Duration.ofSeconds(6));
    assertThat(timed.load(URL)).isInstanceOf(Loaded.Document.class);
    now = now.plusSeconds(6);
    assertThat(timed.load(URL)).isInstanceOf(Loaded.Unavailable.class);
    assertThat(asked).hasValue(1);
  }
}
