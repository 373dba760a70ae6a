package org.insignia.server.support.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.held.HeldResults;
import org.insignia.server.results.held.HeldWish;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What test centres did not tell, or told otherwise; mended, and the badge claimed. */
@ServerTest
class MissingByProviderModuleTest extends SomebodyWhoWaits {
  @Autowired HeldResults heldResults;
  @Autowired Members members;

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
  void what_is_held_or_was_dropped_counts_once_staff_release_it() {
    sends("status", "held");
    finds("exam.mo-100", Cause.HELD_RESULT);
    var id = organisation.id();
    var held = heldResults.list(id, new HeldWish(false, "", null), 1).getFirst().id();
    members.grant("test", person("sam").value(), id, Role.ISSUER);
    var page =
        Web.signedIn(settings, at("sam").value(), PASSWORD)
            .get(
                "/console/"
                    + organisation.slug()
                    + "/missing?what=exam.mo-100&who="
                    + Web.encoded(at("ana").value()));
    assertThat(page.body()).contains("/results/held?result=" + held);
    heldResults.drop("person:staff", id, List.of(held), "a test candidate");
    finds("exam.mo-100", Cause.DROPPED_RESULT);
    heldResults.release("person:staff", id, List.of(held), "a person after all");
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
  void who_refused_the_agreement_takes_it_another_time() {
    sends("result_id", "1", "nda_refused", "true", "grade", "", "score", "");
    finds("exam.mo-100", Cause.NO_RESULT);
    sends("result_id", "2", "exam_ended_utc", "2026-04-01T10:00:00Z");
    isClaimed("exam.mo-100");
  }
}
