package org.insignia.server.claims.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class HoldingsModuleTest {
  @Autowired Claims claims;
  @Autowired Holdings holdings;
  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;

  private final EmailAddress home = EmailAddress.of("h" + UUID.randomUUID() + "@example.org");
  private final EmailAddress work = EmailAddress.of("w" + UUID.randomUUID() + "@example.org");
  private PersonId ana;
  private CredentialId badge;

  @BeforeEach
  void a_badge_that_ana_shows() {
    ana = person(home);
    badge = offered(home);
    claims.accept(ana, badge, Visibility.PUBLIC);
  }

  private PersonId person(EmailAddress mailbox) {
    return accounts.createConfirmed("Ana Silva", mailbox, "violet otter lantern", Language.EN);
  }

  private CredentialId offered(EmailAddress to) {
    var id = badges.issue(badges.academy(), to, "Ana Silva", Language.EN);
    new Mailbox(sink)
        .await(m -> m.to().equals(to.value()) && m.text().contains("/claim/"), "the invitation");
    return id;
  }

  @Test
  void badges_follow_a_merged_account_and_come_back_with_it() {
    var kept = person(work);
    var waiting = offered(home);
    assertThat(holdings.of(ana)).hasSize(1);
    assertThat(holdings.of(kept)).isEmpty();
    merges.merge(kept, ana);
    assertThat(claims.held(kept)).extracting(Claim::credential).containsExactly(badge);
    assertThat(claims.held(ana)).isEmpty();
    assertThat(claims.publiclyVisible(badge)).isTrue();
    assertThat(claims.waitingFor(kept)).extracting(Claim::credential).containsExactly(waiting);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(claims.held(kept)).isEmpty();
    assertThat(claims.held(ana)).extracting(Claim::credential).containsExactly(badge);
    assertThat(claims.waitingFor(ana)).extracting(Claim::credential).containsExactly(waiting);
  }

  @Test
  void with_the_account_every_badge_is_hidden_and_waits_to_be_taken_back() {
    erasures.erase(ana);
    var claim = claims.of(badge).orElseThrow();
    assertThat(claim.state()).isEqualTo(State.REJECTED);
    assertThat(claim.owner()).isNull();
    assertThat(claims.publiclyVisible(badge)).isFalse();
    var again = person(home);
    claims.takeBack(again, badge);
    claims.accept(again, badge, Visibility.PRIVATE);
    assertThat(claims.held(again)).extracting(Claim::credential).containsExactly(badge);
  }
}
