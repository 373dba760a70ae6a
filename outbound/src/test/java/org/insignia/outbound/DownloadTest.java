package org.insignia.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadTest {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(20), 1 << 20, 3);

  private HttpServer server;
  private String here;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    here = "http://localhost:" + server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private void on(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer.to(exchange);
          }
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private Downloaded download(Question question, ByteArrayOutputStream to) {
    try (var http = new GuardedHttp(Reach.PUBLIC_AND_LOOPBACK, LIMITS)) {
      return http.download(question, to);
    }
  }

  private Downloaded download(String path) {
    return download(
        Question.of(URI.create(here + path), "application/json"), new ByteArrayOutputStream());
  }

  @Test
  void tells_what_came_and_asks_only_for_what_is_newer() {
    on(
        "/feed",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          if ("\"v1\"".equals(headers.getFirst("If-None-Match"))
              && headers.getFirst("If-Modified-Since").contains("2026")) {
            send(exchange, 304, "");
            return;
          }
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          exchange.getResponseHeaders().set("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT");
          exchange
              .getResponseHeaders()
              .set("Content-Type", "Application/JSON; charset=\"ISO-8859-1\"");
          send(exchange, 200, "[1]");
        });
    var to = new ByteArrayOutputStream();
    var url = URI.create(here + "/feed");
    var first = download(Question.of(url, "application/json"), to);
    assertThat(first)
        .isEqualTo(
            new Downloaded.Whole(
                3,
                "application/json",
                "ISO-8859-1",
                "\"v1\"",
                "Sat, 21 Nov 2026 10:00:00 GMT",
                url));
    assertThat(to).hasToString("[1]");
    var again =
        new Question(url, "application/json", "\"v1\"", "Sat, 21 Nov 2026 10:00:00 GMT", Map.of());
    assertThat(download(again, to)).isEqualTo(new Downloaded.Unchanged());
  }

  @Test
  void hands_on_how_long_a_server_asks_to_wait() {
    on(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          send(exchange, 429, "");
        });
    on(
        "/odd",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "soon");
          send(exchange, 503, "x");
        });
    assertThat(download("/busy")).isEqualTo(new Downloaded.Declined(429, 120));
    assertThat(download("/odd")).isEqualTo(new Downloaded.Declined(503, 0));
  }

  @Test
  void ends_a_document_without_an_end_at_the_limit_and_not_at_the_clock() {
    on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var piece = new byte[16 * 1024];
          try {
            while (true) {
              exchange.getResponseBody().write(piece);
            }
          } catch (IOException gone) {
            // what the test waits for
          }
        });
    var began = System.nanoTime();
    assertThat(download("/endless")).isEqualTo(new Downloaded.Failed("larger than 1048576 bytes"));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMITS.total());
  }

  @Test
  void counts_what_a_bomb_unpacks_to() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    on(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, bomb.size());
          bomb.writeTo(exchange.getResponseBody());
        });
    assertThat(download("/bomb")).isInstanceOf(Downloaded.Failed.class);
  }

  @Test
  void a_document_that_breaks_off_is_not_whole() {
    on(
        "/cut",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
        });
    assertThat(download("/cut")).isInstanceOf(Downloaded.Failed.class);
  }

  @Test
  void keeps_a_key_from_another_origin() throws IOException {
    var seen = new AtomicReference<String>();
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          try (exchange) {
            seen.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization-Key")));
            send(exchange, 200, "{}");
          }
        });
    other.start();
    try {
      var first = new AtomicReference<String>();
      on(
          "/moved",
          exchange -> {
            first.set(exchange.getRequestHeaders().getFirst("Authorization-Key"));
            exchange
                .getResponseHeaders()
                .set("Location", "http://localhost:" + other.getAddress().getPort() + "/");
            send(exchange, 302, "");
          });
      var question =
          new Question(
              URI.create(here + "/moved"),
              "application/json",
              null,
              null,
              Map.of("Authorization-Key", "s3cret"));
      assertThat(download(question, new ByteArrayOutputStream()))
          .isInstanceOf(Downloaded.Whole.class);
      assertThat(first).hasValue("s3cret");
      assertThat(seen).hasValue("null");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void goes_to_no_private_address_not_even_by_a_redirect() {
    on(
        "/in",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "https://10.0.0.1/feed.json");
          send(exchange, 302, "");
        });
    assertThat(download("/in")).isInstanceOf(Downloaded.Refused.class);
    try (var http = new GuardedHttp(Reach.PUBLIC, LIMITS)) {
      assertThat(
              http.download(
                  Question.of(URI.create(here + "/in"), "*/*"), new ByteArrayOutputStream()))
          .isInstanceOf(Downloaded.Refused.class);
    }
  }
}
