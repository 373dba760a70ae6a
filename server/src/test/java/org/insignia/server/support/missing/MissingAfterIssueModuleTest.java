package org.insignia.server.support.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.claims.Claim;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;

/** What became of a badge after it was issued; mended, and the badge claimed. */
@ServerTest
class MissingAfterIssueModuleTest extends SomebodyWhoWaits {
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
