package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that the start itself reads, given as the environment of a process. */
class StartSettingsTest {
  private static final String PASSWORD = "open-sesame";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSIGNIA_CONFORMANCE_ENABLED=true INSIGNIA_BASE_URL=https://badges.example | needs INSIGNIA_CONFORMANCE_TOKEN",
        "INSIGNIA_TLS_KEYSTORE=/nowhere.p12 INSIGNIA_TLS_PASSWORD=x | must be a PKCS#12 file",
        "INSIGNIA_SEARCH_URL=search:9200 | INSIGNIA_SEARCH_URL must be https://",
        "INSIGNIA_COUNTRY_HEADER=X:Country | must be the name of a header",
        "INSIGNIA_TSL_KEYSTORE=/nowhere.p12 | unknown settings"
      })
  void what_cannot_work_is_refused_in_words(String environment, String words)
      throws IOException, InterruptedException {
    var process = up(folder, 0, environment(environment)).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("server.log")))
        .contains(words)
        .doesNotContain("\tat ");
  }

  @Test
  void a_keystore_makes_it_answer_over_https()
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = keyStore();
    int port = ServerProcess.freePort();
    var environment =
        Map.of("INSIGNIA_TLS_KEYSTORE", store.toString(), "INSIGNIA_TLS_PASSWORD", PASSWORD);
    var process = up(folder, port, environment).start();
    try {
      var client = HttpClient.newBuilder().sslContext(trusting(store)).build();
      var base = "https://localhost:" + port;
      assertThat(awaitStatus(client, process, URI.create(base + "/healthz"))).isEqualTo(200);
      var page =
          client.send(
              HttpRequest.newBuilder(URI.create(base + "/")).build(), BodyHandlers.ofString());
      assertThat(page.headers().firstValue("strict-transport-security")).isPresent();
      assertThat(Files.readString(folder.resolve("server.log"))).contains(base);
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  private static int awaitStatus(HttpClient client, Process process, URI url)
      throws InterruptedException {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        int status =
            client
                .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                .statusCode();
        if (status != 503) { // it listens a moment before it is ready
          return status;
        }
      } catch (IOException notYet) {
        // it does not listen yet
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new AssertionError("the server did not get ready");
  }

  private Path keyStore() throws IOException, InterruptedException {
    var store = folder.resolve("tls.p12");
    var keytool =
        List.of(
            "-genkeypair -alias tls -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -validity 2 -storetype PKCS12"
                .split(" "));
    var command = new ArrayList<String>();
    command.add(JAVA.resolve("keytool").toString());
    command.addAll(keytool);
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor()).isZero();
    return store;
  }

  private static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static Map<String, String> environment(String text) {
    var out = new java.util.HashMap<String, String>();
    for (var each : text.split(" ")) {
      var at = each.indexOf('=');
      out.put(each.substring(0, at), each.substring(at + 1));
    }
    return out;
  }

  private static ProcessBuilder up(Path data, int port, Map<String, String> environment) {
    var builder =
        new ProcessBuilder(
            JAVA.resolve("java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.insignia.server.Up",
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(new File(data.toFile(), "server.log"));
  }
}
