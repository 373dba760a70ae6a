package org.insignia.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters that strangers have us send: to whom, and with which links. */
@ServerTest
class HostileMailboxesTest {
  private static final Path LISTS =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile/lists");
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired MailSink sink;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void at_hand() {
    Assumptions.assumeTrue(Files.isDirectory(LISTS), "hostile data is not here");
  }

  @AfterEach
  void close() {
    http.close();
  }

  private static List<JsonNode> rows(String list, String kind) throws IOException {
    var json = JsonMapper.builder().build();
    return Files.readAllLines(LISTS.resolve(list)).stream()
        .map(json::readTree)
        .filter(row -> row.get("kind").asString().startsWith(kind))
        .toList();
  }

  @Test
  @DisplayName("C6: a letter goes to exactly the one mailbox that was typed, or to none")
  void one_recipient_or_none() throws Exception {
    var wrong = new ArrayList<String>();
    for (var row : rows("email-addresses.jsonl", "")) {
      var typed = row.get("value").asString();
      var status = post("/sign-up", "/sign-up", List.of(), wish(typed));
      boolean taken = status.startsWith("HTTP/1.1 303");
      if (row.get("expect").asString().equals("accept") && !taken
          || !taken && !status.startsWith("HTTP/1.1 422")) {
        wrong.add(status + " " + row);
      }
      // What is not there as it was typed must not be there in any other way.
      if (taken && EmailAddress.parse(typed).isEmpty()) {
        wrong.add("taken: " + row);
      }
    }
    assertThat(wrong).isEmpty();
    allSent();
    for (var mail : sink.received()) {
      assertThat(recipients(mail.headers().get("To"))).as(mail.toString()).hasSize(1);
      assertThat(mail.headers()).doesNotContainKeys("Cc", "Bcc");
      assertThat(mail.to()).isNotIn("bob@example.org", "ana%example.org@relay.example");
    }
  }

  /** One that was asked for last has arrived, so those before it have too. */
  private void allSent() throws Exception {
    var last = "last-" + mark + "@example.org";
    post("/sign-up", "/sign-up", List.of(), wish(last));
    new Mailbox(sink).newestTo(last);
  }

  private static InternetAddress[] recipients(String header) throws AddressException {
    return InternetAddress.parse(header);
  }

  private String wish(String address) {
    return "address=" + encoded(address) + "&name=Ana&password=" + encoded(PASSWORD);
  }

  @Test
  @DisplayName("C7: every link in a letter begins with the configured address")
  void no_header_changes_a_link() throws Exception {
    int number = 0;
    for (var row : rows("http.jsonl", "host-header")) {
      var headers = new ArrayList<String>();
      for (var header : row.get("headers").properties()) {
        var value = header.getValue().asString().replaceAll("^our\\.host$", "localhost");
        headers.add(header.getKey() + ": " + value);
      }
      var stranger = "new-" + number + "-" + mark + "@example.org";
      var known = "known-" + number++ + "-" + mark + "@example.org";
      accounts.createConfirmed("Ana", EmailAddress.of(known), PASSWORD, Language.EN);
      var signUp = post("/sign-up", "/sign-up", headers, wish(stranger));
      var reset = post("/reset", "/reset", headers, "address=" + encoded(known));
      check(signUp, stranger, row);
      check(reset, known, row);
    }
  }

  private void check(String status, String mailbox, JsonNode row) {
    assertThat(status).as(row.toString()).matches("HTTP/1.1 (303|4\\d\\d).*");
    if (!status.startsWith("HTTP/1.1 303")) {
      return; // refused at once: there is no letter
    }
    var mail = new Mailbox(sink).newestTo(mailbox);
    var links = LINK.matcher(mail.text() + " " + mail.html().replace('"', ' '));
    int seen = 0;
    while (links.find()) {
      assertThat(links.group()).as(row.toString()).startsWith(settings.baseUrl() + "/");
      seen++;
    }
    assertThat(seen).isPositive();
    assertThat(mail.text() + mail.html()).doesNotContain("evil.example");
  }

  /** The first line of the answer to a form, sent by hand: no client lets these headers through. */
  private String post(String page, String to, List<String> headers, String form)
      throws IOException, InterruptedException {
    var network = Networks.HEADER + ": " + Networks.fresh();
    var read =
        http.send(
            HttpRequest.newBuilder(settings.url(page)).header("Accept", "text/html").build(),
            BodyHandlers.ofString());
    var found = FIELD.matcher(read.body());
    assertThat(found.find()).isTrue();
    var body = form + "&_csrf=" + encoded(found.group(1));
    var all = new ArrayList<String>();
    all.add("POST " + to + " HTTP/1.1");
    if (headers.stream().noneMatch(h -> h.startsWith("Host:"))) {
      all.add("Host: localhost:" + settings.port());
    }
    all.addAll(headers);
    all.add(network);
    all.add("Accept: text/html");
    all.add("Connection: close");
    all.add(
        "Cookie: "
            + String.join(
                "; ",
                cookies.getCookieStore().getCookies().stream()
                    .map(c -> c.getName() + "=" + c.getValue())
                    .toList()));
    all.add("Content-Type: application/x-www-form-urlencoded");
    all.add("Content-Length: " + body.length());
    try (var socket = new Socket("localhost", settings.port())) {
      socket.setSoTimeout(60_000);
      var request = String.join("\r\n", all) + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
