package org.insignia.server.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class IdempotencyModuleTest {
  private static final String BADGES = "/rest/v1/badges";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired KeptAnswers answers;
  @Autowired JdbcClient db;

  private Organisation academy;
  private String token;
  private Program program;

  @BeforeEach
  void found() {
    academy = badges.academy();
    token = tokens.of(academy);
    program = new Program(settings, token);
  }

  private static String wish(String email) {
    return "{\"achievement\":\"nw-100\",\"recipient\":{\"email\":\"%s\",\"name\":\"Ana\"}}"
        .formatted(email);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private Answer issue(String key, String body) {
    return program.post(BADGES, body, IdempotencyKey.HEADER, key);
  }

  private long credentials() {
    return db.sql("select count(*) from credential where organisation_id = ?")
        .param(academy.id().value())
        .query(Long.class)
        .single();
  }

  @Test
  void the_same_key_with_the_same_request_is_answered_word_for_word_and_does_nothing_more() {
    var key = key();
    var first = issue(key, wish("ana@example.org"));
    var again = issue(key, wish("ana@example.org"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(credentials()).isEqualTo(1);
    var other = issue(key, wish("bo@example.org"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("errors/0/parameter")).isEqualTo("Idempotency-Key");
    assertThat(credentials()).isEqualTo(1);
    assertThat(
            db.sql("select sealed from api_kept_answer where key = ?")
                .param(key)
                .query(String.class)
                .single())
        .doesNotContain("ana@example.org");
  }

  @Test
  void a_refusal_had_no_effect_and_is_not_kept() {
    var key = key();
    assertThat(issue(key, wish("nobody")).status()).isEqualTo(422);
    assertThat(issue(key, wish("ana@example.org")).status()).isEqualTo(201);
  }

  @Test
  void while_one_is_at_work_the_same_again_is_a_conflict() throws Exception {
    var inside = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var asked = new Asked("token:x", new IdempotencyKey(key()), "0".repeat(64));
    var answer = new KeptAnswer(200, "application/json", "", "{}");
    try (var threads = Executors.newSingleThreadExecutor()) {
      var first =
          threads.submit(() ->
              answers.once(
                  asked,
                  () -> {
                    inside.countDown();
                    await(go);
                    return answer;
                  }));
      await(inside);
      assertThatThrownBy(() -> answers.once(asked, () -> answer))
          .isInstanceOf(Problem.Conflict.class);
      go.countDown();
      assertThat(first.get().replayed()).isFalse();
    }
    assertThat(answers.once(asked, () -> answer).replayed()).isTrue();
  }

  @Test
  void sixteen_with_the_same_key_at_once_have_one_effect_and_one_answer() throws Exception {
    var key = key();
    var start = new CyclicBarrier(16);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent =
          IntStream.range(0, 16)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    start.await();
                    return issue(key, wish("ana@example.org"));
                  }))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (var one : sent) {
        answers.add(one.get());
      }
      assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
      assertThat(answers.stream().filter(a -> a.status() == 201).map(Answer::body).distinct())
          .containsExactly(issue(key, wish("ana@example.org")).body());
    }
    assertThat(credentials()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void every_case_of_the_list_holds() throws Exception {
    var list =
        Path.of(System.getProperty("insignia.shared", "../shared"))
            .resolve("data/hostile/lists/idempotency.jsonl");
    Assumptions.assumeTrue(Files.exists(list), "needs " + list);
    for (var line : Files.readAllLines(list)) {
      found();
      check(String.valueOf(((JsonObject) Json.parse(line)).string("case")));
    }
  }

  private void check(String name) throws IOException {
    switch (name) {
      case "same key, same body, different client" -> independent();
      case "key of 10,000 characters" ->
          assertThat(issue("k".repeat(10_000), wish("a@example.org")).status()).isEqualTo(400);
      case "key empty" -> assertThat(issue("", wish("a@example.org")).status()).isEqualTo(400);
      case "no key" -> withoutKey();
      case "kill -9 after commit before response, retry" -> lostAnswer();
      case "kill -9 before commit, retry" -> lostEffect();
      case "first answer was 500, retry" -> failedFirst();
      case "batch of 1,000 with 3 bad items, retried" -> largeBatch();
      case "batch with the same item twice" -> twiceInABatch();
      case "client disconnects in the middle" -> disconnected();
      default -> throw new AssertionError("a case that nobody knows: " + name);
    }
  }

  private void independent() {
    var key = key();
    var mine = issue(key, wish("a@example.org"));
    var other = new Program(settings, tokens.of(badges.academy()));
    var theirs = other.post(BADGES, wish("a@example.org"), IdempotencyKey.HEADER, key);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.header("Idempotent-Replayed")).isEmpty();
    assertThat(theirs.at("id")).isNotEqualTo(mine.at("id"));
  }

  private void withoutKey() {
    assertThat(program.post(BADGES, wish("a@example.org")).status()).isEqualTo(201);
    assertThat(program.post(BADGES, wish("a@example.org")).status()).isEqualTo(409);
    assertThat(credentials()).isEqualTo(1);
  }

  /** Nobody hears the answer; the effect and the answer are both stored by then. */
  private void lostAnswer() throws IOException {
    var key = key();
    send(key, wish("a@example.org"), true);
    Until.holds(() -> credentials() == 1);
    Until.holds(() -> issue(key, wish("a@example.org")).status() == 201);
    var again = issue(key, wish("a@example.org"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(credentials()).isEqualTo(1);
  }

  /** What a killed server leaves of a transaction is what a failed one leaves: nothing. */
  private void lostEffect() {
    var asked = new Asked("token:" + key(), new IdempotencyKey(key()), "0".repeat(64));
    assertThatThrownBy(() ->
            answers.once(
                asked,
                () -> {
                  insert();
                  throw new IOException("killed");
                }))
        .isInstanceOf(RuntimeException.class);
    assertThat(marks()).isZero();
    var retried =
        answers.once(
            asked,
            () -> {
              insert();
              return new KeptAnswer(201, "", "", "");
            });
    assertThat(retried.replayed()).isFalse();
    assertThat(answers.once(asked, () -> new KeptAnswer(201, "", "", "")).replayed()).isTrue();
    assertThat(marks()).isEqualTo(1);
  }

  /** An effect like any other, in the transaction of the key. */
  private void insert() {
    db.sql("insert into attempt (subject, tries, last_at, free_at) values (?, 1, now(), now())")
        .param(academy.slug() + ":" + UUID.randomUUID())
        .update();
  }

  private long marks() {
    return db.sql("select count(*) from attempt where subject like ?")
        .param(academy.slug() + ":%")
        .query(Long.class)
        .single();
  }

  private void failedFirst() {
    var asked = new Asked("token:" + key(), new IdempotencyKey(key()), "0".repeat(64));
    answers.once(
        asked,
        () -> {
          insert();
          return new KeptAnswer(500, "", "", "");
        });
    assertThat(marks()).isZero();
    var retried =
        answers.once(
            asked,
            () -> {
              insert();
              return new KeptAnswer(201, "", "", "");
            });
    assertThat(retried.replayed()).isFalse();
    assertThat(marks()).isEqualTo(1);
  }

  private void largeBatch() {
    var items =
        IntStream.range(0, 1000)
            .mapToObj(i -> wish(i % 400 == 7 ? "nobody" : "b" + i + "@example.org"))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    var key = key();
    var first = program.post(BADGES + "/batch", items, IdempotencyKey.HEADER, key);
    assertThat(first.status()).as(first.body()).isEqualTo(207);
    assertThat(first.at("issued")).isEqualTo("997");
    assertThat(first.at("refused")).isEqualTo("3");
    var again = program.post(BADGES + "/batch", items, IdempotencyKey.HEADER, key);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(credentials()).isEqualTo(997);
  }

  private void twiceInABatch() {
    var item = wish("a@example.org");
    var answer = program.post(BADGES + "/batch", "{\"items\":[%s,%s]}".formatted(item, item));
    assertThat(List.of(answer.at("items/0/status"), answer.at("items/1/status")))
        .containsExactly("201", "409");
    assertThat(credentials()).isEqualTo(1);
  }

  private void disconnected() throws IOException {
    var key = key();
    send(key, wish("a@example.org"), false);
    var after = issue(key, wish("a@example.org"));
    assertThat(after.status()).isEqualTo(201);
    assertThat(after.header("Idempotent-Replayed")).isEmpty();
    assertThat(credentials()).isEqualTo(1);
  }

  /** Sends all of a request, or half of its body, and hangs up without an ear for the answer. */
  private void send(String key, String body, boolean whole) throws IOException {
    var base = settings.baseUrl();
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n";
    var bytes = body.getBytes(UTF_8);
    try (var socket = new Socket("localhost", base.getPort())) {
      var out = socket.getOutputStream();
      out.write(head.formatted(BADGES, token, key, bytes.length).getBytes(UTF_8));
      out.write(bytes, 0, whole ? bytes.length : bytes.length / 2);
      out.flush();
      if (whole) {
        Until.holds(() -> credentials() == 1);
      }
    }
  }
}
