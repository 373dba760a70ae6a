package org.insignia.server.sharing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.FailureLog;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no browser sends: an answer below 500 to each, and nothing of the inside in it. */
@ServerTest
class OddRequestsTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/verify?url=%zz",
        "/verify?url=%00",
        "/verify?url=http://[",
        "/verify?url=http://%5B::1%5D:0/",
        "/verify?url=file:///etc/passwd",
        "/verify?url=a&url=b",
        "/verify?lang=%F0%9F%92%A9",
        "/users/%00",
        "/users/..%2f..%2fetc",
        "/users/" + "x",
        "/badges/not-an-id",
        "/badges/00000000-0000-0000-0000-000000000000/",
        "/badges/00000000-0000-0000-0000-00000000000G",
        "/org/%ff?q=%ff",
        "/org/x/badge/%3Cscript%3E",
        "/org?q=%25%27%22%3Cscript%3E",
        "/?lang=../../etc"
      })
  void odd_addresses_are_answered_below_500(String target) throws IOException {
    var answer = get(target);
    assertThat(answer).doesNotContain("<script>", "org.springframework", "\tat ", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=99999999999999999999",
        "page=-1",
        "page=%00",
        "kind=drop+table",
        "q=%5C%25_%27"
      })
  void odd_filters_of_an_organisation_show_a_page(String query) throws IOException {
    var answer = get("/org/" + badges.academy().slug() + "?" + query);
    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_form_that_is_too_long_is_refused_before_it_is_read() throws IOException {
    // Only its beginning is sent: what was on its way when the server hangs up may cost the answer.
    var request = head("/verify", "application/x-www-form-urlencoded", 3_000_006) + "badge=xxxx";
    assertThat(status(answered(request))).isEqualTo(413);
  }

  @Test
  void odd_forms_are_refused_below_500() throws IOException {
    assertThat(status(form("application/x-www-form-urlencoded", "badge=%zz"))).isBetween(200, 499);
    assertThat(status(form("multipart/form-data", "no boundary"))).isBetween(400, 499);
    assertThat(status(form("multipart/form-data; boundary=x", "--x\r\n\r\ntorn")))
        .isBetween(400, 499);
    assertThat(status(form("text/plain", "{}"))).isBetween(400, 499);
    var chunked = "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n";
    var toVerify = "POST /verify HTTP/1.1\r\nHost: localhost\r\n";
    assertThat(status(answered(toVerify + chunked))).isEqualTo(422); // nothing to verify
    var multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
    assertThat(status(answered(toVerify + multipart + chunked))).isEqualTo(411);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-up", "/", "/rest/v1/verify", "/no-such-page"})
  void broken_parameters_are_no_fault_of_ours_anywhere(String path) throws IOException {
    for (var accept : new String[] {"text/html", "application/json"}) {
      answered(
          "POST "
              + path
              + "?a=%zz HTTP/1.1\r\nHost: localhost\r\nAccept: "
              + accept
              + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=%zz");
    }
  }

  private String get(String target) throws IOException {
    return answered(
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
  }

  private String form(String type, String body) throws IOException {
    return answered(head("/verify", type, body.length()) + body);
  }

  private static String head(String path, String type, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** The whole answer, which is one, and below 500; else what came, and what the log says of it. */
  private String answered(String request) throws IOException {
    try (var log = FailureLog.open();
        var socket = new Socket("localhost", settings.baseUrl().getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .as(() -> "the answer to:\n" + request + "\n" + log.said())
          .matches(Pattern.compile("HTTP/1.1 [234]\\d\\d .*", Pattern.DOTALL));
      return answer;
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }
}
