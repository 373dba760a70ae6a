package org.insignia.server.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CatalogueApiModuleTest {
  private static final String ALL = "/rest/v1/achievements";
  private static final String MENTOR =
      """
      {"main":"en","words":{"en":{"name":"Mentor of the year","description":"Given once a year.","criteria":"Be voted for."}},
       "skills":["Mentoring"],"type":"award","level":"advanced","alignments":[{"name":"Framework","url":"https://example.org/f"}]}
      """;

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

  @Test
  void the_catalogue_is_read() {
    var exams = program.get("/rest/v1/catalogue/exams?limit=1");
    assertThat(exams.at("items/0/number")).isEqualTo("NW-100");
    assertThat(program.get(exams.at("next")).at("items/0/number")).isEqualTo("NW-200");
    assertThat(program.get("/rest/v1/catalogue/exams/nw-100").at("gives")).isEqualTo("badge");
    assertThat(program.get("/rest/v1/catalogue/exams/none").status()).isEqualTo(404);
    var certification = program.get("/rest/v1/catalogue/certifications").at("items/0/uid");
    assertThat(program.get("/rest/v1/catalogue/certifications/" + certification).at("type"))
        .isEqualTo("role-based");
    assertThat(program.get("/rest/v1/catalogue/rules").at("singleExam"))
        .isEqualTo("certification-only");
  }

  @Test
  void an_achievement_is_made_changed_and_made_active() {
    var made = program.post(ALL, MENTOR);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("state")).isEqualTo("draft");
    var at = ALL + "/" + made.at("id");
    assertThat(made.header("Location")).isEqualTo(settings.url(at).toString());
    var words =
        "{\"revision\":%s,\"level\":null,\"words\":{\"es\":{\"name\":\"Mentora\",\"description\":\"Una vez\",\"criteria\":\"Ser elegida\"}}}";
    var changed = program.send("PATCH", at, words.formatted(made.at("revision")));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("words/es/name")).isEqualTo("Mentora");
    assertThat(changed.at("words/en/name")).isEqualTo("Mentor of the year");
    assertThat(changed.at("level")).isEqualTo("null");
    assertThat(changed.at("type")).isEqualTo("award");
    assertThat(changed.at("skills/0")).isEqualTo("Mentoring");
    assertThat(program.send("PATCH", at, words.formatted(made.at("revision"))).status())
        .isEqualTo(409);
    assertThat(program.post(at + "/state", "{\"state\":\"active\"}").at("state"))
        .isEqualTo("active");
    assertThat(program.post(at + "/state", "{\"state\":\"draft\"}").status()).isEqualTo(422);
    assertThat(program.get(at).at("state")).isEqualTo("active");
    assertThat(program.send("PATCH", at, "{\"words\":{\"en\":null}}").status()).isEqualTo(422);
  }

  @Test
  void what_is_wrong_with_one_is_told_with_pointers() {
    var answer =
        program.post(
            ALL,
            """
            {"words":{"en":{"name":"","criteria":"x"},"fr":{"name":"x"}},"type":"wonder",
             "alignments":[{"name":"x","url":"javascript:1"}],"organisation":"other","state":"active"}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "\"#/words/en/name\"",
            "\"#/words/fr\"",
            "\"#/type\"",
            "\"#/alignments/0/url\"",
            "\"#/organisation\"",
            "\"#/state\"");
    assertThat(program.post(ALL, "{}").status()).isEqualTo(422);
  }

  @Test
  void pages_and_filters_and_what_is_anothers() {
    var first = program.get(ALL + "?limit=2");
    var second = program.get(first.at("next"));
    assertThat(first.at("items/1/slug")).isLessThan(second.at("items/0/slug"));
    assertThat(program.get(ALL + "?state=draft").at("items/0/id")).isEmpty();
    assertThat(program.get(ALL + "?state=wonderful").status()).isEqualTo(422);
    var at = ALL + "/" + first.at("items/0/id");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.send("PATCH", at, "{}").status()).isEqualTo(404);
    assertThat(stranger.post(at + "/state", "{\"state\":\"archived\"}").status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ACHIEVEMENTS_READ)));
    assertThat(reader.get(at).status()).isEqualTo(200);
    assertThat(reader.post(ALL, MENTOR).status()).isEqualTo(403);
    assertThat(reader.get("/rest/v1/catalogue/exams").status()).isEqualTo(403);
  }
}
