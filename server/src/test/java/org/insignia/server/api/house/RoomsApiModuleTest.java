package org.insignia.server.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the other rooms of the console show and do. */
@ServerTest
class RoomsApiModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Members members;
  @Autowired Accounts accounts;

  private Organisation academy;
  private Program program;
  private Program stranger;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
    stranger = new Program(settings, tokens.of(badges.academy()));
  }

  /** One whose maker has become a viewer since. */
  private Program viewer(Scope... scopes) {
    var token = tokens.of(academy, Set.of(scopes));
    var made = program.get("/rest/v1/audit?action=api.token-make").at("items/0/actor");
    members.grant(
        "test", UUID.fromString(made.substring("person:".length())), academy.id(), Role.VIEWER);
    return new Program(settings, token);
  }

  @Test
  void limits_are_read_and_what_waits_is_told() {
    var limits = program.get("/rest/v1/organisation/limits");
    assertThat(limits.status()).as(limits.body()).isEqualTo(200);
    assertThat(limits.body()).contains("\"name\":\"tokens\"", "\"most\":50");
    assertThat(program.get("/rest/v1/organisation/waiting").status()).isEqualTo(200);
    var none = new Program(settings, tokens.of(academy, Set.of(Scope.BADGES_READ)));
    assertThat(none.get("/rest/v1/organisation/limits").status()).isEqualTo(403);
    assertThat(none.get("/rest/v1/organisation/waiting").status()).isEqualTo(403);
  }

  @Test
  void the_number_at_linkedin_is_set_and_forgotten() {
    var at = "/rest/v1/organisation/linkedin";
    assertThat(program.get(at).at("number")).isEqualTo("null");
    assertThat(program.send("PUT", at, "{\"number\":\"1337\"}").at("number")).isEqualTo("1337");
    for (var body :
        new String[] {
          "{}", "{\"number\":\"x\"}", "{\"number\":[1]}", "{\"number\":\"https://evil.example/1\"}"
        }) {
      assertThat(program.send("PUT", at, body).at("errors/0/pointer"))
          .as(body)
          .isEqualTo("#/number");
    }
    assertThat(program.get(at).at("number")).isEqualTo("1337");
    assertThat(stranger.get(at).at("number")).isEqualTo("null");
    assertThat(program.send("PUT", at, "{\"number\":null}").at("number")).isEqualTo("null");
  }

  @Test
  void demand_is_seen_and_switched_and_reach_is_counted() {
    var demand = program.get("/rest/v1/analytics/demand");
    assertThat(demand.at("items/0/insights")).as(demand.body()).isEqualTo("true");
    var id = demand.at("items/0/achievement");
    var at = "/rest/v1/achievements/" + id + "/insights";
    assertThat(program.send("PUT", at, "{\"shown\":false}").status()).isEqualTo(204);
    assertThat(program.get("/rest/v1/analytics/demand").body()).contains("\"insights\":false");
    assertThat(stranger.send("PUT", at, "{\"shown\":false}").status()).isEqualTo(404);
    assertThat(program.send("PUT", at, "{}").status()).isEqualTo(422);
    assertThat(program.send("PUT", at, "{\"shown\":\"no\",\"id\":1}").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/audit?action=insights.off").at("items/0/subject"))
        .isEqualTo("achievement:" + id);
    assertThat(program.get("/rest/v1/analytics/reach?period=ever").status()).isEqualTo(200);
    assertThat(program.get("/rest/v1/analytics/reach?period=week").status()).isEqualTo(422);
    var repeats = "/rest/v1/achievements/" + id + "/repeats";
    assertThat(program.send("PUT", repeats, "{\"allowed\":true}").at("repeatable"))
        .isEqualTo("true");
    assertThat(program.send("PUT", repeats, "{\"allowed\":null}").status()).isIn(200, 422);
    assertThat(stranger.send("PUT", repeats, "{\"allowed\":true}").status()).isEqualTo(404);
  }

  @Test
  void a_look_is_seen_before_it_is_given() {
    var id = program.get("/rest/v1/achievements").at("items/0/id");
    var at = "/rest/v1/achievements/" + id + "/look/preview";
    var seen = program.post(at, "{\"title\":\"Another title\",\"metal\":\"gold\"}");
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.body()).contains("<svg");
    assertThat(program.get("/rest/v1/achievements/" + id + "/looks").body())
        .doesNotContain("Another title");
    assertThat(program.post(at, "{\"metal\":\"mud\"}").status()).isEqualTo(422);
    assertThat(stranger.post(at, "{}").status()).isEqualTo(404);
  }

  @Test
  void providers_and_their_folders_are_of_those_who_may() {
    var all = "/rest/v1/results/providers";
    var seen = program.get(all);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.at("items/0/state")).isEqualTo("absent");
    var made = program.send("POST", all + "/" + seen.at("items/0/provider") + "/folder", null);
    assertThat(made.at("items/0/state")).isEqualTo("watched");
    assertThat(program.send("POST", all + "/nobody/folder", null).status()).isEqualTo(404);
    assertThat(program.send("POST", all + "/..%2F..%2Fetc/folder", null).status()).isIn(400, 404);
    var viewer = viewer(Scope.RESULTS_READ, Scope.BADGES_READ);
    assertThat(viewer.get("/rest/v1/results").status()).isEqualTo(200);
    assertThat(viewer.get(all).status()).isEqualTo(403);
    assertThat(viewer.get("/rest/v1/badges").status()).isEqualTo(200);
    assertThat(viewer.get("/rest/v1/badges/export.csv").status()).isEqualTo(403);
  }

  @Test
  void somebody_is_explained_and_their_files_are_taken_away() {
    var address = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    var taken =
        program.post(
            "/rest/v1/results",
            """
            {"provider":"certiport","result":"R-1","candidate":{"id":"C-1","givenName":"Ana","familyName":"Silva","email":"%s"},
             "exam":{"code":"NW-100"},"endedAt":"2026-03-04T09:00:00Z","grade":"pass"}
            """
                .formatted(address.value()));
    Until.holds(
        () -> !program.get("/rest/v1/people?q=" + address.value()).at("items/0/person").isEmpty());
    var person = program.get("/rest/v1/people?q=" + address.value()).at("items/0/person");
    var at = "/rest/v1/people/" + person + "/explain?what=";
    Until.holds(() -> program.get(at + "exam.a").at("outcome").equals("earned"));
    assertThat(program.get(at + "exam.b").at("outcome")).isEqualTo("missing");
    assertThat(program.get(at + "none").at("outcome")).isEqualTo("unknown");
    assertThat(program.get(at).status()).isEqualTo(422);
    assertThat(stranger.get(at + "exam.a").status()).isEqualTo(404);
    assertThat(viewer(Scope.PEOPLE_READ).get(at + "exam.a").status()).isEqualTo(403);
    var rows = "/rest/v1/results/" + taken.at("intake") + "/report.csv";
    assertThat(program.get(rows).body()).contains("R-1");
    assertThat(program.get(rows + "?verdict=held").body()).doesNotContain("R-1");
    assertThat(program.get(rows + "?verdict=x").status()).isEqualTo(422);
    assertThat(stranger.get(rows).status()).isEqualTo(404);
  }

  @Test
  void badges_figures_and_the_audit_are_taken_away_as_files() {
    var address = EmailAddress.of("b" + UUID.randomUUID() + "@example.org");
    badges.issue(academy, address, "=Bo Formula", Language.EN);
    var pending = "/rest/v1/badges/export.csv?state=pending&recipient=" + address.value();
    Until.holds(() -> program.get(pending).body().contains(address.value()));
    var csv = program.get(pending);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body()).contains(address.value(), "\"'=Bo Formula\"");
    var json = program.get("/rest/v1/badges/export.json");
    assertThat(json.body()).contains(address.value());
    assertThat(stranger.get("/rest/v1/badges/export.json").body()).doesNotContain(address.value());
    for (var query :
        new String[] {
          "state=gone",
          "recipient=x",
          "achievement=none",
          "issuedFrom=x",
          "issuedFrom=2026-02-01&issuedUntil=2026-01-01"
        }) {
      assertThat(program.get("/rest/v1/badges/export.csv?" + query).status())
          .as(query)
          .isEqualTo(422);
    }
    var lines = program.get("/rest/v1/audit/export.csv?action=badges.export");
    assertThat(lines.body()).contains("badges.export").doesNotContain(address.value());
    assertThat(program.get("/rest/v1/audit/export.csv?from=x").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/analytics/figures.csv?period=year").status()).isEqualTo(200);
    assertThat(program.get("/rest/v1/analytics/countries.csv").status()).isEqualTo(200);
    assertThat(program.get("/rest/v1/analytics/figures.csv?period=x").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/analytics/figures.csv?achievement=x").status()).isEqualTo(400);
    var none = new Program(settings, tokens.of(academy, Set.of(Scope.RESULTS_READ)));
    for (var path :
        new String[] {
          "badges/export.csv",
          "badges/export.json",
          "audit/export.csv",
          "analytics/figures.csv",
          "analytics/countries.csv",
          "analytics/reach",
          "analytics/demand"
        }) {
      assertThat(none.get("/rest/v1/" + path).status()).as(path).isEqualTo(403);
    }
  }
}
