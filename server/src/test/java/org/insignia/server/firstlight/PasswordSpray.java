package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** C8: one account, wrong passwords from everywhere, at every node of a server. */
final class PasswordSpray {
  private static final int CLIENTS = 40;

  /** Free tries for one account, as {@code SignIns.ACCOUNT} has them. */
  private static final int FREE = 5;

  private static final int WRONG = 422;
  private static final int TURNED_AWAY = 429;
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final List<Integer> nodes;
  private final long begun = System.nanoTime();
  private int judged;

  PasswordSpray(List<Integer> nodes) {
    this.nodes = nodes;
  }

  void both_nodes_count_the_same_wrong_passwords() throws Exception {
    var tries = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      tries.add(() -> guess(nodes.get(client % 2), client));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(tries)) {
        judge(answer.get());
      }
    }
    assertThat(judged).isBetween(FREE, most());
  }

  /** After one node was killed, whose memory is gone. */
  void what_was_counted_outlives_a_node() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      judge(guess(nodes.getFirst(), CLIENTS + i));
    }
    assertThat(judged).isLessThanOrEqualTo(most());
  }

  /** The free ones, and those after waits of one second, two, four ... */
  private int most() {
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
    return FREE + 1 + (Long.SIZE - Long.numberOfLeadingZeros(seconds));
  }

  private void judge(int status) {
    assertThat(status).isIn(WRONG, TURNED_AWAY);
    judged += status == WRONG ? 1 : 0;
  }

  private static int guess(int port, int client) throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var page = http.send(request(port, client).GET().build(), BodyHandlers.ofString()).body();
      var token = CSRF.matcher(page);
      assertThat(token.find()).isTrue();
      var form =
          "_csrf=%s&address=operator%%40example.org&password=wrong+and+%d"
              .formatted(URLEncoder.encode(token.group(1), StandardCharsets.UTF_8), client);
      return http.send(
              request(port, client)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static HttpRequest.Builder request(int port, int client) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", "2001:db8:8:%x::1".formatted(client));
  }
}
