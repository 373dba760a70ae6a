package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.insights.index.opensearch.RunningNode;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The cluster that holds the postings is away when the server starts, and comes later. */
@JourneyTest
@DirtiesContext
class SearchOutageJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final int PORT = freePort();

  @TempDir static Path folder;
  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired Accounts accounts;
  @Autowired InventedMarket market;
  @Autowired Indexing indexing;
  @Autowired Clock clock;

  @DynamicPropertySource
  static void cluster(DynamicPropertyRegistry registry) {
    registry.add("insignia.search.url", () -> "http://127.0.0.1:" + PORT);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pages_say_so_until_it_answers(Browser browser) throws IOException {
    var address = "o" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    try (var ana = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      ana.open("/sign-in").type("accounts.address", address);
      ana.type("accounts.password", PASSWORD);
      ana.press("accounts.sign-in.button").isAt("/home");
      ana.open("/home/jobs?q=lighthouse").reads("jobs.unanswered.title");
      Inspection.ofEveryLook(ana, "insights-unanswered");
      assertThat(health()).contains("\"ready\"", "the search cluster does not answer");

      try (var node = RunningNode.at(folder, PORT)) {
        market.open("Lighthouse", 7, clock.instant(), List.of("Azure"));
        indexing.catchUp();
        ana.open("/home/jobs?q=lighthouse").reads("jobs.search.title");
        assertThat(ana.page().locator(".in-openings").innerText()).startsWith("7 ");
        assertThat(health()).contains("\"ready\"").doesNotContain("search cluster");
        assertThat(node.url()).endsWith(":" + PORT);
      }
      ana.open("/home/jobs?q=lighthouse").reads("jobs.unanswered.title");
    }
  }

  private String health() {
    var answer = Web.stranger(settings).bytes("/healthz");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
