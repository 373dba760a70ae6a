package org.insignia.server.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.support.requests.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for somebody to decide, decided by programs. */
@ServerTest
class DeskApiModuleTest {
  private static final String HELD = "/rest/v1/results/held";
  private static final String WISHES = "/rest/v1/corrections";
  private static final String REQUESTS = "/rest/v1/requests";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired TestRequests requests;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Corrections corrections;

  private Organisation academy;
  private Program program;
  private Program stranger;
  private EmailAddress address;
  private PersonId ana;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
    stranger = new Program(settings, tokens.of(badges.academy()));
    address = EmailAddress.of("d" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Silva", address, "violet otter lantern", Language.EN);
  }

  private void bring(String number) {
    var taken =
        program.post(
            "/rest/v1/results",
            """
            {"provider":"certiport","result":"%s","candidate":{"id":"%s","givenName":"Ana","familyName":"Silva","email":"%s"},
             "exam":{"code":"NW-100"},"endedAt":"2026-03-04T09:00:00Z","grade":"pass","score":{"value":600,"passing":"700"}}
            """
                .formatted(number, number, number + address.value()));
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    var at = "/rest/v1/results/" + taken.at("intake");
    Until.holds(() -> program.get(at).at("state").equals("done"));
  }

  @Test
  void held_results_are_released_and_dropped() {
    bring("R-1");
    bring("R-2");
    var first = program.get(HELD + "?limit=1");
    assertThat(first.at("items/0/result")).isEqualTo("R-1");
    assertThat(first.at("items/0/codes/0")).isEqualTo("pass-below-mark");
    assertThat(first.at("items/0/releasable")).isEqualTo("true");
    var second = program.get(first.at("next"));
    assertThat(second.at("items/0/result")).isEqualTo("R-2");
    var decision = "{\"results\":[\"%s\"],\"reason\":\"Confirmed by phone.\"}";
    var release = decision.formatted(first.at("items/0/id"));
    assertThat(stranger.post(HELD + "/release", release).status()).isEqualTo(404);
    var released = program.post(HELD + "/release", release);
    assertThat(released.status()).as(released.body()).isEqualTo(200);
    assertThat(released.at("results")).isEqualTo("1");
    assertThat(program.post(HELD + "/release", release).at("results")).isEqualTo("0");
    Until.holds(
        () -> !program.get("/rest/v1/badges?acceptance=pending").at("items/0/id").isEmpty());

    var token = tokens.of(academy, Set.of(Scope.RESULTS_WRITE, Scope.MEMBERS_READ));
    var issuer = new Program(settings, token);
    members.grant("test", UUID.fromString(maker()), academy.id(), Role.ISSUER);
    var drop = decision.formatted(second.at("items/0/id"));
    assertThat(issuer.post(HELD + "/drop", drop).status()).isEqualTo(403);
    assertThat(program.post(HELD + "/drop", drop).at("results")).isEqualTo("1");
    assertThat(program.get(HELD).at("items/0/id")).isEmpty();
    assertThat(program.get(HELD + "?dropped=true").at("items/0/result")).isEqualTo("R-2");
    assertThat(program.get("/rest/v1/audit?action=results.release").at("items/0/detail"))
        .isEqualTo("Confirmed by phone.");
  }

  /** Of the token that was made last. */
  private String maker() {
    var made = program.get("/rest/v1/audit?action=api.token-make").at("items/0/actor");
    return made.substring("person:".length());
  }

  @Test
  void what_is_wrong_with_a_decision_is_told_with_pointers() {
    var wrong =
        program.post(
            HELD + "/drop", "{\"results\":[\"x\"],\"reason\":\"\",\"organisation\":\"x\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"#/results\"", "\"#/reason\"", "\"#/organisation\"");
    for (var body :
        new String[] {
          "{}", "{\"results\":{},\"reason\":7}", "{\"results\":[null],\"reason\":\"x\"}"
        }) {
      assertThat(program.post(HELD + "/release", body).status()).as(body).isEqualTo(422);
    }
    for (var query : new String[] {"?limit=0", "?after=x", "?cause=%27", "?dropped=maybe"}) {
      assertThat(program.get(HELD + query).status()).as(query).isEqualTo(422);
    }
    assertThat(program.get(HELD + "?after=99999999999999999_" + UUID.randomUUID()).status())
        .isEqualTo(200);
  }

  @Test
  void a_wish_for_another_name_is_granted_or_declined() {
    var badge = badge("exam.a");
    corrections.ask(ana, badge, new Corrections.Wish("Ana Silva Prado", "Married.", false));
    var wish = program.get(WISHES);
    assertThat(wish.at("items/0/nameAsked")).isEqualTo("Ana Silva Prado");
    var at = WISHES + "/" + wish.at("items/0/id");
    assertThat(stranger.get(WISHES).at("items/0/id")).isEmpty();
    assertThat(stranger.send("POST", at + "/approve", null).status()).isEqualTo(404);
    assertThat(program.send("POST", at + "/approve", null).at("replaced")).isEqualTo("1");
    assertThat(program.send("POST", at + "/approve", null).status()).isEqualTo(409);
    assertThat(program.get("/rest/v1/badges/" + badge.value()).at("state")).isEqualTo("replaced");

    corrections.ask(ana, badge("exam.b"), new Corrections.Wish("Anna", "", false));
    var other = WISHES + "/" + program.get(WISHES).at("items/0/id") + "/decline";
    assertThat(program.post(other, "{\"reason\":\" \"}").at("errors/0/pointer"))
        .isEqualTo("#/reason");
    assertThat(program.post(other, "{\"reason\":\"Send us a document.\"}").status()).isEqualTo(204);
    var decided = program.get(WISHES + "?state=decided");
    assertThat(decided.at("items/0/reason")).isEqualTo("Send us a document.");
    assertThat(program.get(WISHES + "?state=x").status()).isEqualTo(422);
  }

  private CredentialId badge(String uid) {
    var id = badges.issue(academy, uid, address, "Ana Silva", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Claim.Visibility.PRIVATE);
    return id;
  }

  @Test
  void a_request_is_answered_closed_and_opened_again() {
    var id = requests.ask(ana, academy);
    var at = REQUESTS + "/" + id;
    var listed = program.get(REQUESTS);
    assertThat(listed.at("items/0/email")).isEqualTo(address.value());
    assertThat(listed.at("items/0/messages")).isEqualTo("null");
    var answered = program.post(at + "/answer", "{\"words\":\"It is on its way.\\r\\nSee you.\"}");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.at("state")).isEqualTo("answered");
    assertThat(answered.at("messages/0/by")).isEqualTo("asker");
    assertThat(answered.at("messages/1/words")).isEqualTo("It is on its way.\nSee you.");
    assertThat(answered.at("messages/1/name")).isEqualTo("Olga Owner");
    assertThat(answered.at("assignee")).isNotEqualTo("null");
    var assign = "{\"assignee\":%s}";
    assertThat(program.post(at + "/assign", assign.formatted("null")).at("assignee"))
        .isEqualTo("null");
    var mine = assign.formatted('"' + answered.at("assignee") + '"');
    assertThat(stranger.post(at + "/assign", mine).status()).isEqualTo(404);
    assertThat(program.post(at + "/assign", assign.formatted('"' + ana.toString() + '"')).status())
        .isEqualTo(422);
    assertThat(program.post(at + "/assign", "{\"taken\":true}").status()).isEqualTo(422);
    assertThat(program.post(at + "/assign", mine).at("assignee"))
        .isEqualTo(answered.at("assignee"));
    assertThat(program.send("POST", at + "/close", null).at("state")).isEqualTo("closed");
    assertThat(program.get(REQUESTS + "?state=closed").at("items/0/id")).isEqualTo(id.toString());
    assertThat(program.send("POST", at + "/reopen", null).at("state")).isEqualTo("open");

    requests.ask(
        accounts.createConfirmed(
            "Bo", EmailAddress.of("b" + address.value()), "violet otter lantern", Language.EN),
        academy);
    var page = program.get(REQUESTS + "?limit=1");
    assertThat(program.get(page.at("next")).at("items/0/id")).isNotEqualTo(page.at("items/0/id"));
    assertThat(program.post(at + "/answer", "{\"words\":\"\\u0000\"}").status()).isEqualTo(422);
    assertThat(program.post(at + "/answer", "{\"words\":\"x\",\"by\":\"somebody\"}").status())
        .isEqualTo(422);
    assertThat(program.get(REQUESTS + "?state=unconfirmed").status()).isEqualTo(422);
    assertThat(program.get(REQUESTS + "?after=x").status()).isEqualTo(422);
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.post(at + "/answer", "{\"words\":\"x\"}").status()).isEqualTo(404);
    assertThat(stranger.send("POST", at + "/close", null).status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.SUPPORT_READ)));
    assertThat(reader.get(at).status()).isEqualTo(200);
    assertThat(reader.send("POST", at + "/close", null).status()).isEqualTo(403);
  }

  @Test
  void badges_are_found_by_what_their_earners_answered() {
    var accepted = badge("exam.a");
    var waiting = badges.issue(academy, "exam.b", address, "Ana Silva", Language.EN);
    Until.holds(() -> claims.of(waiting).isPresent());
    var all = "/rest/v1/badges?acceptance=";
    assertThat(program.get(all + "accepted").at("items/0/id"))
        .isEqualTo(accepted.value().toString());
    assertThat(program.get(all + "accepted").at("items/1/id")).isEmpty();
    assertThat(program.get(all + "pending&state=issued").at("items/0/id"))
        .isEqualTo(waiting.value().toString());
    assertThat(program.get(all + "rejected").at("next")).isEqualTo("null");
    var third = badge("certification.cloud");
    var first = program.get(all + "accepted&limit=1");
    assertThat(first.at("items/0/id")).isEqualTo(third.value().toString());
    var next = program.get(first.at("next"));
    assertThat(next.at("items/0/id")).isEqualTo(accepted.value().toString());
    assertThat(next.at("next")).isEqualTo("null");
    assertThat(program.get(all + "maybe").at("errors/0/parameter")).isEqualTo("acceptance");
  }
}
