package org.insignia.server.api.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BroughtResultsModuleTest {
  private static final String RESULTS = "/rest/v1/results";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Organisation academy;
  private Program program;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
  }

  private static String result(String number, String exam) {
    return """
    {"provider":"certiport","result":"%s","candidate":{"id":"C-1","givenName":"Ana \\"A\\"","familyName":"Silva, Lda","email":"ana@example.org"},
     "exam":{"code":"%s"},"endedAt":"2026-03-04T09:00:00Z","grade":"pass","score":{"value":912,"passing":"700"}}
    """
        .formatted(number, exam);
  }

  private Program.Answer judged(String id) {
    Until.holds(() -> program.get(RESULTS + "/" + id).at("state").equals("done"));
    return program.get(RESULTS + "/" + id);
  }

  @Test
  void one_result_becomes_a_badge_like_every_other() {
    var taken = program.post(RESULTS, result("R-1", "NW-100"));
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    assertThat(taken.at("items/0/line")).isEqualTo("2");
    assertThat(judged(taken.at("intake")).at("accepted")).isEqualTo("1");
    Until.holds(() -> !program.get("/rest/v1/badges").at("items/0/id").isEmpty());
    var badge = program.get("/rest/v1/badges");
    assertThat(badge.at("items/0/recipient/name")).contains("Silva, Lda");
    assertThat(badge.at("items/0/earnedAt")).isEqualTo("2026-03-04T09:00:00Z");
    var person = program.get("/rest/v1/people/" + badge.at("items/0/person"));
    assertThat(person.at("exams/0/counts")).isEqualTo("true");
    assertThat(person.at("badges/0")).isEqualTo(badge.at("items/0/id"));
    var timeline = program.get("/rest/v1/people/" + badge.at("items/0/person") + "/timeline");
    assertThat(timeline.body()).contains("exam.passed", "award.given", "badge.issued");
    assertThat(program.get("/rest/v1/people?q=ana@example.org").at("items/0/number"))
        .isEqualTo("C-1");
    assertThat(program.get("/rest/v1/people?limit=1").at("items/0/name")).contains("Silva");
    var why = program.get("/rest/v1/missing?who=ana@example.org&what=certification.cloud");
    assertThat(why.at("causes/0/code")).isNotEmpty();
    assertThat(program.get("/rest/v1/missing?who=nobody@example.org&what=exam.a").status())
        .isEqualTo(404);
    assertThat(program.get("/rest/v1/missing").status()).isEqualTo(422);
  }

  @Test
  void of_a_batch_each_item_is_answered_and_each_row_found_again() {
    var answer =
        program.post(
            RESULTS,
            "{\"items\":["
                + result("R-1", "NW-100")
                + ","
                + result("", "NW-100")
                + ","
                + result("R-3", "NX-999")
                + ","
                + result("R-1", "NW-100")
                + ",{\"role\":\"OWNER\"}]}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(207);
    assertThat(answer.at("taken")).isEqualTo("3");
    assertThat(answer.at("items/1/errors/0/pointer")).isEqualTo("#/items/1/result");
    assertThat(answer.at("items/4/status")).isEqualTo("422");
    assertThat(answer.at("items/2/line")).isEqualTo("3");
    var report = judged(answer.at("intake"));
    assertThat(report.at("accepted")).isEqualTo("1");
    assertThat(report.at("duplicates")).isEqualTo("1");
    var rows = RESULTS + "/" + answer.at("intake") + "/rows?limit=1";
    var unknown = program.get(rows.replace("limit=1", "limit=100"));
    assertThat(unknown.body()).contains("\"result\":\"R-3\"", "\"exam\":\"NX-999\"");
    var first = program.get(rows);
    assertThat(program.get(first.at("next")).at("items/0/line"))
        .isNotEqualTo(first.at("items/0/line"));
    assertThat(program.get(rows + "&verdict=refused&after=0-99").at("next")).isEqualTo("null");
    assertThat(program.get(rows + "&after=x").status()).isEqualTo(422);
    assertThat(program.get(RESULTS + "?limit=1").at("items/0/id")).isEqualTo(answer.at("intake"));
  }

  @Test
  void one_result_that_cannot_be_read_is_refused_with_pointers() {
    var answer = program.post(RESULTS, "{\"result\":7,\"candidate\":{},\"grade\":\"perhaps\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"#/result\"", "\"#/candidate/id\"", "\"#/grade\"", "\"#/endedAt\"");
    assertThat(program.post(RESULTS + "?provider=nobody", result("R-1", "NW-100")).status())
        .isEqualTo(422);
    assertThat(program.post(RESULTS, "{\"items\":[]}").status()).isEqualTo(422);
  }

  @Test
  void files_of_others_are_not_there_and_scopes_open_what_they_say() {
    var id = program.post(RESULTS, result("R-1", "NW-100")).at("intake");
    judged(id);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(RESULTS + "/" + id).status()).isEqualTo(404);
    assertThat(stranger.get(RESULTS + "/" + id + "/rows").status()).isEqualTo(404);
    assertThat(stranger.get(RESULTS).at("items/0/id")).isEmpty();
    assertThat(stranger.get("/rest/v1/people").at("items/0/id")).isEmpty();
    var person = program.get("/rest/v1/people").at("items/0/person");
    var record = program.get("/rest/v1/people").at("items/0/id");
    assertThat(stranger.get("/rest/v1/people/" + person).status()).isEqualTo(404);
    assertThat(stranger.get("/rest/v1/people/" + person + "/timeline").status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.RESULTS_READ)));
    assertThat(reader.post(RESULTS, result("R-2", "NW-100")).status()).isEqualTo(403);
    assertThat(reader.get("/rest/v1/people").status()).isEqualTo(403);

    var theirs = stranger.post(RESULTS, result("R-9", "NW-100")).at("intake");
    Until.holds(() -> stranger.get(RESULTS + "/" + theirs).at("state").equals("done"));
    var other = stranger.get("/rest/v1/people").at("items/0/id");
    var proposal = "{\"one\":\"" + record + "\",\"other\":\"" + other + "\"}";
    assertThat(program.post("/rest/v1/merges", proposal).status()).isEqualTo(404);
    assertThat(stranger.post("/rest/v1/merges", proposal).status()).isEqualTo(404);
    assertThat(program.get("/rest/v1/merges").at("items/0/id")).isEmpty();
  }

  @Test
  void records_are_proposed_merged_and_parted() {
    var first = program.post(RESULTS, result("R-1", "NW-100")).at("intake");
    judged(first);
    var second =
        program
            .post(
                RESULTS,
                result("R-2", "NW-200")
                    .replace("C-1", "C-2")
                    .replace("Ana \\\\\"A\\\\\"", "Wu")
                    .replace("ana@", "wu@"))
            .at("intake");
    judged(second);
    var one = program.get("/rest/v1/people?q=C-1").at("items/0/id");
    var other = program.get("/rest/v1/people?q=C-2").at("items/0/id");
    var proposal = "{\"one\":\"" + one + "\",\"other\":\"" + other + "\"}";
    assertThat(program.post("/rest/v1/merges", proposal).status()).isEqualTo(202);
    var id = program.get("/rest/v1/merges").at("items/0/id");
    assertThat(program.get("/rest/v1/merges/" + id).at("state")).isEqualTo("open");
    var merged = program.send("POST", "/rest/v1/merges/" + id + "/merge", null);
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(program.send("POST", "/rest/v1/merges/" + id + "/merge", null).status())
        .isEqualTo(409);
    var person = program.get("/rest/v1/people?q=C-1").at("items/0/person");
    assertThat(program.get("/rest/v1/people/" + person).at("records/1/id")).isNotEmpty();
    var undo = "/rest/v1/merges/" + merged.at("merge") + "/undo";
    assertThat(program.send("POST", undo, null).status()).isEqualTo(204);
    assertThat(program.get("/rest/v1/people/" + person).at("records/1/id")).isEmpty();
  }
}
