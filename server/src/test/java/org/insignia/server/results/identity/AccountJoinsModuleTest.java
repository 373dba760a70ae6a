package org.insignia.server.results.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.Intake;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.Results;
import org.insignia.server.results.intake.ChunkWork;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Dossiers of two accounts that become one. */
@ServerTest
class AccountJoinsModuleTest {
  @Autowired Intake intake;
  @Autowired ChunkWork work;
  @Autowired Merges merges;
  @Autowired Results results;
  @Autowired Accounts accounts;
  @Autowired AccountMerges accountMerges;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired DossierStore dossiers;

  @Autowired
  @Qualifier("intakeWorker")
  Worker intakeWorker;

  private OrganisationId organisation;
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private PersonId kept;
  private PersonId gone;

  @BeforeEach
  void two_accounts_and_an_organisation() {
    intakeWorker.stop();
    organisation = organisations.create("test", "j" + UUID.randomUUID(), "Joins", null, null).id();
    catalogue.importFiles(organisation, Rows.catalogue());
    kept = accounts.createConfirmed("Ana Silva", at("home"), "violet otter lantern", Language.EN);
    gone = accounts.createConfirmed("Ana Silva", at("work"), "copper kettle morning", Language.EN);
  }

  @AfterEach
  void the_worker_goes_on() {
    intakeWorker.start();
  }

  private EmailAddress at(String name) {
    return EmailAddress.of(name + "-" + tag + "@example.org");
  }

  private void read(Rows rows) {
    var id = intake.accept(organisation, "", "results.csv", rows.stream());
    for (boolean more = true; more; ) {
      more = work.once();
    }
    assertThat(intake.report(id).refused()).isZero();
  }

  private Rows row(String candidate, String mailbox, String exam, String provider) {
    return new Rows()
        .add(
            "provider",
            provider,
            "result_id",
            "R" + UUID.randomUUID(),
            "candidate_id",
            candidate + tag,
            "email",
            at(mailbox).value(),
            "exam_code",
            exam);
  }

  @Test
  void a_dossier_moves_where_the_other_account_has_none() {
    read(row("A", "work", "MO-100", "certiport"));
    var dossier = dossiers.of(gone).getFirst().id();
    accountMerges.merge(kept, gone);
    assertThat(dossiers.of(kept)).extracting(DossierStore.Dossier::id).containsExactly(dossier);
    accountMerges.undo(accountMerges.latest(1).getFirst().id(), "test");
    assertThat(dossiers.of(kept)).isEmpty();
    assertThat(dossiers.of(gone)).extracting(DossierStore.Dossier::id).containsExactly(dossier);
  }

  @Test
  void a_second_candidate_of_one_provider_is_only_proposed_and_comes_back() {
    read(row("A", "home", "MO-100", "certiport"));
    read(row("B", "work", "MO-200", "certiport"));
    var mine = dossiers.of(kept).getFirst().id();
    var theirs = dossiers.of(gone).getFirst().id();
    accountMerges.merge(kept, gone);
    assertThat(dossiers.of(kept)).extracting(DossierStore.Dossier::id).containsExactly(mine);
    assertThat(merges.list(organisation, MergeProposal.State.OPEN, 10, 0)).isNotEmpty();
    accountMerges.undo(accountMerges.latest(1).getFirst().id(), "test");
    assertThat(dossiers.of(gone)).extracting(DossierStore.Dossier::id).containsExactly(theirs);
  }

  @Test
  void candidates_of_two_providers_join_and_part_again() {
    read(row("A", "home", "MO-100", "certiport"));
    read(row("B", "work", "MO-200", "pearson-vue"));
    var theirs = dossiers.of(gone).getFirst().id();
    accountMerges.merge(kept, gone);
    assertThat(dossiers.find(theirs).orElseThrow().mergedInto()).isNotNull();
    assertThat(exams(kept)).isEqualTo(2);
    accountMerges.undo(accountMerges.latest(1).getFirst().id(), "test");
    assertThat(dossiers.of(gone)).extracting(DossierStore.Dossier::id).containsExactly(theirs);
    assertThat(exams(kept)).isEqualTo(1);
    assertThat(exams(gone)).isEqualTo(1);
  }

  private int exams(PersonId person) {
    var dossier = dossiers.of(person).getFirst().id();
    return results.of(List.of(dossier)).getFirst().exams().size();
  }
}
