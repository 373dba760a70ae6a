package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Each route is handed twelve secrets, where they belong and where they do not. */
@ServerTest
class SecretsInLogsTest {
  private static final List<String> PLACES =
      List.of(
          "password",
          "session",
          "bearer",
          "basic",
          "link",
          "code",
          "form-token",
          "webhook-secret",
          "signature",
          "access-code",
          "refresh",
          "header");

  @Autowired Settings settings;

  private final String mark = "canary" + UUID.randomUUID().toString().replace("-", "");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.insignia");
  private Level usual = Level.INFO;

  @BeforeEach
  void listen() {
    usual = ours.getLevel();
    ours.setLevel(Level.DEBUG); // an operator who looks for a fault would do so
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    ours.setLevel(usual);
  }

  private String secret(String place) {
    assertThat(PLACES).contains(place);
    return mark + place.replace("-", "");
  }

  @Test
  @DisplayName("T18: no secret gets into the log, by whatever route and in whatever place it comes")
  void no_secret_is_logged() throws Exception {
    int asked = 0;
    try (var client = HttpClient.newHttpClient()) {
      for (var line : Matrix.read()) {
        var status = client.send(request(line, asked), BodyHandlers.discarding()).statusCode();
        assertThat(status).as(line.route()).isLessThan(500);
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(400);
    LoggerFactory.getLogger("org.insignia.heard").info("everything was asked");
    var heard = new ArrayList<>(log.list);
    assertThat(heard).extracting(ILoggingEvent::getMessage).contains("everything was asked");
    assertThat(heard)
        .as("lines that show a secret")
        .noneMatch(event -> text(event).contains(mark) || text(event).contains(inBase64()));
  }

  /** What the Basic scheme makes of it. */
  private String inBase64() {
    return basic().substring(0, 24);
  }

  private String basic() {
    return Base64.getEncoder()
        .encodeToString((mark + ":" + secret("basic")).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + event.getMDCPropertyMap()
        + event.getThreadName()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }

  private HttpRequest request(Expectation line, int number) {
    var path = line.path().replaceAll("\\$\\w+", secret("link")).replace(' ', '+');
    var query =
        "code=%s&token=%s&refresh_token=%s"
            .formatted(secret("code"), secret("link"), secret("refresh"));
    var request =
        HttpRequest.newBuilder(
                java.net.URI.create(
                    settings.url("") + path + (path.contains("?") ? "&" : "?") + query))
            .header("Cookie", "SESSION=" + secret("session"))
            .header("X-Forwarded-Host", secret("header") + ".example")
            .header("webhook-signature", "v1," + secret("signature"))
            .header(
                "Authorization",
                number % 2 == 0 ? "Bearer insignia_" + secret("bearer") : "Basic " + basic());
    if (line.isSafe()) {
      return request.GET().build();
    }
    return (number % 3 == 0 ? json(request, line.method()) : form(request, line.method())).build();
  }

  private HttpRequest.Builder form(HttpRequest.Builder request, String method) {
    var body =
        "_csrf=%s&password=%s&code=%s&secret=%s"
            .formatted(
                secret("form-token"),
                secret("password"),
                secret("access-code"),
                secret("webhook-secret"));
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, BodyPublishers.ofString(body));
  }

  /** Not even JSON: what cannot be read is what readers like to quote. */
  private HttpRequest.Builder json(HttpRequest.Builder request, String method) {
    var body =
        "{\"password\":\"%s\",\"secret\":%s}"
            .formatted(secret("password"), secret("webhook-secret"));
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  @Test
  @DisplayName("T18: what somebody calls themselves does not become a line of its own")
  void a_line_of_the_log_is_one_line() throws IOException {
    LoggerFactory.getLogger("org.insignia.heard")
        .info("a name: {}", "Ana\r\n2026-01-01 ERROR forged\u2028more\u001b[2J\u0007");
    var event = log.list.getLast();
    var written = new String(console().encode(event), StandardCharsets.UTF_8);
    assertThat(written).contains("Ana 2026-01-01 ERROR forged more [2J ").endsWith("\n");
    assertThat(written.strip().chars()).noneMatch(Character::isISOControl);
  }

  @SuppressWarnings("unchecked")
  private Encoder<ILoggingEvent> console() {
    return ((ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE")).getEncoder();
  }
}
