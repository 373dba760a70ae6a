package org.insignia.server.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TokensApiModuleTest {
  private static final String ALL = "/rest/v1/tokens";
  private static final String READER =
      "{\"name\":\"Reader\",\"scopes\":[\"badges:read\"],\"days\":30}";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired JdbcClient db;

  private Organisation academy;
  private Program program;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
  }

  @Test
  void a_token_is_made_shown_once_renewed_and_revoked() {
    var key = UUID.randomUUID().toString();
    var made = program.post(ALL, READER, "Idempotency-Key", key);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(program.post(ALL, READER, "Idempotency-Key", key).body()).isEqualTo(made.body());
    var secret = made.at("token");
    assertThat(secret).startsWith("insignia_");
    assertThat(new WholeDatabase(db).tablesWith(secret.substring("insignia_".length()))).isEmpty();
    var listed = program.get(ALL);
    assertThat(listed.at("items/0/name")).isEqualTo("Reader");
    assertThat(listed.at("items/0/token")).isEqualTo("null");
    assertThat(listed.at("items/1/own")).isEqualTo("true");
    assertThat(listed.body()).doesNotContain(secret);

    var reader = new Program(settings, secret);
    assertThat(reader.get("/rest/v1/badges").status()).isEqualTo(200);
    assertThat(reader.get("/rest/v1/people").status()).isEqualTo(403);
    assertThat(reader.get(ALL).status()).isEqualTo(403);

    var at = ALL + "/" + made.at("id");
    var renewed = program.post(at + "/renew", "{\"overlapHours\":0}");
    assertThat(renewed.status()).as(renewed.body()).isEqualTo(201);
    assertThat(renewed.at("scopes")).isEqualTo("[\"badges:read\"]");
    assertThat(reader.get("/rest/v1/badges").status()).isEqualTo(401);
    assertThat(program.post(at + "/renew", "{}").status()).isEqualTo(409);
    assertThat(program.send("DELETE", ALL + "/" + renewed.at("id"), null).status()).isEqualTo(204);
    assertThat(new Program(settings, renewed.at("token")).get("/rest/v1/badges").status())
        .isEqualTo(401);
    assertThat(program.get("/rest/v1/audit?action=api.token").body())
        .contains("api.token-make", "api.token-renew", "api.token-revoke");
  }

  @Test
  void none_opens_more_than_the_one_that_makes_it() {
    var small =
        new Program(settings, tokens.of(academy, Set.of(Scope.TOKENS_WRITE, Scope.BADGES_READ)));
    var wide = "{\"name\":\"Wide\",\"scopes\":[\"badges:read\",\"badges:erase\"]}";
    assertThat(small.post(ALL, wide).status()).isEqualTo(403);
    assertThat(small.post(ALL, READER).status()).isEqualTo(201);
    var large = program.post(ALL, wide);
    assertThat(large.status()).isEqualTo(201);
    assertThat(small.post(ALL + "/" + large.at("id") + "/renew", "{}").status()).isEqualTo(403);
    var without = new Program(settings, tokens.of(academy, Set.of(Scope.BADGES_READ)));
    assertThat(without.post(ALL, READER).status()).isEqualTo(403);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.send("DELETE", ALL + "/" + large.at("id"), null).status()).isEqualTo(404);
    assertThat(stranger.post(ALL + "/" + large.at("id") + "/renew", "{}").status()).isEqualTo(404);
    assertThat(stranger.get(ALL).body()).doesNotContain(large.at("id"));
  }

  @Test
  void what_is_wrong_with_a_wish_is_told_with_pointers() {
    var wrong =
        program.post(
            ALL,
            "{\"name\":\"a\\u0000\",\"scopes\":[\"badges:read\",\"everything\"],\"days\":400,\"maker\":\"x\",\"token\":\"known\",\"id\":\"x\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "\"#/name\"", "\"#/scopes\"", "\"#/days\"", "\"#/maker\"", "\"#/token\"", "\"#/id\"");
    for (var body :
        new String[] {
          "{}",
          "{\"name\":\"x\",\"scopes\":[]}",
          "{\"name\":\"x\",\"scopes\":\"badges:read\"}",
          "{\"name\":[],\"scopes\":[7]}",
          "{\"name\":\"x\",\"scopes\":[\"badges:read\"],\"days\":-1}"
        }) {
      assertThat(program.post(ALL, body).status()).as(body).isEqualTo(422);
    }
  }

  @Test
  void a_logo_is_given_read_by_everybody_and_taken_away() throws IOException {
    var at = "/rest/v1/organisation/logo";
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB), "png", out);
    var given = program.bring("PUT", at, "image/png", out.toByteArray());
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(program.get("/rest/v1/organisation").at("logo")).isEqualTo(given.at("logo"));
    var read = new Program(settings, "").get(given.at("logo"));
    assertThat(read.header("Content-Type")).isEqualTo("image/png");
    for (var file : new String[] {"", "GIF89a", "<svg/>", "\u0089PNG\r\n\u001a\n"}) {
      var refused =
          program.bring("PUT", at, "image/png", file.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(refused.status()).as(file).isEqualTo(422);
      assertThat(refused.at("errors/0/pointer")).isEqualTo("#");
    }
    assertThat(program.get("/rest/v1/organisation").at("logo")).isEqualTo(given.at("logo"));
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get("/rest/v1/organisation").at("logo")).isEqualTo("null");
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ORGANISATION_READ)));
    assertThat(reader.bring("PUT", at, "image/png", out.toByteArray()).status()).isEqualTo(403);
  }
}
