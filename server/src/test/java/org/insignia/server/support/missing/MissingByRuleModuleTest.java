package org.insignia.server.support.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the rules of the organisation decide; mended, and the badge claimed. */
@ServerTest
class MissingByRuleModuleTest extends SomebodyWhoWaits {
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

  @Autowired HandMade handMade;

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
  void a_certification_is_decided_once_somebody_states_what_it_requires() {
    imports.importFiles(organisation.id(), List.of(file("u.jsonl", UNCLEAR)));
    sends("result_id", "1");
    sends("result_id", "2", "exam_code", "MO-200");
    finds("certification.unclear", Cause.UNDECIDED);
    imports.importFiles(organisation.id(), List.of(file("u-requirements.jsonl", STATED)));
    isClaimed("certification.unclear");
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
  void a_badge_that_staff_gave_by_hand_needs_no_result() {
    var what = achievements.of(organisation.id(), "exam.mo-100").orElseThrow().id();
    give(what);
    isClaimed("exam.mo-100");
    finds("exam.mo-200", Cause.ADDRESS_DIFFERS);
  }

  @Test
  void a_badge_of_its_own_is_given_by_staff_once_it_is_given_at_all() {
    var made =
        handMade.add(
            "person:staff",
            organisation,
            new AchievementWish(
                Language.EN,
                Map.of(Language.EN, new Words("Mentor", "Helps others.", "Mentor.", List.of())),
                Particulars.NONE));
    handMade.stand("person:staff", organisation, achievements.get(made), State.ACTIVE);
    var uid = achievements.get(made).sourceUid();
    handMade.stand("person:staff", organisation, achievements.get(made), State.ARCHIVED);
    finds(uid, Cause.NOT_ACTIVE);
    handMade.stand("person:staff", organisation, achievements.get(made), State.ACTIVE);
    finds(uid, Cause.NOT_GIVEN);
    give(made);
    isClaimed(uid);
  }

  private void give(AchievementId what) {
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
  }
}
