package org.insignia.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.Bounce;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ClaimingInAllFormsModuleTest {
  @Autowired Claims claims;
  @Autowired AutoAccept autoAccept;
  @Autowired Resending resending;
  @Autowired ClaimIntentSweep intents;
  @Autowired ClaimLinks links;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired Bounces bounces;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("f" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void auto_accept_is_off_by_default_and_takes_what_comes_from_then_on_once_told_by_mail() {
    var ana = person(address);
    var before = offered();
    assertThat(autoAccept.of(ana)).isEmpty();
    autoAccept.turnOn(ana, Visibility.PRIVATE);

    var after = badges.issue(academy, "exam.a", address, "Ana", Language.IT);
    Until.holds(() -> claims.of(after).isPresent());

    var claim = claims.of(after).orElseThrow();
    assertThat(claim.state()).isEqualTo(State.ACCEPTED);
    assertThat(claim.owner()).isEqualTo(ana);
    assertThat(claim.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(claims.of(before).orElseThrow().state()).isEqualTo(State.PENDING);
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && m.text().contains("/home/auto-accept"),
                "the news");
    assertThat(mail.text()).doesNotContain("/claim/").contains("Only you can see it.");
    assertThat(audited("claims.auto-accept", after)).isEqualTo(1);
    assertThat(letters("claim-invitation", after)).isZero();

    autoAccept.turnOff(ana);
    var later = badges.issue(academy, "exam.b", address, "Ana", Language.EN);
    Until.holds(() -> claims.of(later).isPresent());
    assertThat(claims.of(later).orElseThrow().state()).isEqualTo(State.PENDING);
    claims.acceptAll(ana, java.util.List.of(before, later), Visibility.PUBLIC);
    assertThat(claims.waitingFor(ana)).isEmpty();
  }

  @Test
  void auto_accept_takes_nothing_that_was_sent_to_an_address_that_is_not_proven() {
    var eve = person(EmailAddress.of("eve-" + address.value()));
    autoAccept.turnOn(eve, Visibility.PUBLIC);
    assertThat(claims.of(offered()).orElseThrow().state()).isEqualTo(State.PENDING);
  }

  @Test
  void staff_send_an_invitation_again_with_a_fresh_link_and_not_too_often() {
    var id = offered();
    var first = invitation().text();
    var credential = credentials.find(id).orElseThrow();
    assertThat(resending.resend("test", credential)).isEmpty();
    new Mailbox(sink)
        .await(
            m -> m.to().equals(address.value()) && !m.text().equals(first), "another invitation");
    assertThat(resending.resend("test", credential)).isEmpty();
    assertThat(resending.resend("test", credential).orElseThrow())
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    var ana = person(address);
    claims.accept(ana, id, Visibility.PUBLIC);
    assertThatThrownBy(() -> resending.resend("test", credential))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void a_refused_mailbox_is_known_with_its_reason_until_a_letter_is_tried_anew() {
    sink.refuse(address);
    var id = offered();
    Until.holds(() -> bounces.of(address).isPresent());
    var bounce = bounces.of(address).orElseThrow();
    assertThat(bounce.code()).isEqualTo("5.1.1");
    assertThat(bounce.source()).isEqualTo(Bounce.Source.REPLY);
    assertThat(bounce.remedy()).isEqualTo(Bounce.Remedy.ADDRESS);

    sink.takeAgain(address);
    resending.resend("test", credentials.find(id).orElseThrow());
    assertThat(invitation().text()).contains("/claim/");
    assertThat(bounces.of(address)).isEmpty();
  }

  @Test
  void what_was_decided_before_an_account_that_never_came_is_swept() {
    var id = offered();
    invitation();
    var claim = claims.of(id).orElseThrow();
    var intent = links.intend(claim, Visibility.PUBLIC);
    intents.piece(java.time.Instant.now());
    assertThat(intentsLeft(intent)).isEqualTo(1);
    intents.piece(java.time.Instant.now().plus(Duration.ofDays(4)));
    assertThat(intentsLeft(intent)).isZero();
  }

  private long intentsLeft(UUID id) {
    return db.sql("select count(*) from claim_intent where id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private long audited(String action, CredentialId of) {
    return db.sql("select count(*) from audit_line where action = ? and subject = ?")
        .param(action)
        .param("credential:" + of.value())
        .query(Long.class)
        .single();
  }

  private long letters(String kind, CredentialId of) {
    return db.sql("select count(*) from outbox_letter where kind = ? and ref = ?")
        .param(kind)
        .param(of.value())
        .query(Long.class)
        .single();
  }

  private CredentialId offered() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private MailSink.Received invitation() {
    return new Mailbox(sink)
        .await(
            m -> m.to().equals(address.value()) && m.text().contains("/claim/"), "an invitation");
  }

  private PersonId person(EmailAddress of) {
    return accounts.createConfirmed("Ana", of, "violet otter lantern", Language.EN);
  }
}
