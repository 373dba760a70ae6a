package org.insignia.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignUps;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ClaimsModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern CLAIM = Pattern.compile("http://localhost:\\d+/claim/(\\S+)");
  private static final Pattern CONFIRM = Pattern.compile("http://localhost:\\d+/confirm/(\\S+)");

  @Autowired Claims claims;
  @Autowired ClaimLinks links;
  @Autowired Accounts accounts;
  @Autowired SignUps signUps;
  @Autowired Credentials credentials;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("c" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void an_invitation_says_what_and_from_whom_in_the_earners_language_in_both_parts() {
    badges.issue(academy, address, "Ana Núñez", Language.ES);
    var mail = new Mailbox(sink).newestTo(address.value());
    assertThat(mail.subject())
        .isEqualTo(
            "Tu insignia de Northwind Academy: Northwind Certified: Cloud Administrator Associate");
    assertThat(mail.text()).contains("Hola, Ana Núñez", "Ver y aceptar mi insignia:", "/claim/");
    assertThat(mail.html())
        .contains("lang=\"es\"", "Hola, Ana Núñez", "/claim/", "/image.png")
        .doesNotContain("<script", "<link");
  }

  @Test
  void only_the_hash_of_a_claim_link_is_stored() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    var token = claimToken();
    assertThat(links.find(token).orElseThrow().credential()).isEqualTo(id);
    assertThat(
            db.sql("select token_hash from claim_link where credential_id = ?")
                .param(id.value())
                .query(String.class)
                .list())
        .contains(token.hash())
        .doesNotContain(token.text());
  }

  @Test
  void a_waiting_badge_is_shown_to_nobody_and_an_accepted_one_as_its_owner_says() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    claimToken();
    assertThat(claims.of(id).orElseThrow().state()).isEqualTo(State.PENDING);
    assertThat(claims.publiclyVisible(id)).isFalse();
    var ana = person(address);
    assertThat(claims.waitingFor(ana)).extracting(Claim::credential).containsExactly(id);
    claims.accept(ana, id, Visibility.PUBLIC);
    assertThat(claims.publiclyVisible(id)).isTrue();
    claims.show(ana, id, Visibility.PRIVATE);
    assertThat(claims.publiclyVisible(id)).isFalse();
    assertThat(claims.held(ana)).extracting(Claim::credential).containsExactly(id);
    assertThat(claims.waitingFor(ana)).isEmpty();
  }

  @Test
  void only_who_proved_the_mailbox_can_accept_reject_or_show() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    claimToken();
    var eve = person(EmailAddress.of("eve-" + address.value()));
    assertThatThrownBy(() -> claims.accept(eve, id, Visibility.PUBLIC))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> claims.reject(eve, id)).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> claims.show(eve, id, Visibility.PUBLIC))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(claims.of(id).orElseThrow().state()).isEqualTo(State.PENDING);
  }

  @Test
  void accepting_in_many_tabs_at_once_happens_once_and_fails_in_none() throws Exception {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    claimToken();
    var ana = person(address);
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> tab =
          () -> {
            claims.accept(ana, id, Visibility.PUBLIC);
            return true;
          };
      for (var done : tabs.invokeAll(IntStream.range(0, 16).mapToObj(i -> tab).toList())) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(
            db.sql("select count(*) from audit_line where action = 'claims.accept' and subject = ?")
                .param("credential:" + id.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_rejected_badge_can_be_taken_back_and_accepted() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    claimToken();
    var ana = person(address);
    claims.reject(ana, id);
    assertThat(claims.waitingFor(ana)).isEmpty();
    assertThat(claims.rejectedBy(ana)).extracting(Claim::credential).containsExactly(id);
    assertThatThrownBy(() -> claims.accept(ana, id, Visibility.PUBLIC))
        .isInstanceOf(Problem.Conflict.class);
    claims.takeBack(ana, id);
    claims.accept(ana, id, Visibility.PRIVATE);
    assertThat(claims.held(ana)).hasSize(1);
  }

  @Test
  void what_was_decided_before_the_account_is_done_when_it_is_confirmed() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    var intent = links.intend(links.find(claimToken()).orElseThrow(), Visibility.PUBLIC);
    signUps.begin(new SignUps.Wish(address, "Ana", PASSWORD, Language.EN, intent));
    signUps.confirm(tokenIn(address, CONFIRM), PASSWORD);
    assertThat(claims.of(id).orElseThrow().owner())
        .isEqualTo(accounts.ownerOf(address).orElseThrow());
    assertThat(claims.publiclyVisible(id)).isTrue();
  }

  @Test
  void an_account_with_another_address_does_not_get_it_by_the_link() {
    var id = badges.issue(academy, address, "Ana", Language.EN);
    var intent = links.intend(links.find(claimToken()).orElseThrow(), Visibility.PUBLIC);
    var eve = EmailAddress.of("eve-" + address.value());
    signUps.begin(new SignUps.Wish(eve, "Eve", PASSWORD, Language.EN, intent));
    signUps.confirm(tokenIn(eve, CONFIRM), PASSWORD);
    assertThat(claims.of(id).orElseThrow().state()).isEqualTo(State.PENDING);
  }

  @Test
  void a_withdrawal_is_told_with_its_reason_and_a_declined_badge_is_not_spoken_of_again() {
    var id = badges.issue(academy, address, "Ana", Language.IT);
    claimToken();
    credentials.revoke("test", id, "The exam was taken by somebody else.");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && !m.text().contains("/claim/"), "withdrawal");
    assertThat(mail.subject()).startsWith("Northwind Academy ha ritirato il tuo badge:");
    assertThat(mail.text()).contains("> The exam was taken by somebody else.");

    var declined = EmailAddress.of("d-" + address.value());
    var other = badges.issue(academy, declined, "Bo", Language.EN);
    links.reject(links.find(tokenIn(declined, CLAIM)).orElseThrow());
    credentials.revoke("test", other, "Mistake.");
    assertThat(
            db.sql("select count(*) from outbox_letter where kind = 'badge-withdrawn' and ref = ?")
                .param(other.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_withdrawal_that_results_caused_is_told_in_the_readers_language() {
    var id = badges.issue(academy, address, "Ana", Language.IT);
    claimToken();
    credentials.revoke("test", id, "RESULT_REVOKED");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && !m.text().contains("/claim/"), "withdrawal");
    assertThat(mail.text())
        .contains("> un risultato è stato revocato")
        .doesNotContain("RESULT_REVOKED");
  }

  @Test
  void a_corrected_copy_takes_the_place_of_an_accepted_badge() {
    var id = badges.issue(academy, address, "Anna", Language.ZH_CN);
    claimToken();
    var ana = person(address);
    claims.accept(ana, id, Visibility.PUBLIC);
    CredentialId corrected = credentials.replace("test", id, "Ana", "Name corrected");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && !m.text().contains("/claim/"), "correction");
    assertThat(mail.text()).contains("Ana").contains("/home");
    var claim = claims.of(corrected).orElseThrow();
    assertThat(claim.owner()).isEqualTo(ana);
    assertThat(claims.publiclyVisible(corrected)).isTrue();
  }

  private PersonId person(EmailAddress of) {
    return accounts.createConfirmed("Ana", of, PASSWORD, Language.EN);
  }

  private SecretToken claimToken() {
    return tokenIn(address, CLAIM);
  }

  private SecretToken tokenIn(EmailAddress to, Pattern kind) {
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(to.value()) && kind.matcher(m.text()).find(),
                "a link for " + to);
    var link = kind.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return SecretToken.parse(link.group(1)).orElseThrow();
  }
}
