package org.insignia.server.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.events.EventType;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class WebhooksModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  /** Not the achievements: those of the academy may be told still while a test begins. */
  private static final Set<EventType> BADGES_AND_RESULTS =
      EnumSet.range(EventType.ISSUED, EventType.RESULT_DROPPED);

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Erasing erasing;
  @Autowired Achievements achievements;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired TransactionTemplate transaction;
  @Autowired Webhooks webhooks;
  @Autowired WebhookStore store;
  @Autowired MailSink sink;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  private final Receiver receiver = new Receiver();
  private final EmailAddress earner = EmailAddress.of("w" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private Webhooks.Made subscribe(URI url) {
    return webhooks.make("test", academy, url, BADGES_AND_RESULTS);
  }

  private CredentialId issue() {
    return badges.issue(academy, earner, "Ana Núñez", Language.EN);
  }

  private void dueNow(Webhooks.Made made) {
    db.sql("update webhook_delivery set due_at = ? where webhook_id = ? and state = 'WAITING'")
        .params(java.sql.Timestamp.from(clock.instant()), made.webhook().id())
        .update();
    store.wake(made.webhook().id(), clock.instant());
  }

  private Webhook now(Webhooks.Made made) {
    return store.find(made.webhook().id()).orElseThrow();
  }

  private List<Delivery> log(Webhooks.Made made) {
    return webhooks.log(made.webhook(), "");
  }

  @Test
  @DisplayName("11.5, T17: what happens to a badge is told, signed, without a word of its earner")
  void what_happens_to_a_badge_is_told_signed_and_names_nobody() {
    var made = subscribe(receiver.url());
    var id = issue();
    Until.holds(() -> claims.of(id).isPresent());
    PersonId ana = accounts.createConfirmed("Ana Núñez", earner, PASSWORD, Language.EN);
    claims.reject(ana, id);
    claims.takeBack(ana, id);
    claims.accept(ana, id, Visibility.PRIVATE);
    credentials.revoke("test", id, "Ana Núñez asked for it");
    Until.holds(() -> receiver.messages.size() == 5);
    var types =
        receiver.messages.stream()
            .map(m -> m.body().replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"))
            .toList();
    assertThat(types)
        .containsExactlyInAnyOrder(
            "badge.issued",
            "badge.rejected",
            "badge.waiting-again",
            "badge.accepted",
            "badge.revoked");
    for (var message : receiver.messages) {
      assertThat(message.isFrom(made.secret(), clock.instant().getEpochSecond())).isTrue();
      assertThat(message.isFrom(made.secret(), clock.instant().getEpochSecond() + 400)).isFalse();
      assertThat(message.body())
          .contains(id.value().toString(), "\"id\":\"" + message.id() + "\"")
          .doesNotContain("Ana", "Núñez", earner.value(), ana.toString(), "PRIVATE", "private");
      var forged =
          new Receiver.Message(
              message.id(), message.timestamp(), message.signatures(), message.body() + " ");
      assertThat(forged.isFrom(made.secret(), message.timestamp())).isFalse();
    }
    Until.holds(() -> log(made).stream().allMatch(d -> d.state() == Delivery.State.DELIVERED));
  }

  @Test
  void of_an_erased_badge_its_id_is_told_and_of_an_achievement_how_it_stands() {
    var id = issue();
    Until.holds(() -> claims.of(id).isPresent());
    var types = EnumSet.of(EventType.ERASED, EventType.ACHIEVEMENT_DELETED);
    webhooks.make("test", academy, receiver.url(), types);
    webhooks.make("test", academy, receiver.url(), types, Webhook.Shape.CREDLY);
    erasing.erase("test", id);
    var cloud = achievements.of(academy.id(), "certification.cloud").orElseThrow();
    transaction.executeWithoutResult(status ->
        publisher.publishEvent(
            new Achievements.Changed(
                academy.id(), Achievements.Change.DELETED, List.of(cloud.id()))));
    Until.holds(() -> receiver.messages.size() == 4);
    var bodies = receiver.messages.stream().map(Receiver.Message::body).toList();
    assertThat(bodies)
        .anyMatch(b ->
            b.contains("\"badge.erased\"")
                && b.contains("{\"gone\":{\"id\":\"" + id.value() + "\"}}"))
        .anyMatch(b -> b.contains("\"event_type\":\"badge.deleted\""))
        .anyMatch(b -> b.contains("\"event_type\":\"badge_template.deleted\""))
        .anyMatch(b ->
            b.contains("\"achievement.deleted\"")
                && b.contains("\"slug\":\"" + cloud.slug() + "\"")
                && b.contains("\"state\":\"active\""));
    assertThat(bodies.toString()).doesNotContain("Ana", earner.value());
  }

  @Test
  void nobody_hears_of_another_organisation_or_of_what_they_did_not_ask_for() {
    var other = badges.academy();
    var revoked = webhooks.make("test", academy, receiver.url(), Set.of(EventType.REVOKED));
    badges.issue(other, earner, "Ana", Language.EN);
    var id = issue();
    Until.holds(() -> claims.of(id).isPresent());
    credentials.revoke("test", id, "a mistake");
    Until.holds(() -> receiver.messages.size() == 1);
    assertThat(receiver.messages.getFirst().body()).contains("badge.revoked");
    assertThat(log(revoked)).hasSize(1);
  }

  @Test
  @DisplayName("T17: for a day both secrets sign")
  void at_a_change_of_secrets_both_sign() {
    var made = subscribe(receiver.url());
    var fresh = webhooks.renewSecret("test", academy, made.webhook().id());
    webhooks.test(academy, made.webhook().id());
    Until.holds(() -> receiver.messages.size() == 1);
    var message = receiver.messages.getFirst();
    long now = clock.instant().getEpochSecond();
    assertThat(message.isFrom(made.secret(), now)).isTrue();
    assertThat(message.isFrom(fresh.secret(), now)).isTrue();
    assertThat(message.body()).contains("\"type\":\"test\"");

    db.sql("update webhook set old_until = now() - interval '1 second' where id = ?")
        .param(made.webhook().id())
        .update();
    webhooks.test(academy, made.webhook().id());
    Until.holds(() -> receiver.messages.size() == 2);
    assertThat(receiver.messages.get(1).isFrom(made.secret(), now)).isFalse();
    assertThat(receiver.messages.get(1).isFrom(fresh.secret(), now)).isTrue();
    assertThat(
            db.sql("select sealed_secret from webhook where id = ?")
                .param(made.webhook().id())
                .query(String.class)
                .single())
        .doesNotContain(fresh.secret().substring(6));
  }

  @Test
  @DisplayName(
      "I8: what failed is sent again under the same id, until it is given up; then by hand")
  void what_failed_comes_again_under_the_same_id() {
    receiver.answers(500);
    var made = subscribe(receiver.url());
    webhooks.test(academy, made.webhook().id());
    Until.holds(() -> log(made).getFirst().attempts() == 1);
    var first = log(made).getFirst();
    assertThat(first.state()).isEqualTo(Delivery.State.WAITING);
    assertThat(first.status()).isEqualTo(500);
    assertThat(first.dueAt()).isAfter(first.triedAt());
    assertThat(now(made).failingSince()).isNotNull();

    db.sql("update webhook_delivery set until_at = now() where id = ?").param(first.id()).update();
    dueNow(made);
    Until.holds(() -> log(made).getFirst().state() == Delivery.State.DEAD);
    assertThat(new WaitingDeliveries(new DeliveryStore(db)).of(academy).getFirst().count())
        .isEqualTo(1);

    receiver.answers(200);
    webhooks.again("test", academy, made.webhook().id(), first.id());
    Until.holds(() -> log(made).getFirst().state() == Delivery.State.DELIVERED);
    assertThat(receiver.messages).hasSize(3);
    assertThat(receiver.messages.stream().map(Receiver.Message::id).distinct()).hasSize(1);
    assertThat(receiver.messages.stream().map(Receiver.Message::body).distinct()).hasSize(1);
    assertThat(now(made).failingSince()).isNull();
  }

  @Test
  @DisplayName("F-20: a receiver that hangs holds up nobody else")
  void who_hangs_holds_up_nobody_else() throws Exception {
    var hangs = new CountDownLatch(1);
    receiver.answers(exchange -> {
      try {
        hangs.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    try (var quick = new Receiver()) {
      for (int i = 0; i < 3; i++) {
        webhooks.test(academy, subscribe(receiver.url()).webhook().id());
      }
      var other = subscribe(quick.url());
      Until.holds(() -> receiver.messages.size() == 3);
      for (int i = 0; i < 5; i++) {
        webhooks.test(academy, other.webhook().id());
      }
      Until.holds(() -> quick.messages.size() == 5);
      assertThat(hangs.getCount()).isEqualTo(1);
    } finally {
      hangs.countDown();
    }
  }

  @Test
  @DisplayName("F-20: of an answer without an end a little is read; a redirect leads nowhere")
  void an_answer_without_end_and_a_redirect_do_no_harm() {
    receiver.answers(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      var block = "x".repeat(65_536).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      for (int i = 0; i < 16_384; i++) {
        exchange.getResponseBody().write(block);
      }
    });
    var made = subscribe(receiver.url());
    webhooks.test(academy, made.webhook().id());
    Until.holds(() -> log(made).getFirst().state() == Delivery.State.DELIVERED);
    assertThat(log(made).getFirst().answer()).hasSize(1000);

    try (var target = new Receiver()) {
      receiver.answers(exchange -> {
        exchange.getResponseHeaders().set("Location", target.url().toString());
        exchange.sendResponseHeaders(307, -1);
      });
      webhooks.test(academy, made.webhook().id());
      Until.holds(() -> log(made).getFirst().attempts() == 1);
      assertThat(log(made).getFirst().status()).isEqualTo(307);
      assertThat(log(made).getFirst().state()).isEqualTo(Delivery.State.WAITING);
      assertThat(target.messages).isEmpty();
    }
  }

  @Test
  @DisplayName("F-20: who is gone, or fails for days, is switched off, and its owner is told")
  void who_is_gone_or_fails_for_days_is_switched_off_with_notice() {
    var address = EmailAddress.of("owner" + UUID.randomUUID() + "@example.org");
    var owner = accounts.createConfirmed("Olga", address, PASSWORD, Language.ES);
    members.grant("test", owner.value(), academy.id(), Role.OWNER);
    receiver.answers(410);
    var gone = subscribe(receiver.url());
    webhooks.test(academy, gone.webhook().id());
    Until.holds(() -> now(gone).state() == Webhook.State.FAILED);
    assertThat(log(gone).getFirst().state()).isEqualTo(Delivery.State.DEAD);
    var told =
        new Mailbox(sink)
            .await(m -> m.to().equals(address.value()) && m.text().contains("/webhooks/"), "it");
    assertThat(told.subject()).contains("localhost");
    assertThatThrownBy(() -> webhooks.test(academy, gone.webhook().id()))
        .isInstanceOf(Problem.Conflict.class);

    receiver.answers(503);
    var failing = subscribe(receiver.url());
    webhooks.test(academy, failing.webhook().id());
    Until.holds(() -> now(failing).failures() == 1);
    db.sql("update webhook set failing_since = now() - interval '6 days' where id = ?")
        .param(failing.webhook().id())
        .update();
    dueNow(failing);
    Until.holds(() -> now(failing).state() == Webhook.State.FAILED);

    receiver.answers(200);
    webhooks.switchOn("test", academy, failing.webhook().id());
    webhooks.againDead("test", academy, failing.webhook().id());
    Until.holds(() -> log(failing).getFirst().state() == Delivery.State.DELIVERED);
  }

  @Test
  @DisplayName("O6: never to itself, whatever was registered")
  void nothing_is_sent_to_the_server_itself() {
    var made = subscribe(settings.url("/rest/v1/verify"));
    webhooks.test(academy, made.webhook().id());
    Until.holds(() -> log(made).getFirst().attempts() == 1);
    assertThat(log(made).getFirst().status()).isNull();
    assertThat(log(made).getFirst().answer()).contains("own");
  }

  @ParameterizedTest
  @DisplayName("O6: no address of the inside is taken")
  @ValueSource(
      strings = {
        "https://10.0.0.1/x",
        "https://169.254.169.254/latest",
        "https://[fd00::1]/x",
        "https://192.168.1.1/",
        "http://example.org/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "https://user:secret@example.org/",
        "https://2130706433/",
        "SELF",
        "",
        "https://"
      })
  void addresses_of_the_inside_are_refused_with_words(String url) {
    var address = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    var admin = accounts.createConfirmed("Ada", address, PASSWORD, Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var typed = url.equals("SELF") ? settings.url("/x").toString() : url;
    var answer =
        web.post("/console/" + academy.slug() + "/webhooks", "url", typed, "event", "badge.issued");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("in-error");
    assertThat(webhooks.of(academy)).isEmpty();
  }

  @Test
  void an_administrator_subscribes_tests_and_deletes() {
    var address = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    var admin = accounts.createConfirmed("Ada", address, PASSWORD, Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var path = "/console/" + academy.slug() + "/webhooks";
    var made =
        web.post(
            path,
            "url",
            receiver.url().toString(),
            "event",
            "badge.issued",
            "event",
            "badge.revoked");
    assertThat(made.body()).containsPattern("whsec_[A-Za-z0-9+/=]{44}");
    var id = webhooks.of(academy).getFirst().id();
    assertThat(web.post(path + "/" + id + "/test").statusCode()).isEqualTo(303);
    Until.holds(() -> receiver.messages.size() == 1);
    Until.holds(() -> web.get(path + "/" + id).body().contains("Arrived"));
    assertThat(web.get(path + "/" + id).body()).doesNotContain("whsec_");
    var other = badges.academy();
    members.grant("test", admin.value(), other.id(), Role.ADMIN);
    assertThat(web.get("/console/" + other.slug() + "/webhooks/" + id).statusCode()).isEqualTo(404);
    assertThat(web.post(path + "/" + id + "/delete").statusCode()).isEqualTo(303);
    assertThat(webhooks.of(academy)).isEmpty();
  }
}
