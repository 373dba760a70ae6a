package org.insignia.server.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.attempts.Attempts.Rule;
import org.insignia.server.platform.attempts.TestAttempts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class LetterLimitsTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Rule FIVE =
      Rule.easing(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));
  private static final Rule PLENTY =
      Rule.easing(1000, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

  @Autowired Settings settings;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;

  /** An hour that no other run of a test counts in. */
  private final Instant now =
      Instant.parse("2100-01-01T00:00:00Z").plus(Duration.ofHours(random(50_000_000)));

  private final String network = "2001:db8:%x:%x".formatted(random(65_536), random(65_536));

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private LetterLimits limits(Instant at, Rule ofANetwork, Rule ofAll) {
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    return new LetterLimits(TestAttempts.at(clock, db), clock, ofANetwork, ofAll);
  }

  @Test
  void fifty_at_once_from_one_network_get_no_more_letters_than_it_may_have() throws Exception {
    var limits = limits(now, FIVE, PLENTY);
    assertThat(let(limits, i -> network + "::" + Integer.toHexString(i))).isEqualTo(5);
    assertThat(limits.count(network + ":ffff:ffff:ffff:ffff")).isPresent();
    assertThat(limits.count("2001:db9::1")).isEmpty();
  }

  @Test
  void fifty_at_once_from_fifty_networks_get_no_more_letters_than_all_may_have() throws Exception {
    assertThat(let(limits(now, PLENTY, FIVE), i -> "198.51.100." + i)).isEqualTo(5);
    var nextHour = now.plus(Duration.ofHours(1));
    assertThat(limits(nextHour, PLENTY, FIVE).count("198.51.100.1")).isEmpty();
  }

  private static int let(LetterLimits limits, java.util.function.IntFunction<String> from)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> all =
          IntStream.range(0, 50)
              .<Callable<Boolean>>mapToObj(i -> () -> limits.count(from.apply(i)).isEmpty())
              .toList();
      int let = 0;
      for (var one : threads.invokeAll(all)) {
        let += one.get() ? 1 : 0;
      }
      return let;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/find-badges", "/reset", "/sign-up"})
  void past_the_limit_the_answer_is_the_same_for_every_mailbox(String form) throws Exception {
    var known = "l" + UUID.randomUUID() + "@example.org";
    var unknown = "l" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Ana", EmailAddress.of(known), "violet otter lantern", Language.EN);
    exhaust();
    var one = ask(form, known, network + "::1");
    var other = ask(form, unknown, network + "::2");
    assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(429);
    assertThat(plain(one, known)).isEqualTo(plain(other, unknown));
    assertThat(ask(form, known, "2001:db8:ffff:" + random(9999) + "::1").statusCode())
        .isEqualTo(303);
  }

  /** As if it had been asked in an hour from now: the wait is long enough for any test. */
  private void exhaust() {
    var later = Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC);
    var attempts = TestAttempts.at(later, db);
    for (int i = 0; i < 400; i++) {
      attempts.count(LetterLimits.ofNetwork(network + "::1"), LetterLimits.OF_A_NETWORK);
    }
  }

  private static String plain(HttpResponse<String> answer, String address) {
    return TOKEN
        .matcher(answer.body().replace(address, "ADDRESS"))
        .replaceAll("TOKEN")
        .replaceAll("\\d+ (second|minute)s?", "N $1s");
  }

  private HttpResponse<String> ask(String form, String address, String from)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page = http.send(request(form, from).build(), HttpResponse.BodyHandlers.ofString());
      var token = TOKEN.matcher(page.body());
      assertThat(token.find()).isTrue();
      var body =
          "_csrf="
              + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
              + "&name=Ana&password=violet+otter+lantern&address="
              + URLEncoder.encode(address, StandardCharsets.UTF_8);
      return http.send(
          request(form, from)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder request(String path, String from) {
    return HttpRequest.newBuilder(settings.url(path))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", from);
  }

  @Test
  void headers_that_no_proxy_of_ours_sends_bypass_nothing() throws Exception {
    exhaust();
    var from = network + "::1";
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page = http.send(request("/reset", from).build(), HttpResponse.BodyHandlers.ofString());
      var token = TOKEN.matcher(page.body());
      assertThat(token.find()).isTrue();
      var body =
          "_csrf="
              + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
              + "&address=x%40example.org";
      for (var header : List.of("X-Real-IP", "CF-Connecting-IP", "Forwarded", "X-Client-IP")) {
        var answer =
            http.send(
                request("/reset", from)
                    .header(header, header.equals("Forwarded") ? "for=1.2.3.4" : "1.2.3.4")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(header).isEqualTo(429);
      }
    }
  }
}
