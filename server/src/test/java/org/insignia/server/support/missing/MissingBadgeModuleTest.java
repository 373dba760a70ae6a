package org.insignia.server.support.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.Merges;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each cause, brought about by real files and real people; found, mended, and the badge claimed.
 */
@ServerTest
class MissingBadgeModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String MORE =
      """
      {"uid":"certification.az-admin","slug":"az-admin","type":"role-based","levels":[],"roles":[],"products":[],\
      "exams":["exam.az-104"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":"","title":"Administrator",\
      "locale":"en-us","snapshot":"2021-07-12"}
      {"uid":"certification.old-legacy","slug":"old","type":"role-based","levels":[],"roles":[],"products":[],\
      "exams":["exam.mb-2-716"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":"","title":"Old one",\
      "locale":"en-us","snapshot":"2021-07-12"}
      """;
  private static final String REQUIREMENTS =
      """
      {"certification":"certification.az-admin","requires":{"exam":"exam.az-104"},"basis":"single-exam",\
      "snapshot":"2021-07-12","listedExams":["exam.az-104"]}
      """;

  @Autowired Intake intake;
  private static final String UNCLEAR =
      """
      {"uid":"certification.unclear","slug":"unclear","type":"role-based","levels":[],"roles":[],"products":[],\
      "exams":["exam.mo-100","exam.mo-200","exam.mo-300"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":"",\
      "title":"Unclear","locale":"en-us","snapshot":"2021-07-12"}
      """;
  private static final String STATED =
      """
      {"certification":"certification.unclear","requires":{"op":"all","of":[{"exam":"exam.mo-100"},{"exam":"exam.mo-200"}]},\
      "basis":"stated","snapshot":"2021-07-13","listedExams":["exam.mo-100","exam.mo-200","exam.mo-300"]}
      """;

  @Autowired Achievements achievements;
  @Autowired Giving giving;
  @Autowired FactGathering gathering;
  @Autowired Merges merges;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired AccountMerges accountMerges;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Catalog catalog;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired MailSink sink;
  @Autowired Settings settings;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private Organisation organisation;
  private PersonId ana;
  private int files;

  @BeforeEach
  void an_organisation_and_somebody_who_waits_for_a_badge() {
    organisation =
        organisations.create("test", "m" + UUID.randomUUID(), "Northwind", null, "x@n.example");
    var all = new ArrayList<>(Rows.catalogue());
    all.add(file("more.jsonl", MORE));
    all.add(file("more-requirements.jsonl", REQUIREMENTS));
    imports.importFiles(organisation.id(), all);
    ana = person("ana");
  }

  private static SourceFile file(String name, String text) {
    return SourceFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private EmailAddress at(String name) {
    return EmailAddress.of(name + "." + tag + "@example.org");
  }

  private PersonId person(String name) {
    return accounts.createConfirmed("Ana Silva", at(name), PASSWORD, Language.EN);
  }

  /** One row of a results file, read to its end; names and values in turn. */
  private void sends(String... changes) {
    var row = new ArrayList<>(List.of("email", at("ana").value(), "candidate_id", "C" + tag));
    row.addAll(List.of(changes));
    var rows = new Rows().add(row.toArray(String[]::new));
    var id = intake.accept(organisation.id(), "", "r" + files++ + ".csv", rows.stream());
    Until.holds(() -> intake.report(id).state() != IntakeReport.State.WAITING);
    assertThat(intake.report(id).refused()).isZero();
  }

  private Walk walk(String uid) {
    var wanted = gathering.wanted(organisation, uid, Language.EN).orElseThrow();
    return Walk.of(gathering.ofEarner(ana, wanted));
  }

  private List<Cause> causes(String uid) {
    return walk(uid).found().stream().map(Found::cause).toList();
  }

  /** The cause is found, and after a moment nothing else. */
  private Found finds(String uid, Cause cause) {
    Until.holds(() -> causes(uid).equals(List.of(cause)));
    return walk(uid).found().getFirst();
  }

  /** It waits, is accepted, and nothing stands in the way any more. */
  private void isClaimed(String uid) {
    finds(uid, Cause.WAITING);
    claims.accept(ana, credential(uid).id(), Claim.Visibility.PUBLIC);
    profiles.show(ana, Profile.Visibility.PUBLIC, false);
    assertThat(causes(uid)).isEmpty();
    assertThat(walk(uid).steps())
        .allSatisfy(step -> assertThat(step.state()).isEqualTo(Walk.State.PASSED));
  }

  private Credential credential(String uid) {
    var wanted = gathering.wanted(organisation, uid, Language.EN).orElseThrow();
    return java.util.Objects.requireNonNull(gathering.ofEarner(ana, wanted).issued().credential());
  }

  private Web signedIn() {
    return Web.signedIn(settings, at("ana").value(), PASSWORD);
  }

  private String link(EmailAddress to, String kind) {
    var form = Pattern.compile("/" + kind + "/[A-Za-z0-9_-]{43}");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(to.value()) && form.matcher(m.text()).find(),
                kind + " to " + to);
    var found = form.matcher(mail.text());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void another_address_is_added_and_the_badge_is_there() {
    sends("email", at("work").value());
    finds("exam.mo-100", Cause.ADDRESS_DIFFERS);
    addresses.add(ana, at("work"));
    assertThat(finds("exam.mo-100", Cause.UNCONFIRMED_ADDRESS).args())
        .containsExactly(at("work").value());
    assertThat(signedIn().post(link(at("work"), "confirm-address")).statusCode()).isEqualTo(303);
    isClaimed("exam.mo-100");
  }

  @Test
  void an_unconfirmed_address_gets_its_letter_again_by_the_button() {
    sends("email", at("work").value());
    addresses.add(ana, at("work"));
    var first = link(at("work"), "confirm-address");
    finds("exam.mo-100", Cause.UNCONFIRMED_ADDRESS);
    var page = signedIn();
    var id = addresses.of(ana).stream().filter(m -> !m.verified()).findFirst().orElseThrow().id();
    var answer =
        page.post(
            "/help/missing-badge/confirm",
            "id",
            id.toString(),
            "org",
            organisation.slug(),
            "what",
            "exam.mo-100");
    assertThat(answer.statusCode()).isEqualTo(303);
    Until.holds(() -> !link(at("work"), "confirm-address").equals(first));
    page.post(link(at("work"), "confirm-address"));
    isClaimed("exam.mo-100");
  }

  @Test
  void two_records_of_one_person_are_merged_and_the_certification_is_there() {
    sends("candidate_id", "A" + tag, "result_id", "1", "birth_month", "1990-05");
    sends(
        "candidate_id",
        "B" + tag,
        "email",
        at("old").value(),
        "result_id",
        "2",
        "birth_month",
        "1990-05",
        "exam_code",
        "MO-200");
    sends(
        "candidate_id",
        "B" + tag,
        "email",
        at("old").value(),
        "result_id",
        "3",
        "birth_month",
        "1990-05",
        "exam_code",
        "MO-300");
    var uid = "certification.mos-associate";
    Until.holds(() -> causes(uid).equals(List.of(Cause.TWO_RECORDS, Cause.STILL_MISSING)));
    assertThat(walk(uid).found().getFirst().args()).containsExactly("certiport");
    var own = gathering.ownRecords(ana, organisation).stream().map(r -> r.id()).toList();
    var proposal = merges.concerning(organisation.id(), own).getFirst();
    merges.merge("person:staff", organisation.id(), proposal.id());
    isClaimed(uid);
  }

  @Test
  void who_was_left_out_for_the_account_language_counts_as_soon_as_the_row_is_sent() {
    sends("result_id", "1", "account_language", "pt-BR");
    var found = finds("exam.mo-200", Cause.LEFT_OUT);
    assertThat(found.args()).containsExactly("certiport", "pt-BR");
    sends(
        "result_id", "2", "account_language", "pt-BR", "exam_code", "MO-200", "grade", "Aprovado");
    isClaimed("exam.mo-200");
  }

  @Test
  void both_causes_of_the_provider_are_told_together() {
    sends(
        "candidate_id",
        "A" + tag,
        "result_id",
        "1",
        "birth_month",
        "1990-05",
        "account_language",
        "es");
    sends(
        "candidate_id",
        "B" + tag,
        "email",
        at("old").value(),
        "result_id",
        "2",
        "birth_month",
        "1990-05",
        "exam_code",
        "MO-200",
        "account_language",
        "es");
    Until.holds(() ->
        causes("certification.mos-associate")
            .equals(List.of(Cause.TWO_RECORDS, Cause.LEFT_OUT, Cause.STILL_MISSING)));
  }

  @Test
  void what_is_held_counts_once_it_is_released() {
    sends("status", "held");
    assertThat(finds("exam.mo-100", Cause.HELD_RESULT).args())
        .containsExactly("MO-100: Exam MO-100");
    sends("status", "released", "received_utc", "2026-03-03T00:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void a_beta_exam_counts_once_it_is_scored() {
    sends("status", "beta-pending", "grade", "", "score", "");
    finds("exam.mo-100", Cause.PENDING_RESULT);
    sends("received_utc", "2026-03-03T00:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void who_failed_passes_later() {
    sends("result_id", "1", "grade", "fail", "score", "500");
    finds("exam.mo-100", Cause.FAILED);
    sends("result_id", "2", "exam_ended_utc", "2026-04-01T10:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void who_counts_as_absent_is_corrected() {
    sends("no_show", "true", "grade", "", "score", "");
    finds("exam.mo-100", Cause.NO_SHOW);
    sends("status", "corrected", "no_show", "false", "received_utc", "2026-03-03T00:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void a_revoked_result_withdraws_the_badge_and_an_unrevoked_one_gives_a_new_one() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    sends("status", "revoked", "received_utc", "2026-03-03T00:00:00Z");
    Until.holds(() -> causes("exam.mo-100").equals(List.of(Cause.REVOKED_RESULT, Cause.REVOKED)));
    sends("status", "un-revoked", "received_utc", "2026-03-04T00:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void nothing_was_sent_until_it_is() {
    sends("result_id", "1");
    finds("exam.mo-200", Cause.NOTHING_SENT);
    sends("result_id", "2", "exam_code", "MO-200");
    isClaimed("exam.mo-200");
  }

  @Test
  void a_certification_tells_which_exams_are_still_missing() {
    sends("result_id", "1");
    sends("result_id", "2", "exam_code", "MO-200");
    var uid = "certification.mos-associate";
    assertThat(finds(uid, Cause.STILL_MISSING).args())
        .containsExactly("MO-300: Exam MO-300", "MO-400: Exam MO-400", "#1");
    sends("result_id", "3", "exam_code", "MO-300");
    isClaimed(uid);
  }

  @Test
  void one_exam_that_gives_a_certification_gives_its_badge_instead() {
    sends("exam_code", "AZ-104");
    assertThat(finds("exam.az-104", Cause.CERTIFICATION_INSTEAD).args())
        .containsExactly("Administrator");
    isClaimed("certification.az-admin");
  }

  @Test
  void legacy_gives_no_badge_and_what_nobody_defined_is_not_decided() {
    sends("exam_code", "MB-2-716");
    finds("certification.old-legacy", Cause.LEGACY);
    finds("exam.mb-2-716", Cause.NO_EXAM_BADGE);
  }

  @Test
  void who_refused_the_agreement_takes_it_another_time() {
    sends("result_id", "1", "nda_refused", "true", "grade", "", "score", "");
    finds("exam.mo-100", Cause.NO_RESULT);
    sends("result_id", "2", "exam_ended_utc", "2026-04-01T10:00:00Z");
    isClaimed("exam.mo-100");
  }

  @Test
  void a_certification_is_decided_once_somebody_states_what_it_requires() {
    imports.importFiles(organisation.id(), List.of(file("u.jsonl", UNCLEAR)));
    sends("result_id", "1");
    sends("result_id", "2", "exam_code", "MO-200");
    finds("certification.unclear", Cause.UNDECIDED);
    imports.importFiles(organisation.id(), List.of(file("u-requirements.jsonl", STATED)));
    isClaimed("certification.unclear");
  }

  @Test
  void a_badge_that_went_to_another_address_is_there_once_that_is_added() {
    sends("result_id", "1", "email", at("old").value());
    Until.holds(() ->
        !credentials.forRecipients(List.of(at("old"))).isEmpty()); // before the address changes
    sends("result_id", "2", "exam_code", "MO-200", "received_utc", "2026-04-02T00:00:00Z");
    var found = finds("exam.mo-100", Cause.OTHER_ADDRESS);
    assertThat(found.args()).containsExactly("o•••@example.org");
    addresses.add(ana, at("old"));
    signedIn().post(link(at("old"), "confirm-address"));
    isClaimed("exam.mo-100");
  }

  @Test
  void a_badge_in_another_account_comes_by_merging_the_two() {
    var eve = person("eve");
    sends("email", at("eve").value());
    Until.holds(() -> !claims.waitingFor(eve).isEmpty());
    var badge = claims.waitingFor(eve).getFirst().credential();
    claims.accept(eve, badge, Claim.Visibility.PUBLIC);
    addresses.add(eve, at("later"));
    Web.signedIn(settings, at("eve").value(), PASSWORD).post(link(at("later"), "confirm-address"));
    var boxes = addresses.of(eve);
    addresses.makeMain(eve, boxes.getLast().id());
    addresses.remove(eve, boxes.getFirst().id());
    addresses.add(ana, at("eve"));
    signedIn().post(link(at("eve"), "confirm-address"));
    finds("exam.mo-100", Cause.OTHER_ACCOUNT);
    accountMerges.merge(ana, eve);
    assertThat(claims.held(ana)).extracting(Claim::credential).containsExactly(badge);
    profiles.show(ana, Profile.Visibility.PUBLIC, false);
    assertThat(causes("exam.mo-100")).isEmpty();
  }

  @Test
  void what_had_been_retired_counts_once_the_day_is_put_right() {
    imports.importFiles(organisation.id(), List.of(file("e.jsonl", retired("\"2025-01-31\""))));
    sends();
    finds("exam.mo-100", Cause.RETIRED_BEFORE);
    imports.importFiles(organisation.id(), List.of(file("e.jsonl", retired("\"2026-06-30\""))));
    isClaimed("exam.mo-100");
  }

  private static String retired(String day) {
    return """
    {"uid":"exam.mo-100","number":"MO-100","title":"Exam MO-100","levels":[],"roles":[],"products":[],\
    "languages":["en"],"providers":["certiport"],"retirementDate":%s,"relatedCertifications":[],"relatedExams":[],\
    "hasPracticeTest":false,"skills":[],"locale":"en-us","snapshot":"2021-07-13"}
    """
        .formatted(day);
  }

  @Test
  void an_organisation_that_gives_no_exam_badges_may_give_them_later() {
    var rules = Rules.DEFAULT;
    catalog.setRules("test", organisation.id(), exams(rules, Rules.ExamBadges.NONE));
    sends();
    finds("exam.mo-100", Cause.NO_EXAM_BADGE);
    catalog.setRules("test", organisation.id(), rules);
    isClaimed("exam.mo-100");
  }

  private static Rules exams(Rules rules, Rules.ExamBadges which) {
    return new Rules(
        which,
        rules.singleExam(),
        rules.lateResults(),
        rules.validityByType(),
        rules.validityByUid(),
        rules.renewalWindow());
  }

  @Test
  void mail_that_does_not_arrive_is_told_and_the_badge_accepted_without_it() {
    sink.refuse(at("ana"));
    sends();
    Until.holds(() -> causes("exam.mo-100").equals(List.of(Cause.BOUNCED, Cause.WAITING)));
    sink.takeAgain(at("ana"));
    var answer =
        signedIn()
            .post(
                "/help/missing-badge/resend",
                "id",
                credential("exam.mo-100").id().value().toString(),
                "org",
                organisation.slug(),
                "what",
                "exam.mo-100");
    assertThat(answer.statusCode()).isEqualTo(303);
    link(at("ana"), "claim");
    isClaimed("exam.mo-100");
  }

  @Test
  void what_was_rejected_is_taken_back() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    claims.reject(ana, credential("exam.mo-100").id());
    finds("exam.mo-100", Cause.REJECTED);
    var badge = credential("exam.mo-100").id().value();
    assertThat(signedIn().post("/home/badges/" + badge + "/take-back").statusCode()).isEqualTo(303);
    isClaimed("exam.mo-100");
  }

  @Test
  void what_is_private_is_shown_by_the_button_and_a_private_profile_is_named() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    var badge = credential("exam.mo-100").id();
    claims.accept(ana, badge, Claim.Visibility.PRIVATE);
    profiles.show(ana, Profile.Visibility.PRIVATE, false);
    finds("exam.mo-100", Cause.PRIVATE_BADGE);
    signedIn().post("/home/badges/" + badge.value() + "/visibility", "visibility", "public");
    finds("exam.mo-100", Cause.PRIVATE_PROFILE);
    profiles.show(ana, Profile.Visibility.PUBLIC, false);
    assertThat(causes("exam.mo-100")).isEmpty();
  }

  @Test
  void a_suspended_badge_is_reinstated_and_a_replaced_one_leads_to_its_copy() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    var first = credential("exam.mo-100");
    credentials.suspend("test", first.id(), "under review");
    assertThat(finds("exam.mo-100", Cause.SUSPENDED).args()).containsExactly("under review");
    credentials.reinstate("test", first.id());
    credentials.replace("test", first.id(), "Ana Maria Silva", "name corrected");
    Until.holds(() -> causes("exam.mo-100").equals(List.of(Cause.REPLACED, Cause.WAITING)));
    claims.accept(ana, credential("exam.mo-100").id(), Claim.Visibility.PUBLIC);
    profiles.show(ana, Profile.Visibility.PUBLIC, false);
    assertThat(causes("exam.mo-100")).isEmpty();
  }

  @Test
  void a_badge_that_staff_gave_by_hand_needs_no_result() {
    var what = achievements.of(organisation.id(), "exam.mo-100").orElseThrow().id();
    var person = new Recipient(at("ana"), "Ana", "Silva", Language.EN, "");
    giving.one(
        "person:test",
        organisation.id(),
        new Wish(
            what,
            person,
            Instant.parse("2026-03-04T00:00:00Z"),
            null,
            Details.NONE,
            UUID.randomUUID(),
            0));
    isClaimed("exam.mo-100");
    finds("exam.mo-200", Cause.ADDRESS_DIFFERS);
  }

  @Test
  void a_stranger_gets_the_same_page_whatever_is_asked() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    var stranger = Web.stranger(settings);
    var plain = stranger.get("/help/missing-badge");
    var curious =
        stranger.get(
            "/help/missing-badge?org="
                + organisation.slug()
                + "&what=exam.mo-100&who="
                + at("ana"));
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(curious.statusCode()).isEqualTo(200);
    assertThat(withoutLinks(curious.body())).isEqualTo(withoutLinks(plain.body()));
    assertThat(Web.header(plain, "Set-Cookie")).isEmpty();
  }

  /** The switch of languages keeps the query; all else must not know it. */
  private static String withoutLinks(String page) {
    return page.replaceAll("href=\"[^\"]*lang=[^\"]*\"", "");
  }

  @Test
  void somebody_else_signed_in_learns_nothing_of_ana() {
    sends();
    finds("exam.mo-100", Cause.WAITING);
    person("eve");
    var eve = Web.signedIn(settings, at("eve").value(), PASSWORD);
    var page =
        eve.get("/help/missing-badge?org=" + organisation.slug() + "&what=exam.mo-100").body();
    assertThat(page)
        .contains("The test centre knows another address")
        .doesNotContain("Ana Silva")
        .doesNotContain(at("ana").value());
    var badge = credential("exam.mo-100").id().value();
    assertThat(eve.post("/help/missing-badge/resend", "id", badge.toString()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_result_of_today_is_not_missing_for_long() {
    sends("exam_ended_utc", Instant.parse("2026-03-05T10:00:00Z").toString());
    isClaimed("exam.mo-100");
  }
}
