package org.insignia.server.results.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.Diagnosis;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Intake;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.Results;
import org.insignia.server.results.TakenExam;
import org.insignia.server.results.intake.ChunkWork;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class MergesModuleTest {
  private static final String STAFF = "person:staff";

  @Autowired Intake intake;
  @Autowired ChunkWork work;
  @Autowired ProposalSearch search;
  @Autowired Merges merges;
  @Autowired Results results;
  @Autowired Diagnosis diagnosis;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("intakeWorker")
  Worker intakeWorker;

  @Autowired
  @Qualifier("proposalWorker")
  Worker proposalWorker;

  @Autowired
  @Qualifier("awardWorker")
  Worker awardWorker;

  private OrganisationId organisation;
  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void an_organisation_and_nobody_else_who_works() {
    intakeWorker.stop();
    proposalWorker.stop();
    awardWorker.stop();
    organisation = organisations.create("test", "m" + UUID.randomUUID(), "Merges", null, null).id();
    catalogue.importFiles(organisation, Rows.catalogue());
  }

  @AfterEach
  void the_workers_go_on() {
    intakeWorker.start();
    proposalWorker.start();
    awardWorker.start();
  }

  @Test
  void a_split_person_is_proposed_merged_and_taken_apart_again() {
    read(
        split("A", "ana")
            .add(
                "result_id",
                "R9",
                "candidate_id",
                "B",
                "email",
                mail("ana+x"),
                "birth_month",
                "1990-05",
                "exam_code",
                "MO-300"));
    var proposal = only();
    assertThat(proposal.evidence())
        .extracting(Finding::code)
        .containsExactly("same-name", "same-birth-month", "near-mailbox", "complementary-results");
    assertThat(diagnosis.of(organisation, EmailAddress.of(mail("ana"))))
        .contains(Finding.of("two-records", "certiport", "B"));
    takeMine();
    var merge = merges.merge(STAFF, organisation, proposal.id());
    assertThat(takeMine()).as("both are decided anew").hasSize(2);
    var past = merges.past(organisation, 10).getFirst();
    assertThat(exams(past.kept())).hasSize(3);
    assertThat(exams(past.absorbed())).isEmpty();
    assertThat(results.holder(past.absorbed()).orElseThrow().email()).hasToString(mail("ana"));
    assertThat(open()).isEmpty();
    merges.undo(STAFF, organisation, merge);
    assertThat(takeMine()).hasSize(2);
    assertThat(exams(past.kept())).hasSize(2);
    assertThat(exams(past.absorbed())).hasSize(1);
    assertThat(open()).hasSize(1);
    assertThatThrownBy(() -> merges.undo(STAFF, organisation, merge))
        .isInstanceOf(Problem.Conflict.class);
    assertThat(audit()).contains("results.merge", "results.merge-undone");
  }

  @Test
  void look_alikes_are_not_proposed_and_what_was_dismissed_stays_so() {
    read(
        new Rows()
            .add("candidate_id", "A", "email", mail("a"), "birth_month", "1971-02")
            .add(
                "candidate_id",
                "B",
                "email",
                mail("b"),
                "birth_month",
                "1984-11",
                "exam_code",
                "MO-200")
            .add("candidate_id", "D", "email", mail("d"), "exam_code", "MO-300"));
    assertThat(open()).isEmpty();
    read(split("X", "x"));
    read(split("Y", "y"));
    merges.dismiss(STAFF, organisation, only().id());
    read(
        new Rows()
            .add(
                "result_id",
                "late",
                "candidate_id",
                "Y",
                "email",
                mail("y"),
                "birth_month",
                "1990-05",
                "exam_code",
                "MO-400"));
    assertThat(open()).isEmpty();
  }

  @Test
  void a_proposal_is_withdrawn_once_something_speaks_against_it() {
    read(
        new Rows()
            .add("result_id", "1", "candidate_id", "A", "email", mail("a"))
            .add("result_id", "2", "candidate_id", "B", "email", mail("a+b")));
    assertThat(open()).hasSize(1);
    read(
        new Rows()
            .add(
                "result_id",
                "3",
                "candidate_id",
                "A",
                "email",
                mail("a"),
                "birth_month",
                "1990-05",
                "exam_code",
                "MO-200")
            .add(
                "result_id",
                "4",
                "candidate_id",
                "B",
                "email",
                mail("a+b"),
                "birth_month",
                "1991-05",
                "exam_code",
                "MO-200"));
    assertThat(open()).isEmpty();
  }

  @Test
  void results_wait_for_their_owner_and_belong_to_whoever_proves_the_mailbox() {
    read(new Rows().add("candidate_id", "A", "email", mail("ana")));
    assertThat(holder().person()).isEmpty();
    var person = person("Ana Silva", "ana");
    assertThat(holder().person()).contains(person);
    assertThat(results.dossiersOf(person)).containsExactlyElementsOf(dossiers());
  }

  @Test
  void results_that_come_later_find_their_owner_by_themselves() {
    var person = person("Ana Silva", "ana");
    read(new Rows().add("candidate_id", "A", "email", mail("ana")));
    assertThat(holder().person()).contains(person);
  }

  @Test
  void records_of_two_providers_join_by_a_verified_mailbox_but_two_of_one_provider_do_not() {
    var person = person("Ana Silva", "ana");
    read(
        new Rows()
            .add("candidate_id", "A", "email", mail("ana"))
            .add(
                "candidate_id",
                "P",
                "email",
                mail("ana"),
                "provider",
                "pearson-vue",
                "exam_code",
                "MO-200")
            .add(
                "candidate_id",
                "B",
                "email",
                mail("ana"),
                "first_name",
                "Rui",
                "last_name",
                "Costa",
                "exam_code",
                "MO-300"));
    var mine =
        results.dossiersOf(person).stream()
            .flatMap(d -> exams(d).stream())
            .map(TakenExam::examCode)
            .toList();
    assertThat(mine).containsExactlyInAnyOrder("MO-100", "MO-200");
    assertThat(only().evidence()).contains(Finding.of("verified-mailbox"));
  }

  @Test
  void later_merges_are_taken_back_first() {
    read(split("A", "a"));
    read(split("B", "b"));
    var first = merges.merge(STAFF, organisation, only().id());
    read(split("C", "c"));
    var second = merges.merge(STAFF, organisation, open().getFirst().id());
    var later = merges.past(organisation, 1).getFirst();
    var earlier = merges.past(organisation, 2).getLast();
    if (later.absorbed().equals(earlier.kept())) {
      assertThatThrownBy(() -> merges.undo(STAFF, organisation, first))
          .isInstanceOf(Problem.Conflict.class);
    }
    merges.undo(STAFF, organisation, second);
    merges.undo(STAFF, organisation, first);
    assertThat(dossiers().stream().map(this::exams)).allSatisfy(e -> assertThat(e).hasSize(2));
  }

  @Test
  void two_accounts_are_never_made_one_by_a_merge_of_records() {
    person("Ana Silva", "a");
    person("Ana Silva", "b");
    read(split("A", "a"));
    read(split("B", "b"));
    var proposal = only().id();
    assertThatThrownBy(() -> merges.merge(STAFF, organisation, proposal))
        .isInstanceOf(Problem.Conflict.class);
    assertThat(only().state()).isEqualTo(MergeProposal.State.OPEN);
  }

  @Test
  void another_organisation_sees_and_decides_nothing() {
    read(split("A", "a"));
    read(split("B", "b"));
    var proposal = only().id();
    var other = organisations.create("test", "o" + UUID.randomUUID(), "Other", null, null).id();
    assertThatThrownBy(() -> merges.merge(STAFF, other, proposal))
        .isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> merges.proposal(other, proposal)).isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void an_account_language_that_is_not_english_is_named_and_decides_nothing() {
    read(
        new Rows()
            .add(
                "candidate_id",
                "A",
                "email",
                mail("ana"),
                "account_language",
                "zh-CN",
                "grade",
                "合格"));
    assertThat(exams(dossiers().getFirst())).allMatch(TakenExam::counts);
    assertThat(diagnosis.of(organisation, EmailAddress.of(mail("ana"))))
        .containsExactly(Finding.of("account-language", "certiport", "zh-CN"));
    assertThat(diagnosis.of(organisation, EmailAddress.of(mail("nobody"))))
        .containsExactly(Finding.of("no-candidate"));
  }

  /** Two exams of a candidate whose name and month of birth are everybody's here. */
  private Rows split(String candidate, String mailbox) {
    return new Rows()
        .add(
            "result_id",
            candidate + 1,
            "candidate_id",
            candidate,
            "email",
            mail(mailbox),
            "birth_month",
            "1990-05")
        .add(
            "result_id",
            candidate + 2,
            "candidate_id",
            candidate,
            "email",
            mail(mailbox),
            "birth_month",
            "1990-05",
            "exam_code",
            "MO-200");
  }

  private String mail(String name) {
    var plus = name.indexOf('+');
    return plus < 0
        ? name + "." + tag + "@example.org"
        : name.substring(0, plus) + "." + tag + name.substring(plus) + "@example.org";
  }

  private PersonId person(String name, String mailbox) {
    return accounts.createConfirmed(
        name, EmailAddress.of(mail(mailbox)), "violet otter lantern", Language.EN);
  }

  private void read(Rows rows) {
    var id = intake.accept(organisation, "", "results.csv", rows.stream());
    for (boolean more = true; more; ) {
      more = work.once();
    }
    assertThat(intake.report(id).refused()).isZero();
    for (boolean more = true; more; ) {
      more = search.once();
    }
  }

  private List<MergeProposal> open() {
    return merges.list(organisation, MergeProposal.State.OPEN, 100, 0);
  }

  private MergeProposal only() {
    assertThat(open()).hasSize(1);
    return open().getFirst();
  }

  private List<DossierId> dossiers() {
    return db.sql(
            "select id from dossier where organisation_id = :id and merged_into is null order by id")
        .param("id", organisation.value())
        .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
        .list();
  }

  private org.insignia.server.results.Holder holder() {
    return results.holder(dossiers().getFirst()).orElseThrow();
  }

  private List<TakenExam> exams(DossierId dossier) {
    return results.of(List.of(dossier)).getFirst().exams();
  }

  private List<DossierId> takeMine() {
    var mine =
        db.sql("select id from dossier where organisation_id = :id")
            .param("id", organisation.value())
            .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
            .list();
    return results.takeChanged(100_000).stream().filter(mine::contains).toList();
  }

  private List<String> audit() {
    return db.sql("select action from audit_line where organisation_id = :id order by id")
        .param("id", organisation.value())
        .query(String.class)
        .list();
  }

  /** Keeps the view's name order under test where the database is at hand. */
  @Test
  void names_in_chinese_characters_have_the_family_first() {
    read(
        new Rows()
            .add("candidate_id", "A", "email", mail("li"), "first_name", "伟", "last_name", "李"));
    assertThat(holder().name()).isEqualTo("李伟");
    assertThat(results.candidates(dossiers().getFirst()))
        .extracting(CandidateView::name)
        .containsExactly("李伟");
  }
}
