package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class BouncesModuleTest {
  @Autowired Bounces bounces;
  @Autowired Attempts attempts;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("b" + UUID.randomUUID() + "@example.org");

  @Test
  void a_report_about_a_letter_of_ours_marks_the_mailbox_and_a_made_up_one_does_not()
      throws Exception {
    var letter = sent();
    assertThat(post("", report(letter)).statusCode()).isEqualTo(401);
    assertThat(post(token(), report(UUID.randomUUID())).body()).contains("\"recorded\":false");
    assertThat(bounces.of(address)).isEmpty();
    var other = DeliveryReportTest.report(letter, "eve@example.org", "failed", "5.1.1");
    assertThat(post(token(), other).body()).contains("\"recorded\":false");
    assertThat(post(token(), "Subject: hello\r\n\r\nno report").body())
        .contains("\"recorded\":false");
    assertThat(post(token(), report(letter)).body()).contains("\"recorded\":true");
    var bounce = bounces.of(address).orElseThrow();
    assertThat(bounce.source()).isEqualTo(Bounce.Source.REPORT);
    assertThat(bounce.reason()).contains("User unknown");
    bounces.forget(address);
    assertThat(bounces.of(address)).isEmpty();
  }

  @Test
  void counters_that_count_nothing_any_more_are_swept_and_those_of_secrets_stay() {
    var easy = Attempts.subject("easy", address.key());
    var secret = Attempts.subject("secret", address.key());
    attempts.count(
        easy,
        Attempts.Rule.easing(3, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1)));
    attempts.count(
        secret, Attempts.Rule.strict(3, Duration.ofSeconds(1), Duration.ofSeconds(2), 100));
    attempts.piece(Instant.now());
    assertThat(counters(easy)).isEqualTo(1);
    attempts.piece(Instant.now().plus(Duration.ofHours(2)));
    assertThat(counters(easy)).isZero();
    assertThat(counters(secret)).isEqualTo(1);
  }

  private long counters(String subject) {
    return db.sql("select count(*) from attempt where subject = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

  private UUID sent() {
    var id = UUID.randomUUID();
    db.sql(
            """
            insert into outbox_letter (id, kind, ref, recipient, state, ended_at)
            values (:id, 'test', :id, :to, 'sent', now())
            """)
        .param("id", id)
        .param("to", address.value())
        .update();
    return id;
  }

  private String report(UUID letter) {
    return DeliveryReportTest.report(letter, address.value(), "failed", "5.1.1");
  }

  private String token() throws IOException {
    return Files.readString(settings.dataFolder().resolve("admin.token")).strip();
  }

  private HttpResponse<String> post(String token, String mail) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + settings.port() + "/rest/v1/mail/bounces"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "message/rfc822")
              .POST(
                  BodyPublishers.ofInputStream(
                      () -> new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
