package org.insignia.server.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.certificates.Edition.Paper;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EditionsModuleTest {
  private static final Edition ITALIAN = new Edition(Paper.LETTER, Language.IT);
  private static final Edition CHINESE = new Edition(Paper.A4, Language.ZH_CN);

  @Autowired TestEarners earners;
  @Autowired Editions editions;
  @Autowired PortableCertificates portable;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;

  private PersonId somebody() {
    return earners.fresh(Language.EN).id();
  }

  @Test
  void of_two_accounts_that_become_one_the_choice_of_the_one_that_stays_stands() {
    var kept = somebody();
    var gone = somebody();
    editions.remember(kept, ITALIAN);
    editions.remember(gone, CHINESE);
    merges.merge(kept, gone);
    assertThat(editions.of(kept)).contains(ITALIAN);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(editions.of(kept)).contains(ITALIAN);
    assertThat(editions.of(gone)).contains(CHINESE);
  }

  @Test
  void the_only_choice_comes_along_and_goes_back() {
    var kept = somebody();
    var gone = somebody();
    editions.remember(gone, CHINESE);
    merges.merge(kept, gone);
    assertThat(editions.of(kept)).contains(CHINESE);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(editions.of(kept)).isEmpty();
    assertThat(editions.of(gone)).contains(CHINESE);
  }

  @Test
  void it_stands_in_the_export_and_goes_with_the_account() {
    var ana = somebody();
    assertThat(portable.json(ana)).isEmpty();
    editions.remember(ana, ITALIAN);
    assertThat(portable.json(ana).orElseThrow().toString()).contains("paper=letter", "language=it");
    erasures.erase(ana);
    assertThat(editions.of(ana)).isEmpty();
  }
}
