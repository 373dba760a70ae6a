package org.insignia.server.insights.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.insignia.server.insights.index.IndexUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
  private static final String PASSWORD = "open-sesame";
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");

  private void answer(HttpServer server, int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private Cluster at(String url, String certificates) {
    return new Cluster(new SearchSettings(url, "insignia", certificates), () -> now);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 429, 500, 503})
  void what_is_no_answer_means_that_it_is_unavailable(int status) throws IOException {
    var server = HttpServer.create(anyPort(), 0);
    answer(server, status, "{}");
    try (var cluster = at("http://127.0.0.1:" + server.getAddress().getPort(), null)) {
      assertThatThrownBy(() -> cluster.get("/")).isInstanceOf(IndexUnavailable.class);
      assertThat(cluster.trouble()).contains(Integer.toString(status));
      assertThat(asked).hasSize(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void where_something_else_listens_it_is_unavailable() throws IOException {
    var server = HttpServer.create(anyPort(), 0);
    answer(server, 200, "<html>hello</html>");
    try (var cluster = at("http://127.0.0.1:" + server.getAddress().getPort(), null)) {
      assertThatThrownBy(() -> cluster.get("/")).isInstanceOf(IndexUnavailable.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void after_one_waited_in_vain_nobody_else_does_for_a_while() throws IOException {
    // It takes connections and says nothing.
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var cluster = at("http://127.0.0.1:" + silent.getLocalPort(), null)) {
      var brief = Duration.ofMillis(300);
      assertThatThrownBy(() -> cluster.post("/", "{}", brief)).isInstanceOf(IndexUnavailable.class);
      // Who was asked now would take a minute to say nothing.
      assertThatThrownBy(() -> cluster.post("/", "{}", Cluster.WRITING))
          .isInstanceOf(IndexUnavailable.class)
          .hasMessageContaining("no answer within");
      now = now.plusSeconds(11);
      assertThatThrownBy(() -> cluster.post("/", "{}", brief)).isInstanceOf(IndexUnavailable.class);
      assertThat(connections(silent)).isEqualTo(2);
    }
  }

  private static int connections(ServerSocket socket) throws IOException {
    socket.setSoTimeout(200);
    int count = 0;
    try {
      while (true) {
        socket.accept().close();
        count++;
      }
    } catch (SocketTimeoutException noMore) {
      return count;
    }
  }

  @Test
  void over_tls_it_trusts_the_named_certificates_and_no_others(@TempDir Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    var store = keyStore(folder);
    var server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(showing(store)));
    answer(server, 200, "{\"said\":1}");
    var url = "https://in:p%40ss@localhost:" + server.getAddress().getPort();
    try (var named = at(url, pem(folder, store));
        var unnamed = at(url, null)) {
      assertThat(named.get("/").good().path("said").intValue()).isEqualTo(1);
      assertThat(asked)
          .containsExactly(
              "Basic "
                  + Base64.getEncoder().encodeToString("in:p@ss".getBytes(StandardCharsets.UTF_8)));
      assertThatThrownBy(() -> unnamed.get("/")).isInstanceOf(IndexUnavailable.class);
      assertThat(asked).hasSize(1); // the password was not shown to a stranger
      assertThat(unnamed.trouble()).doesNotContain("p@ss");
    } finally {
      server.stop(0);
    }
  }

  private static KeyStore keyStore(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    var file = folder.resolve("tls.p12");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(
        List.of(
            "-genkeypair -alias tls -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -validity 2 -storetype PKCS12"
                .split(" ")));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static SSLContext showing(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static String pem(Path folder, KeyStore store)
      throws IOException, GeneralSecurityException {
    var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8));
    var text =
        "-----BEGIN CERTIFICATE-----\n"
            + encoder.encodeToString(store.getCertificate("tls").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(folder.resolve("ca.pem"), text).toString();
  }
}
