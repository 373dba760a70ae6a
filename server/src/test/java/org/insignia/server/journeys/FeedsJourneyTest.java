package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.Feeds;
import org.insignia.server.insights.feed.Outcome;
import org.insignia.server.organisations.Members;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator sets a feed up, sees it fail, and decides. */
@JourneyTest
class FeedsJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Feeds feeds;
  private Browser browser;
  private HttpServer server;
  private volatile String answer = "";
  private final String address = "o" + UUID.randomUUID() + "@example.org";
  private final String name = "Board " + UUID.randomUUID();
  private PersonId person;

  @BeforeEach
  void begin(Browser browser) throws IOException {
    this.browser = browser;
    person =
        accounts.createConfirmed("Robin Oduya", EmailAddress.of(address), PASSWORD, Language.EN);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
    feeds.all().stream()
        .filter(feed -> feed.settings().name().equals(name))
        .forEach(feed -> feeds.remove("test", feed.id()));
  }

  private Visitor signedIn(Visitor visitor) {
    visitor.open("/sign-in").type("accounts.address", address);
    return visitor
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  private Visitor withoutScripts() {
    return signedIn(
        Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString()));
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/jobs.json";
  }

  private static String jobs(int count) {
    var jobs = new StringBuilder("{\"jobs\": [");
    for (int i = 0; i < count; i++) {
      jobs.append(i == 0 ? "" : ",")
          .append(
              """
              {"id": "%d", "title": "Engineer %d", "company": "Acme", "location": "Berlin", "url": "https://jobs.example/%d"}\
              """
                  .formatted(i, i, i));
    }
    return jobs + "]}";
  }

  private Feed until(Predicate<Feed> wanted) {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      var feed =
          feeds.all().stream()
              .filter(f -> f.settings().name().equals(name) && wanted.test(f))
              .findFirst();
      if (feed.isPresent() || System.nanoTime() > end) {
        return feed.orElseThrow();
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void an_operator_adds_a_feed_sees_it_held_and_says_that_it_is_right() {
    members.makeOperator("test", person.value());
    answer = jobs(20);
    try (var robin = withoutScripts()) {
      robin.open("/console").follow("insights.feeds.title").reads("insights.feeds.title");
      robin.follow("insights.feeds.add").reads("insights.feeds.add");
      robin.type("insights.feeds.field.name", name).type("insights.feeds.field.minutes", "1");
      robin.page().locator("#kind").selectOption("json-lines");
      robin.type("insights.feeds.field.address", url()).press("insights.feeds.save");
      robin.sees(robin.words("insights.feeds.wrong.minutes"));
      robin.type("insights.feeds.field.minutes", "60").press("insights.feeds.save");
      robin.readsTitle(name).sees(robin.words("insights.feeds.done.saved"));
      var feed = until(f -> f.outcome() == Outcome.GOOD);
      assertThat(feed.open()).isEqualTo(20);

      answer = jobs(2);
      robin.press("insights.feeds.run").sees(robin.words("insights.feeds.done.due"));
      until(f -> f.outcome() == Outcome.HELD);
      robin
          .open("/console/feeds/" + feed.id())
          .sees(robin.words("insights.feeds.reason.drop", "2", "20"));
      robin.press("insights.feeds.accept");
      assertThat(until(f -> f.outcome() == Outcome.GOOD).open()).isEqualTo(2);

      robin.open("/console/feeds/" + feed.id()).press("insights.feeds.remove");
      robin.sees(robin.words("insights.feeds.done.removed"));
      assertThat(feeds.find(feed.id())).isEmpty();
    }
  }

  @Test
  void feeds_are_nothing_for_anybody_else() {
    try (var robin = withoutScripts()) {
      robin.open("/console/feeds").readsTitle(robin.words("problem.404.title"));
    }
  }

  @Test
  void every_page_of_feeds_is_readable_in_every_look() {
    members.makeOperator("test", person.value());
    answer =
        jobs(20)
            .replace(
                "]}",
                ", {\"id\": \"x\", \"title\": \"<b>Bold</b>\", \"url\": \"https://jobs.example/x\"}]}");
    try (var robin =
        signedIn(Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString()))) {
      Inspection.ofEveryLook(robin.open("/console/feeds/new"), "insights-feed-new");
      robin.type("insights.feeds.field.name", name);
      robin.page().locator("#kind").selectOption("json-lines");
      robin.type("insights.feeds.field.address", url()).press("insights.feeds.save");
      var feed = until(f -> f.outcome() == Outcome.GOOD);
      answer = "<html>Sign in</html>";
      robin.press("insights.feeds.run");
      until(f -> f.outcome() == Outcome.FAILED);
      Inspection.ofEveryLook(robin.open("/console/feeds/" + feed.id()), "insights-feed");
      Inspection.ofEveryLook(robin.open("/console/feeds"), "insights-feeds");
    }
  }
}
