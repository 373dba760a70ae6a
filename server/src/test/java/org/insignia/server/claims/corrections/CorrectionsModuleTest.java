package org.insignia.server.claims.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections.Wish;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CorrectionsModuleTest {
  @Autowired Corrections corrections;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;

  private final EmailAddress address = EmailAddress.of("n" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private PersonId ana;

  @BeforeEach
  void found() {
    academy = badges.academy();
    ana = accounts.createConfirmed("Ana", address, "violet otter lantern", Language.EN);
  }

  @Test
  void a_granted_wish_issues_a_corrected_copy_that_stands_where_the_old_one_stood() {
    var id = held("certification.cloud", "Ana Nunes");
    assertThat(ask(id, "Ana Núñez", "As in my passport.", false)).isEmpty();
    var staff =
        new Mailbox(sink)
            .await(
                m -> m.to().equals("badges@northwind.example") && m.text().contains(academy.slug()),
                "the request");
    assertThat(staff.text()).contains("Ana Nunes", "Ana Núñez", "> As in my passport.");

    var wish = corrections.open(academy.id(), 10).getFirst();
    assertThat(corrections.approve("test", academy.id(), wish.id())).isEqualTo(1);
    var old = credentials.find(id).orElseThrow();
    assertThat(old.state()).isEqualTo(Credential.State.REPLACED);
    assertThat(old.stateReason()).doesNotContain("Ana");
    Until.holds(() -> credentials.find(id).orElseThrow().replacedBy() != null);
    var copy = credentials.find(id).orElseThrow().replacedBy();
    Until.holds(() -> copy != null && claims.of(copy).isPresent());
    assertThat(credentials.find(copy).orElseThrow().recipientName()).isEqualTo("Ana Núñez");
    var claim = claims.of(copy).orElseThrow();
    assertThat(claim.owner()).isEqualTo(ana);
    assertThat(claim.isPublic()).isTrue();
    var told =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && m.subject().contains("corrected"),
                "the news");
    assertThat(told.text()).contains("Ana Núñez");
    assertThatThrownBy(() -> corrections.approve("test", academy.id(), wish.id()))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void all_badges_of_this_issuer_under_that_name_are_corrected_at_once_and_no_others() {
    var id = held("certification.cloud", "Ana Nunes");
    var same = held("exam.a", "Ana Nunes");
    var right = held("exam.b", "Ana Núñez");
    var elsewhere = held(badges.academy(), "exam.a", "Ana Nunes");
    assertThat(corrections.others(ana, credentials.find(id).orElseThrow()))
        .extracting(Credential::id)
        .containsExactly(same);
    ask(id, "Ana Núñez", "", true);
    var wish = corrections.open(academy.id(), 10).getFirst();
    assertThat(corrections.approve("test", academy.id(), wish.id())).isEqualTo(2);
    assertThat(state(id)).isEqualTo(Credential.State.REPLACED);
    assertThat(state(same)).isEqualTo(Credential.State.REPLACED);
    assertThat(state(right)).isEqualTo(Credential.State.ISSUED);
    assertThat(state(elsewhere)).isEqualTo(Credential.State.ISSUED);
  }

  @Test
  void a_declined_wish_is_told_with_its_reason_and_may_be_asked_again() {
    var id = held("certification.cloud", "Ana Nunes");
    ask(id, "Queen of Sheba", "", false);
    var wish = corrections.open(academy.id(), 10).getFirst();
    assertThatThrownBy(() -> corrections.decline("test", academy.id(), wish.id(), " "))
        .isInstanceOf(Problem.Invalid.class);
    corrections.decline("test", academy.id(), wish.id(), "Please send us a document.");
    var told =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && m.text().contains("Queen of Sheba"),
                "the reason");
    assertThat(told.text()).contains("> Please send us a document.");
    assertThat(state(id)).isEqualTo(Credential.State.ISSUED);
    assertThat(ask(id, "Ana Núñez", "", false)).isEmpty();
    corrections.withdraw(ana, id);
    assertThat(corrections.open(academy.id(), 10)).isEmpty();
  }

  @Test
  void only_who_holds_the_badge_asks_and_only_its_issuer_decides() {
    var id = held("certification.cloud", "Ana Nunes");
    var eve =
        accounts.createConfirmed(
            "Eve", EmailAddress.of("eve-" + address.value()), "violet otter lantern", Language.EN);
    assertThatThrownBy(() -> corrections.ask(eve, id, new Wish("Eve", "", false)))
        .isInstanceOf(Problem.NotFound.class);
    ask(id, "Ana Núñez", "", false);
    corrections.withdraw(eve, id);
    var wish = corrections.open(academy.id(), 10).getFirst();
    var other = badges.academy();
    assertThatThrownBy(() -> corrections.approve("test", other.id(), wish.id()))
        .isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> corrections.decline("test", other.id(), wish.id(), "no"))
        .isInstanceOf(Problem.NotFound.class);
    credentials.revoke("test", id, "mistake");
    assertThatThrownBy(() -> ask(id, "Ana N.", "", false)).isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void what_is_no_wish_is_said_so() {
    var id = held("certification.cloud", "Ana Nunes");
    assertThat(ask(id, "  ", "", false)).containsInstanceOf(Corrections.NoName.class);
    assertThat(ask(id, "Ana\u202eNunes", "", false)).containsInstanceOf(Corrections.NoName.class);
    assertThat(ask(id, " Ana Nunes ", "", false)).containsInstanceOf(Corrections.SameName.class);
    assertThat(ask(id, "Ana", "x".repeat(1001), false))
        .containsInstanceOf(Corrections.LongNote.class);
    assertThat(ask(id, "Ana", "", false)).isEmpty();
    assertThat(ask(id, "Anna", "", false)).containsInstanceOf(Corrections.Open.class);
    for (int more = 0; more < 4; more++) {
      corrections.withdraw(ana, id);
      assertThat(ask(id, "Ana " + more, "", false)).isEmpty();
    }
    corrections.withdraw(ana, id);
    assertThat(ask(id, "Ana again", "", false)).containsInstanceOf(Corrections.Wait.class);
  }

  private java.util.Optional<Corrections.Objection> ask(
      CredentialId id, String name, String note, boolean everywhere) {
    return corrections.ask(ana, id, new Wish(name, note, everywhere));
  }

  private Credential.State state(CredentialId id) {
    return credentials.find(id).orElseThrow().state();
  }

  private CredentialId held(String uid, String name) {
    return held(academy, uid, name);
  }

  private CredentialId held(Organisation by, String uid, String name) {
    var id = badges.issue(by, uid, address, name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PUBLIC);
    return id;
  }
}
