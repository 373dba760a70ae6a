package org.insignia.server.api.vcapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Without a token: this machine and nobody else. */
@ConformanceTest
class ConformanceGateTest {
  @Autowired Settings settings;

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-For, 203.0.113.7",
    "Forwarded, for=127.0.0.1",
    "X-Real-IP, 203.0.113.7",
    "Via, 1.1 proxy"
  })
  void what_came_through_a_proxy_is_not_local(String header, String value) {
    var caller = new Caller(settings.baseUrl());
    assertThat(caller.get("/vc-api").statusCode()).isEqualTo(200);
    assertThat(caller.get("/vc-api", Map.of(header, value)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_browser_is_refused_like_everybody() {
    for (var path : new String[] {"/vc-api", "/vc-api/eddsa-rdfc-2022/identifiers/x"}) {
      var headers = Map.of("Accept", "text/html", "Via", "1.1 proxy");
      var answer = new Caller(settings.baseUrl()).get(path, headers);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
  }

  @Test
  void another_address_of_this_machine_is_not_local() throws SocketException {
    var address = anotherAddress();
    assumeTrue(address.isPresent(), "this machine has no address but loopback");
    var base =
        URI.create("http://" + address.get().getHostAddress() + ":" + settings.baseUrl().getPort());
    var answer = new Caller(base).get("/vc-api");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("eddsa");
  }

  @Test
  void a_page_elsewhere_cannot_make_a_browser_here_ask() {
    // What a browser sends across origins without asking first has none of these types.
    for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      var answer =
          new Caller(settings.baseUrl())
              .post(
                  "/vc-api/eddsa-rdfc-2022/credentials/issue",
                  "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  Map.of("Content-Type", type));
      assertThat(answer.statusCode()).as(type).isEqualTo(415);
    }
  }

  private static Optional<InetAddress> anotherAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .filter(a -> !a.isLoopbackAddress())
        .findFirst();
  }
}
