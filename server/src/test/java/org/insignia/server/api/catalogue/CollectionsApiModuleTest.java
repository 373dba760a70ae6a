package org.insignia.server.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
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
class CollectionsApiModuleTest {
  private static final String ALL = "/rest/v1/collections";
  private static final String BOTH = "{\"achievements\":[\"exam-nw-200\",\"exam-nw-100\"]}";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Organisation academy;
  private Program program;
  private Program stranger;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
    stranger = new Program(settings, tokens.of(badges.academy()));
  }

  private String id(Program of, String slug) {
    var all = of.get("/rest/v1/achievements");
    for (int i = 0; i < 3; i++) {
      if (all.at("items/" + i + "/slug").equals(slug)) {
        return all.at("items/" + i + "/id");
      }
    }
    throw new AssertionError(all.body());
  }

  @Test
  void a_collection_is_made_filled_in_order_and_taken_away() {
    var made = program.post(ALL, "{\"name\":\" From  networks to the cloud \"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("name")).isEqualTo("From networks to the cloud");
    assertThat(program.post(ALL, "{\"name\":\"From networks to the cloud\"}").status())
        .isEqualTo(409);
    var at = ALL + "/" + made.at("id");
    var filled = program.send("PUT", at + "/achievements", BOTH);
    assertThat(filled.at("achievements/0/slug")).as(filled.body()).isEqualTo("exam-nw-200");
    assertThat(filled.at("achievements/1/slug")).isEqualTo("exam-nw-100");
    var one = "{\"achievements\":[\"" + id(program, "exam-nw-100") + "\"]}";
    assertThat(program.send("PUT", at + "/achievements", one).at("achievements/1/id")).isEmpty();
    assertThat(program.get(ALL).at("items/0/achievements/0/slug")).isEqualTo("exam-nw-100");

    var wrong =
        "{\"achievements\":[\"exam-nw-100\",\"exam-nw-900\",\""
            + id(stranger, "exam-nw-100")
            + "\"],\"x\":1}";
    var refused = program.send("PUT", at + "/achievements", wrong);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"#/achievements/1\"", "\"#/achievements/2\"", "\"#/x\"");
    for (var body : new String[] {"{}", "{\"achievements\":7}", "{\"achievements\":[7]}"}) {
      assertThat(program.send("PUT", at + "/achievements", body).status()).as(body).isEqualTo(422);
    }
    assertThat(program.post(ALL, "{\"name\":\"a\\u0000b\"}").at("errors/0/pointer"))
        .isEqualTo("#/name");

    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.send("PUT", at + "/achievements", BOTH).status()).isEqualTo(404);
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ACHIEVEMENTS_READ)));
    assertThat(reader.get(at).at("achievements/0/slug")).isEqualTo("exam-nw-100");
    assertThat(reader.send("PUT", at + "/achievements", BOTH).status()).isEqualTo(403);
    assertThat(reader.send("DELETE", at, null).status()).isEqualTo(403);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(ALL + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(program.get(at).status()).isEqualTo(404);
    assertThat(program.get("/rest/v1/audit?action=collection.").body())
        .contains("collection.add", "collection.change", "collection.remove", "token:");
  }

  @Test
  void what_is_recommended_next_is_said_in_order_and_never_itself() {
    var at = "/rest/v1/achievements/" + id(program, "exam-nw-100") + "/next";
    assertThat(program.get(at).at("items/0/id")).isEmpty();
    var said = program.send("PUT", at, "{\"achievements\":[\"exam-nw-200\"]}");
    assertThat(said.at("items/0/slug")).as(said.body()).isEqualTo("exam-nw-200");
    assertThat(program.send("PUT", at, BOTH).at("errors/0/pointer")).isEqualTo("#/achievements");
    assertThat(program.get(at).at("items/0/slug")).isEqualTo("exam-nw-200");
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.send("PUT", at, BOTH).status()).isEqualTo(404);
    assertThat(program.send("PUT", at, "{\"achievements\":[]}").at("items/0/id")).isEmpty();
  }
}
