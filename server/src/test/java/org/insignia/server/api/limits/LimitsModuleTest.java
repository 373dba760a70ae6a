package org.insignia.server.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

@ServerTest
class LimitsModuleTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Policy TEN = new Policy("caller", 10, Duration.ofMinutes(1));

  @Autowired BucketStore store;
  @Autowired TokenPayer payer;
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("handlerExceptionResolver")
  HandlerExceptionResolver errors;

  private Limits limits(Instant at, int caller, int network) {
    return new Limits(
        store, Clock.fixed(at, ZoneOffset.UTC), new LimitSettings(caller, network, 1000));
  }

  @Test
  void of_many_at_the_same_moment_on_any_node_as_many_pass_as_there_is_room() throws Exception {
    var charge = new Charge("caller:" + UUID.randomUUID(), TEN, 1);
    Callable<Boolean> one = () -> store.spend(List.of(charge), NOW).getFirst().refused();
    int passed = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(40, one))) {
        passed += answer.get() ? 0 : 1;
      }
    }
    assertThat(passed).isEqualTo(10);
  }

  @Test
  void requests_that_are_counted_together_have_no_more_room_than_one_after_the_other()
      throws Exception {
    var limits = limits(NOW, 10, 1000);
    var mine = Optional.of("organisation:" + UUID.randomUUID());
    var others = Optional.of("organisation:" + UUID.randomUUID());
    var network = Networks.fresh();
    List<Double> left = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          IntStream.range(0, 60)
              .mapToObj(i -> i % 4 == 0 ? others : mine)
              .map(payer -> threads.submit(() -> limits.request(payer, network)))
              .toList();
      for (int i = 0; i < 60; i++) {
        var spent = asked.get(i).get().getFirst();
        if (!spent.refused() && i % 4 != 0) {
          left.add(spent.room());
        }
      }
    }
    assertThat(left).containsExactlyInAnyOrder(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0);
    assertThat(limits.request(others, network).getFirst().refused()).isTrue();
    assertThat(limits.request(Optional.empty(), network).getFirst().room()).isEqualTo(938);
  }

  @Test
  void only_counting_by_itself_does_not_wait_for_the_disk() {
    var charge = new Charge("caller:" + UUID.randomUUID(), TEN, 1);
    store.spend(List.of(charge), NOW);
    transactions.executeWithoutResult(_ -> {
      store.spend(List.of(charge), NOW);
      assertThat(synchronousCommit()).isEqualTo("on");
    });
    assertThat(synchronousCommit()).isEqualTo("on");
  }

  private String synchronousCommit() {
    return db.sql("show synchronous_commit").query(String.class).single();
  }

  @Test
  void room_comes_back_with_time_and_no_more_than_all_of_it() {
    var all = new Charge("caller:" + UUID.randomUUID(), TEN, 10);
    var one = new Charge(all.subject(), TEN, 1);
    assertThat(store.spend(List.of(all), NOW).getFirst().refused()).isFalse();
    var refused = store.spend(List.of(one), NOW).getFirst();
    assertThat(refused.refused()).isTrue();
    assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(6));
    assertThat(refused.field()).isEqualTo("\"caller\";r=0;t=60");
    assertThat(store.spend(List.of(one), NOW.plusSeconds(6)).getFirst().refused()).isFalse();
    assertThat(store.spend(List.of(one), NOW.plusSeconds(6)).getFirst().refused()).isTrue();
    var rested = store.spend(List.of(one), NOW.plusSeconds(6000)).getFirst();
    assertThat(rested.room()).isEqualTo(9);
    // a node whose clock is behind takes nothing away
    assertThat(store.spend(List.of(one), NOW).getFirst().room()).isEqualTo(8);
  }

  @Test
  void a_refusal_says_how_long_to_wait_and_other_callers_go_on() throws Exception {
    var limits = limits(NOW, 2, 1000);
    var payer = UUID.randomUUID().toString();
    var filter = new LimitFilter(limits, List.of(request -> Optional.of(payer)), errors);
    var first = ask(filter, Networks.fresh());
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getHeader("RateLimit-Policy"))
        .isEqualTo("\"caller\";q=2;w=60, \"network\";q=1000;w=60");
    assertThat(first.getHeader("RateLimit"))
        .isEqualTo("\"caller\";r=1;t=30, \"network\";r=999;t=1");
    ask(filter, Networks.fresh());
    var third = ask(filter, Networks.fresh());
    assertThat(third.getStatus()).isEqualTo(429);
    assertThat(third.getHeader("Retry-After")).isEqualTo("30");
    assertThat(third.getContentType()).startsWith("application/problem+json");
    assertThat(third.getContentAsString()).contains("at most 2 requests in 60 seconds");
    var other = new LimitFilter(limits, List.of(request -> Optional.of("x" + payer)), errors);
    assertThat(ask(other, Networks.fresh()).getStatus()).isEqualTo(200);
  }

  @Test
  void strangers_pay_by_their_network() throws Exception {
    var filter = new LimitFilter(limits(NOW, 100, 2), List.of(), errors);
    var network = Networks.fresh();
    assertThat(ask(filter, network).getStatus()).isEqualTo(200);
    assertThat(ask(filter, network).getStatus()).isEqualTo(200);
    assertThat(ask(filter, network).getStatus()).isEqualTo(429);
    assertThat(ask(filter, Networks.fresh()).getStatus()).isEqualTo(200);
  }

  private static MockHttpServletResponse ask(LimitFilter filter, String network) throws Exception {
    var request = new MockHttpServletRequest("GET", "/rest/v1/badges");
    request.addHeader("Authorization", "Bearer x");
    request.setRemoteAddr(network);
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @Test
  void batches_count_by_their_items() {
    var caller = new Caller("token:x", Optional.of(badges.academy()));
    var limits = limits(NOW, 1, 1);
    limits.items(caller, 600);
    assertThatThrownBy(() -> limits.items(caller, 600)).isInstanceOf(Problem.TooMany.class);
    limits.items(caller, 400);
  }

  @Test
  void every_answer_says_what_is_left_and_another_token_brings_no_more() {
    var academy = badges.academy();
    var first = new Program(settings, tokens.of(academy)).get("/rest/v1/badges");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("RateLimit-Policy")).contains("\"caller\";q=", "\"network\";q=");
    int left = left(first);
    var second = new Program(settings, tokens.of(academy)).get("/rest/v1/badges");
    assertThat(left(second)).isLessThanOrEqualTo(left);
    assertThat(new Program(settings, "").get("/rest/v1/badges").header("RateLimit")).isEmpty();
  }

  @Test
  void a_token_pays_however_it_is_sent() {
    var academy = badges.academy();
    var token = tokens.of(academy);
    for (var shown :
        List.of(
            "Bearer " + token,
            "Basic " + base64(token + ":"),
            "basic " + base64(":" + token),
            "Basic " + base64(token))) {
      var request = new MockHttpServletRequest("GET", "/v1/organizations");
      request.addHeader("Authorization", shown);
      assertThat(payer.payer(request))
          .as(shown.substring(0, 6))
          .contains("organisation:" + academy.id().value());
    }
    var request = new MockHttpServletRequest("GET", "/v1/organizations");
    request.addHeader("Authorization", "Basic %%%");
    assertThat(payer.payer(request)).isEmpty();
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static int left(Program.Answer answer) {
    return Integer.parseInt(
        answer.header("RateLimit").replaceFirst("^\"caller\";r=(\\d+).*", "$1"));
  }
}
