package org.insignia.server.transcripts.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CertificationIdsModuleTest {
  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;
  @Autowired CertificationIds ids;
  @Autowired CertificationIdStore store;

  @Test
  void of_two_accounts_that_become_one_the_number_of_the_one_that_stays_stands() {
    PersonId kept = somebody();
    PersonId gone = somebody();
    CertificationId number = ids.of(kept);
    CertificationId other = ids.of(gone);
    merges.merge(kept, gone);
    assertThat(ids.of(kept)).isEqualTo(number);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(ids.of(gone)).isEqualTo(other);
  }

  @Test
  void the_only_number_comes_along_and_goes_back() {
    PersonId kept = somebody();
    PersonId gone = somebody();
    CertificationId number = ids.of(gone);
    merges.merge(kept, gone);
    assertThat(ids.of(kept)).isEqualTo(number);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(ids.of(gone)).isEqualTo(number);
    assertThat(store.find(kept)).isEmpty();
  }

  @Test
  void with_the_account_the_number_goes_and_nobody_else_gets_it() {
    PersonId ana = somebody();
    CertificationId number = ids.of(ana);
    erasures.erase(ana);
    assertThat(store.find(ana)).isEmpty();
    assertThat(ids.of(somebody()).number()).isNotEqualTo(number.number());
  }

  private PersonId somebody() {
    return accounts.createConfirmed(
        "Ana",
        EmailAddress.of("n" + UUID.randomUUID() + "@example.org"),
        "violet otter lantern",
        Language.EN);
  }
}
