package org.insignia.server.claims.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RemindersModuleTest {
  private static final Pattern STOP =
      Pattern.compile("http://localhost:\\d+/reminders/stop/(\\S+)");

  @Autowired Reminding reminding;
  @Autowired Reminders reminders;
  @Autowired ReminderStops stops;
  @Autowired SentReminders sent;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("r" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private Instant offered;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void a_badge_that_waits_is_spoken_of_after_seven_and_thirty_days_and_never_again() {
    var id = waiting(Language.PT_BR);
    at(6);
    assertThat(sent.of(id)).isEmpty();
    at(8);
    assertThat(sent.of(id)).hasSize(1);
    at(29);
    assertThat(sent.of(id)).hasSize(1);
    at(31);
    assertThat(sent.of(id)).hasSize(2);
    at(400);
    assertThat(sent.of(id)).hasSize(2);
    var mail = reminder();
    assertThat(mail.subject()).startsWith("Ainda esperando por você, de Northwind Academy:");
    assertThat(mail.text()).contains("/claim/", "/reminders/stop/");
  }

  @Test
  void the_mail_can_be_ended_by_one_press_in_the_mail_program() throws Exception {
    waiting(Language.EN);
    at(8);
    var mail = reminder();
    var link = STOP.matcher(mail.text());
    assertThat(link.find()).isTrue();
    assertThat(mail.headers()).containsEntry("List-Unsubscribe", "<" + link.group() + ">");
    assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    var token = SecretToken.parse(link.group(1)).orElseThrow();
    assertThat(stops.mailbox(token)).contains(address);
    assertThat(oneClick(link.group())).isEqualTo(200); // RFC 8058 forbids to send it on
    assertThat(stops.isStopped(address)).isTrue();
    assertThat(
            db.sql("select token_hash from reminder_stop_link where key = ?")
                .param(address.key())
                .query(String.class)
                .list())
        .contains(token.hash())
        .doesNotContain(token.text());
  }

  @Test
  void whoever_decided_or_asked_for_silence_or_cannot_be_reached_hears_nothing() {
    var ana = accounts.createConfirmed("Ana", address, "violet otter lantern", Language.EN);
    var accepted = waiting(Language.EN);
    claims.accept(ana, accepted, Visibility.PRIVATE);
    var rejected = waiting(Language.EN);
    claims.reject(ana, rejected);
    var withdrawn = waiting(Language.EN);
    credentials.revoke("test", withdrawn, "mistake");
    at(40);
    for (var id : List.of(accepted, rejected, withdrawn)) {
      assertThat(sent.of(id)).isEmpty();
    }
    var silent = waiting(Language.EN);
    stops.stop(address);
    at(40);
    assertThat(sent.of(silent)).isEmpty();
    stops.resume(address);

    var nobody = EmailAddress.of("n-" + address.value());
    sink.refuse(nobody);
    var unreachable = badges.issue(academy, nobody, "Bo", Language.EN);
    Until.holds(() -> "refused".equals(state(unreachable)));
    offered = Instant.now();
    at(40);
    assertThat(sent.of(unreachable)).isEmpty();
  }

  @Test
  void a_suspended_badge_is_spoken_of_when_the_suspension_ends() {
    var id = waiting(Language.EN);
    credentials.suspend("test", id, "under review");
    at(8);
    assertThat(sent.of(id)).isEmpty();
    credentials.reinstate("test", id);
    at(10);
    assertThat(sent.of(id)).hasSize(1);
  }

  @Test
  void after_a_long_time_without_service_nobody_gets_two_in_a_row() {
    var id = waiting(Language.EN);
    at(40);
    assertThat(sent.of(id)).hasSize(1);
    at(41);
    assertThat(sent.of(id)).hasSize(1);
    at(44);
    assertThat(sent.of(id)).hasSize(2);
  }

  @Test
  void many_nodes_at_once_send_each_number_once() throws Exception {
    var id = waiting(Language.EN);
    var due = offered.plus(Duration.ofDays(8));
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> node = () -> reminding.once(due);
      for (var done : nodes.invokeAll(IntStream.range(0, 12).mapToObj(i -> node).toList())) {
        done.get();
      }
    }
    at(8);
    assertThat(sent.of(id)).hasSize(1);
  }

  @Test
  void an_organisation_sets_its_own_days_for_badges_that_wait_already_too() {
    var id = waiting(Language.EN);
    reminders.change("test", academy.id(), List.of(2, 4, 6));
    assertThat(reminders.days(academy.id())).containsExactly(2, 4, 6);
    at(3);
    assertThat(sent.of(id)).hasSize(1);
    reminders.change("test", academy.id(), List.of());
    at(30);
    assertThat(sent.of(id)).hasSize(1);
    for (var wrong :
        List.of(
            List.of(0), List.of(366), List.of(7, 7), List.of(9, 8), List.of(1, 2, 3, 4, 5, 6))) {
      assertThatThrownBy(() -> reminders.change("test", academy.id(), wrong))
          .isInstanceOf(Problem.Invalid.class);
    }
  }

  private static int oneClick(String link) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var post =
          HttpRequest.newBuilder(URI.create(link))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
              .build();
      return http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /** Lets every reminder go out that is due so many days after the offer, and an hour. */
  private void at(int days) {
    // Other tests' badges wait in the same database; their weeks have not gone by.
    db.sql("delete from reminder_due where organisation_id <> :id")
        .param("id", academy.id().value())
        .update();
    while (reminding.once(offered.plus(Duration.ofDays(days)).plus(Duration.ofHours(1)))) {
      // Until nothing is due any more.
    }
  }

  private CredentialId waiting(Language language) {
    var id = badges.issue(academy, address, "Ana", language);
    Until.holds(() -> claims.of(id).isPresent());
    offered = claims.of(id).orElseThrow().offeredAt();
    return id;
  }

  private MailSink.Received reminder() {
    return new Mailbox(sink)
        .await(
            m -> m.to().equals(address.value()) && m.text().contains("/reminders/stop/"),
            "a reminder");
  }

  private String state(CredentialId id) {
    return db.sql("select coalesce(max(state), '') from outbox_letter where ref = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }
}
