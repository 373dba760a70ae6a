package org.insignia.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader.Loaded.Document;
import org.junit.jupiter.api.Test;

class WebPageTest {
  private static final URI PAGE = URI.create("https://issuer.example/badges/1");

  private static Optional<URI> badge(String html) {
    return WebPage.badge(new Document(Bytes.utf8(html), "text/html", PAGE));
  }

  @Test
  void follows_the_link_to_the_badge_wherever_its_attributes_stand() {
    assertThat(
            badge(
                "<link rel=\"alternate\" type=\"application/vc+ld+json\" href=\"/badges/1.json\">"))
        .contains(URI.create("https://issuer.example/badges/1.json"));
    assertThat(badge("<LINK href='b.json?a=1&amp;b=2' type='application/ld+json' REL='alternate'>"))
        .contains(URI.create("https://issuer.example/badges/b.json?a=1&b=2"));
  }

  @Test
  void other_links_and_broken_ones_lead_nowhere() {
    assertThat(badge("<link rel=\"stylesheet\" type=\"text/css\" href=\"a.css\">")).isEmpty();
    assertThat(badge("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"feed\">"))
        .isEmpty();
    assertThat(badge("<link rel=\"alternate\" type=\"application/ld+json\" href=\"http://[\">"))
        .isEmpty();
    assertThat(badge("<link rel=\"alternate\" type=\"application/ld+json\">")).isEmpty();
  }

  @Test
  void a_page_full_of_unclosed_links_is_read_quickly() {
    assertThat(badge("<link ".repeat(50_000))).isEmpty();
    assertThat(badge("<link " + "rel=".repeat(50_000))).isEmpty();
  }
}
