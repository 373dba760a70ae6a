package org.insignia.server.api.badges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.server.api.badges.IssuingRound.Wanted;
import org.insignia.server.api.idempotency.Asked;
import org.insignia.server.api.idempotency.IdempotencyKey;
import org.insignia.server.api.idempotency.KeptAnswers.Given;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.rounds.Outcome;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Badges that are issued one by one at the same moment. */
@ServerTest
class IssuingTogetherModuleTest {
  private static final String BADGES = "/rest/v1/badges";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired IssuingTogether together;
  @Autowired Suspensions suspensions;
  @Autowired JdbcClient db;

  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  private static String body(String email) {
    return "{\"achievement\":\"nw-100\",\"recipient\":{\"email\":\"%s\",\"name\":\"Ana\"}}"
        .formatted(email);
  }

  private Wanted wanted(String email, @Nullable String key) {
    return wanted("token:test", body(email), key);
  }

  private Wanted wanted(String actor, String body, @Nullable String key) {
    var visit = new Visit(new Caller(actor, Optional.of(academy)), academy);
    var asked =
        key == null
            ? null
            : new Asked(actor, new IdempotencyKey(key), "%064x".formatted(body.hashCode()));
    return new Wanted(visit, body.getBytes(UTF_8), asked);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Given given(Outcome<Given> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered<Given>) outcome).answer();
  }

  private static RuntimeException refused(Outcome<Given> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<Given>) outcome).why();
  }

  private long count(String table) {
    return db.sql("select count(*) from " + table + " where organisation_id = ?")
        .param(academy.id().value())
        .query(Long.class)
        .single();
  }

  private List<String> auditors() {
    return db.sql(
            """
            select actor from audit_line
             where organisation_id = ? and action = 'issuing.issue' and subject like 'credential:%'
             order by actor
            """)
        .param(academy.id().value())
        .query(String.class)
        .list();
  }

  @Test
  void several_callers_are_answered_in_one_round_each_with_its_badge_and_its_audit_line() {
    var told =
        together.answers(
            List.of(
                wanted("token:a", body("ana@example.org"), key()),
                wanted("token:b", body("bo@example.org"), null),
                wanted("token:a", body("cy@example.org"), null)));
    assertThat(told).allMatch(outcome -> given(outcome).answer().status() == 201);
    assertThat(given(told.get(1)).answer().body()).contains("bo@example.org");
    assertThat(count("credential")).isEqualTo(3);
    assertThat(auditors()).containsExactly("token:a", "token:a", "token:b");
  }

  @Test
  void of_two_with_the_same_key_the_second_is_left_for_the_next_round_and_hears_the_same() {
    var key = key();
    var round = List.of(wanted("ana@example.org", key), wanted("ana@example.org", key));
    var told = together.answers(round);
    assertThat(told.get(1)).isInstanceOf(Outcome.Later.class);
    var next = together.answers(List.of(round.get(1)));
    assertThat(given(next.getFirst()).replayed()).isTrue();
    assertThat(given(next.getFirst()).answer()).isEqualTo(given(told.getFirst()).answer());
    var other = together.answers(List.of(wanted("bo@example.org", key)));
    assertThat(refused(other.getFirst())).isInstanceOf(Problem.Invalid.class);
    assertThat(count("credential")).isEqualTo(1);
  }

  @Test
  void of_two_to_the_same_mailbox_the_second_finds_the_badge_of_the_first() {
    var round = List.of(wanted("ana@example.org", key()), wanted("ANA@example.org", key()));
    var told = together.answers(round);
    var first = Objects.requireNonNull(given(told.getFirst()).answer().location());
    assertThat(told.get(1)).isInstanceOf(Outcome.Later.class);
    var next = together.answers(List.of(round.get(1)));
    assertThat(refused(next.getFirst()))
        .isInstanceOf(Problem.Conflict.class)
        .hasMessageContaining(first);
    assertThat(count("credential")).isEqualTo(1);
  }

  @Test
  void what_is_wrong_with_one_is_told_to_that_one_alone() {
    var told =
        together.answers(
            List.of(
                wanted("nobody", key()),
                wanted("ana@example.org", key()),
                wanted("token:test", "{", key()),
                wanted("bo@example.org", null)));
    assertThat(refused(told.get(0))).isInstanceOf(Problem.Invalid.class);
    assertThat(refused(told.get(2))).isInstanceOf(Problem.Unreadable.class);
    assertThat(given(told.get(1)).replayed()).isFalse();
    assertThat(given(told.get(3)).answer().status()).isEqualTo(201);
    assertThat(count("credential")).isEqualTo(2);
  }

  /** No text column holds U+0000: whose name has one breaks the transaction of all. */
  @Test
  void one_that_breaks_the_transaction_is_taken_out_and_the_others_are_issued() {
    var key = key();
    var round =
        List.of(
            wanted("ana@example.org", null),
            wanted("bo@example.org", key()),
            wanted("token:\0", body("cy@example.org"), null),
            wanted("di@example.org", key),
            wanted("eve@example.org", null));
    var told = together.answers(round);
    assertThat(refused(told.get(2))).isInstanceOf(DataAccessException.class);
    for (int i : List.of(0, 1, 3, 4)) {
      assertThat(given(told.get(i)).answer().status()).isEqualTo(201);
    }
    assertThat(given(together.answers(List.of(round.get(3))).getFirst()).replayed()).isTrue();
    assertThat(count("credential")).isEqualTo(4);
    assertThat(count("award")).isEqualTo(4);
    assertThat(count("candidate")).isEqualTo(4);
    assertThat(auditors()).hasSize(4);
  }

  @Test
  void a_suspended_organisation_is_no_matter_of_another_at_the_same_moment() throws Exception {
    var closed = badges.academy();
    var mine = tokens.of(academy);
    var theirs = tokens.of(closed);
    suspensions.suspend("test", closed.id(), "unpaid");
    var start = new CyclicBarrier(16);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent =
          IntStream.range(0, 16)
              .mapToObj(i ->
                  threads.submit(() -> {
                    var program = new Program(settings, i % 2 == 0 ? mine : theirs);
                    start.await();
                    return program.post(BADGES, body("p" + i + "@example.org"));
                  }))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (var one : sent) {
        answers.add(one.get());
      }
      for (int i = 0; i < 16; i++) {
        assertThat(answers.get(i).status()).isEqualTo(i % 2 == 0 ? 201 : 403);
      }
    }
    assertThat(count("credential")).isEqualTo(8);
    assertThat(auditors()).hasSize(8);
  }

  @Test
  void a_round_in_which_the_organisation_was_suspended_issues_nothing() {
    suspensions.suspend("test", academy.id(), "unpaid");
    var round = List.of(wanted("ana@example.org", key()), wanted("bo@example.org", null));
    assertThatThrownBy(() -> together.answers(round)).isInstanceOf(Problem.Suspended.class);
    assertThat(count("credential")).isZero();
  }
}
