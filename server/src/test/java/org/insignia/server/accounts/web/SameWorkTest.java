package org.insignia.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether a mailbox has an account is told by nothing that is done before the answer. */
@ServerTest
class SameWorkTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Settings settings;
  @Autowired Accounts accounts;

  /** An answer and the statements that were put to the database for it. */
  private record Done(int status, String body, String location, List<String> statements) {}

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-up", "/reset", "/find-badges"})
  void known_and_unknown_mailboxes_take_the_same_statements_and_answers(String form)
      throws Exception {
    var known = "k" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Ana", EmailAddress.of(known), "violet otter lantern", Language.EN);
    var one = send(form, known);
    var other = send(form, "u" + UUID.randomUUID() + "@example.org");
    assertThat(one.statements()).isNotEmpty().isEqualTo(other.statements());
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.location()).isEqualTo(other.location());
    assertThat(one.body()).isEqualTo(other.body());
  }

  private Done send(String form, String address) throws IOException, InterruptedException {
    var name = UUID.randomUUID().toString();
    try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var token = TOKEN.matcher(http.send(request(form).build(), text()).body());
      assertThat(token.find()).isTrue();
      var fields =
          "_csrf="
              + encoded(token.group(1))
              + "&name=Bo&password=lanterns+in+the+harbour&address="
              + encoded(address);
      var answer =
          http.send(
              request(form)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header(Statements.HEADER, name)
                  .POST(HttpRequest.BodyPublishers.ofString(fields))
                  .build(),
              text());
      var body = TOKEN.matcher(answer.body().replace(address, "ADDRESS")).replaceAll("TOKEN");
      return new Done(
          answer.statusCode(),
          body,
          answer.headers().firstValue("location").orElse(""),
          Statements.of(name));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(settings.url(path)).header("Accept", "text/html");
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
