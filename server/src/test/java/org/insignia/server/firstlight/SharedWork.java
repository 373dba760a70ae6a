package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.platform.testing.Web;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists to issue, their signatures, letters and messages, worked through by two nodes. */
final class SharedWork {
  private static final int ROWS = 120;
  private static final int MOST_LISTS = 40;

  /** Letters that the mail server has and the database does not, when a node is killed. */
  private static final int BATCH = 50;

  private final ServerProcess one;
  private final ServerProcess other;
  private final int port;
  private final Path first;
  private final Path second;
  private final JdbcClient database;
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private long wanted;

  SharedWork(ServerProcess one, ServerProcess other, int port, Path first, Path second)
      throws IOException {
    this.one = one;
    this.other = other;
    this.port = port;
    this.first = first;
    this.second = second;
    this.database = one.database();
  }

  /** Lists come until both nodes were seen at work; then one of them dies in the middle. */
  void is_done_once_and_by_the_node_that_is_left() throws Exception {
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/hook", this::take);
    receiver.start();
    try {
      subscribe("http://localhost:" + receiver.getAddress().getPort() + "/hook");
      for (int i = 0; letters(second).isEmpty(); i++) {
        assertThat(i).as("lists until the second node sends a letter").isLessThan(MOST_LISTS);
        bring(i);
        await(() -> signed() >= wanted, "signatures");
        await(() -> waitingLetters() == 0 || !letters(second).isEmpty(), "letters");
      }
      await(() -> told.size() >= wanted, "messages");
      assertThat(told).as("each told once").hasSize((int) wanted).doesNotHaveDuplicates();
      database
          .sql("update webhook set state = 'PAUSED'")
          .update(); // a dead node's lease takes long
      bring(MOST_LISTS);
      bring(MOST_LISTS + 1);
      other.kill();
      await(() -> done() >= wanted && signed() >= wanted, "rows issued and signed");
      await(() -> waitingLetters() == 0, "letters sent");
      everythingOnce();
    } finally {
      receiver.stop(0);
    }
  }

  private void everythingOnce() throws IOException {
    for (var once :
        List.of(
            "select count(*) from award_by_hand where run_id is not null",
            "select count(distinct (run_id, line)) from award_by_hand where run_id is not null",
            "select count(*) from credential where recipient like 'two-nodes-%'",
            "select count(distinct recipient) from credential where recipient like 'two-nodes-%'",
            "select count(*) from claim where recipient like 'two-nodes-%'",
            "select count(*) from outbox_letter where recipient like 'two-nodes-%' and state = 'sent'")) {
      assertThat(count(once)).as(once).isEqualTo(wanted);
    }
    var all = new ArrayList<>(letters(first));
    all.addAll(letters(second));
    assertThat(all.stream().distinct().count()).isEqualTo(wanted);
    assertThat((long) all.size())
        .as("a killed node had at most one batch on its hands")
        .isLessThanOrEqualTo(wanted + BATCH);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void subscribe(String url) throws IOException {
    var owner =
        (JsonObject)
            ((JsonObject) Json.parse(Files.readString(first.resolve("demo.json")))).get("owner");
    var web =
        Web.signedIn(
            URI.create("http://localhost:" + port),
            String.valueOf(owner.string("email")),
            String.valueOf(owner.string("password")));
    var answer =
        web.post(
            "/console/" + owner.string("organisation") + "/webhooks",
            "url",
            url,
            "event",
            "badge.issued");
    assertThat(answer.statusCode()).isLessThan(400);
    assertThat(count("select count(*) from webhook where state = 'ACTIVE'")).isEqualTo(1);
  }

  private void bring(int list) throws IOException, InterruptedException {
    var rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "two-nodes-%d-%d@example.org,Ana %d,Núñez\n".formatted(list, i, i))
            .collect(Collectors.joining());
    var organisation =
        database.sql("select slug from organisation order by founded_at desc limit 1");
    var badge =
        database.sql(
            """
            select a.slug from achievement a join organisation o on o.id = a.organisation_id
             where not a.archived order by o.founded_at desc, a.slug limit 1
            """);
    one.post(
        "/rest/v1/issue?file=list-%d.csv&organisation=%s&badge=%s"
            .formatted(
                list,
                organisation.query(String.class).single(),
                badge.query(String.class).single()),
        "application/octet-stream",
        BodyPublishers.ofString("email,first name,last name\n" + rows));
    wanted += ROWS;
  }

  private long done() {
    return count("select coalesce(sum(accepted), 0) from issue_run where state = 'DONE'");
  }

  private long signed() {
    return count(
        """
        select count(*) from credential c join credential_document d on d.credential_id = c.id
         where c.recipient like 'two-nodes-%'
        """);
  }

  private long waitingLetters() {
    long queued = count("select count(*) from outbox_letter where recipient like 'two-nodes-%'");
    long sent =
        count(
            "select count(*) from outbox_letter where recipient like 'two-nodes-%' and state = 'sent'");
    return Math.max(wanted, queued) - sent;
  }

  /** To whom this node sent letters about these lists. */
  private static List<String> letters(Path node) {
    try (var files = Files.list(node.resolve("mailbox"))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(SharedWork::recipient)
          .filter(to -> to.startsWith("two-nodes-"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String recipient(Path mail) {
    try (var lines = Files.lines(mail)) {
      return lines
          .filter(line -> line.startsWith("To: "))
          .map(line -> line.substring("To: ".length()))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier there, String what) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (!there.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
