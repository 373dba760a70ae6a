package org.insignia.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedHttpTest {
  private final AtomicInteger requests = new AtomicInteger();
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

  private void answer(String path, int status, byte[] body, String... header) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          for (int i = 0; i < header.length; i += 2) {
            exchange.getResponseHeaders().set(header[i], header[i + 1]);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private static GuardedHttp local(Limits limits) {
    return new GuardedHttp(Reach.PUBLIC_AND_LOOPBACK, limits);
  }

  @Test
  void reads_from_loopback_only_where_that_was_allowed() {
    answer("/a", 200, "{}".getBytes(), "Content-Type", "Application/JSON; charset=utf-8");
    try (var guarded = local(Limits.DEFAULT);
        var strict = new GuardedHttp(Reach.PUBLIC, Limits.DEFAULT)) {
      assertThat(guarded.get(URI.create(here + "/a"), "*/*"))
          .isInstanceOfSatisfying(
              Fetched.Answered.class,
              answered -> {
                assertThat(answered.body().utf8()).isEqualTo("{}");
                assertThat(answered.mediaType()).isEqualTo("application/json");
              });
      assertThat(strict.get(URI.create(here + "/a"), "*/*")).isInstanceOf(Fetched.Refused.class);
    }
    assertThat(requests).hasValue(1);
  }

  @Test
  void checks_every_redirect_anew() {
    answer("/out", 302, new byte[0], "Location", "http://169.254.169.254/latest/meta-data");
    answer("/inner", 302, new byte[0], "Location", "http://10.0.0.1/");
    answer("/loop", 302, new byte[0], "Location", "/loop");
    try (var guarded = local(Limits.DEFAULT)) {
      assertThat(guarded.get(URI.create(here + "/out"), "*/*")).isInstanceOf(Fetched.Refused.class);
      assertThat(guarded.get(URI.create(here + "/inner"), "*/*"))
          .isInstanceOf(Fetched.Refused.class);
      assertThat(guarded.get(URI.create(here + "/loop"), "*/*")).isInstanceOf(Fetched.Failed.class);
    }
  }

  @Test
  void stops_reading_at_the_limit_of_bytes() {
    answer("/big", 200, new byte[5000]);
    try (var guarded = local(new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 4096, 3))) {
      assertThat(guarded.get(URI.create(here + "/big"), "*/*"))
          .isEqualTo(new Fetched.Failed("larger than 4096 bytes"));
    }
  }

  @Test
  void stops_reading_headers_at_a_hundred_and_at_sixteen_kilobytes() {
    var flood = new String[400];
    for (int i = 0; i < flood.length; i++) {
      flood[i] = i % 2 == 0 ? "X-Flood-" + i : "x";
    }
    answer("/many", 200, "{}".getBytes(), flood);
    answer("/long", 200, "{}".getBytes(), "X-Flood", "x".repeat(17 * 1024));
    answer("/some", 200, "{}".getBytes(), "X-Flood", "x".repeat(8 * 1024));
    try (var guarded = local(Limits.DEFAULT)) {
      var failed = new Fetched.Failed("no usable answer");
      assertThat(guarded.get(URI.create(here + "/many"), "*/*")).isEqualTo(failed);
      assertThat(guarded.get(URI.create(here + "/long"), "*/*")).isEqualTo(failed);
      assertThat(guarded.get(URI.create(here + "/some"), "*/*"))
          .isInstanceOf(Fetched.Answered.class);
    }
  }

  @Test
  void gives_up_on_a_server_that_drips() {
    server.createContext(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
              out.write('.');
              out.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (var guarded =
        local(new Limits(Duration.ofSeconds(1), Duration.ofMillis(400), 1 << 20, 3))) {
      assertThat(guarded.get(URI.create(here + "/drip"), "*/*")).isInstanceOf(Fetched.Failed.class);
    }
  }

  @Test
  void says_the_same_of_a_closed_port_and_of_one_that_speaks_otherwise() throws IOException {
    int closed;
    try (var taken = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = taken.getLocalPort();
    }
    try (var guarded = local(Limits.DEFAULT)) {
      var refused = guarded.get(URI.create("http://localhost:" + closed + "/"), "*/*");
      var otherwise = guarded.get(URI.create(here.replace("http:", "https:") + "/a"), "*/*");
      assertThat(refused).isEqualTo(new Fetched.Failed("no usable answer")).isEqualTo(otherwise);
    }
  }

  @Test
  void asks_none_of_the_addresses_that_lead_inside() throws IOException {
    var list =
        Path.of(System.getProperty("insignia.shared"), "data/hostile/lists/outbound-urls.jsonl");
    Assumptions.assumeTrue(Files.exists(list), "the shared hostile inputs are not here");
    var value = Pattern.compile("\"value\": \"((?:[^\"\\\\]|\\\\.)*)\", \"expect\": \"no-fetch\"");
    var asked = new TreeSet<String>();
    int tried = 0;
    try (var guarded =
        new GuardedHttp(
            Reach.PUBLIC, new Limits(Duration.ofMillis(300), Duration.ofMillis(500), 1024, 3))) {
      for (var line : Files.readAllLines(list)) {
        var match = value.matcher(line);
        if (match.find()) {
          tried++;
          for (var text :
              new String[] {match.group(1), match.group(1).replaceFirst("^http:", "https:")}) {
            if (isAsked(guarded, text)) {
              asked.add(text);
            }
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(30);
    assertThat(asked).isEmpty();
  }

  private static boolean isAsked(GuardedHttp guarded, String text) {
    try {
      return guarded.get(new URI(text), "*/*") instanceof Fetched.Answered;
    } catch (java.net.URISyntaxException unreadable) {
      return false;
    }
  }

  @Test
  void knows_which_networks_are_public() throws IOException {
    for (var inside :
        new String[] {
          "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1",
              "198.18.0.1", "0.0.0.0",
          "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1", "64:ff9b::7f00:1",
              "2002:7f00:1::",
          "2001:db8::1", "ff02::1", "100::1"
        }) {
      assertThat(Networks.isPublic(InetAddress.getByName(inside))).as(inside).isFalse();
    }
    for (var outside :
        new String[] {"8.8.8.8", "93.184.215.14", "2606:4700::1111", "172.32.0.1", "100.128.0.1"}) {
      assertThat(Networks.isPublic(InetAddress.getByName(outside))).as(outside).isTrue();
    }
  }
}
