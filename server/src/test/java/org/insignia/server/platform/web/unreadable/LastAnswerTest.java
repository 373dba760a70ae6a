package org.insignia.server.platform.web.unreadable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses that no client library lets anybody write. */
@ServerTest
class LastAnswerTest {
  private static final List<String> ODD =
      List.of("a%00b", "a%2Fb", "a%5Cb", "a%zz", "a%", "a%0", "a%c0%af");

  @Autowired Settings settings;

  @Test
  void programs_get_a_problem_and_people_a_page_both_with_the_usual_headers() throws IOException {
    for (var odd : ODD) {
      var program = answer("/rest/v1/badges/" + odd, "application/json", "");
      assertThat(program).as(odd).matches("(?s)HTTP/1.1 40[04] .*");
      assertThat(program)
          .as(odd)
          .contains("application/problem+json", "\"status\":40", "\"detail\":\"")
          .contains("Content-Security-Policy: ", "X-Content-Type-Options: nosniff")
          .contains("Cache-Control: no-store")
          .doesNotContain("<html", "Tomcat");
      var person = answer("/badges/" + odd, "text/html", "Accept-Language: it\r\n");
      assertThat(person).as(odd).matches("(?s)HTTP/1.1 40[04] .*");
      assertThat(person)
          .as(odd)
          .contains("text/html;charset=UTF-8", "<html lang=\"it\"", "</html>")
          .contains("Content-Security-Policy: ", "X-Frame-Options: DENY")
          .doesNotContain("Tomcat");
      assertThat(answer("/v1/organizations/" + odd, "", "")).as(odd).contains("\"message\"");
    }
  }

  @Test
  void what_is_no_request_at_all_is_refused_in_our_words() throws IOException {
    for (var lines :
        List.of("GET /a\\b HTTP/1.1\r\n\r\n", "G@T / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\n\r\n")) {
      assertThat(sent(lines))
          .as(lines)
          .startsWith("HTTP/1.1 ")
          .contains("application/problem+json", "Content-Security-Policy: ");
    }
    assertThat(answer("/badges", "text/html", "Host: twice\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Tomcat");
  }

  private String answer(String path, String accept, String more) throws IOException {
    var line = accept.isEmpty() ? "" : "Accept: " + accept + "\r\n";
    return sent(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + line
            + more
            + "\r\n");
  }

  /** Sends exactly this and reads until the server closes. */
  private String sent(String request) throws IOException {
    try (var socket = new Socket("localhost", settings.baseUrl().getPort())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
