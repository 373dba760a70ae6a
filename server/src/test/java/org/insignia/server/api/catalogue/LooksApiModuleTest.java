package org.insignia.server.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LooksApiModuleTest {
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#1f4e79\"/>%s</svg>";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Organisation academy;
  private Program program;
  private String at;

  @BeforeEach
  void an_achievement() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
    at =
        "/rest/v1/achievements/"
            + program
                .post(
                    "/rest/v1/achievements",
                    "{\"main\":\"en\",\"words\":{\"en\":{\"name\":\"Mentor\",\"description\":\"d\",\"criteria\":\"c\"}}}")
                .at("id");
  }

  private static byte[] picture(String kind, int width, int height) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Test
  void a_look_is_composed_and_gone_back_to() throws IOException {
    var first = program.get(at + "/looks");
    assertThat(first.at("items/0/present")).isEqualTo("true");
    var composed =
        program.send(
            "PUT",
            at + "/look",
            "{\"outline\":\"shield\",\"enamel\":\"#AA2233\",\"title\":\"Mentor\\nof the year\",\"stars\":3}");
    assertThat(composed.status()).as(composed.body()).isEqualTo(200);
    assertThat(composed.at("design/outline")).isEqualTo("shield");
    assertThat(composed.at("design/enamel")).isEqualTo("#aa2233");
    assertThat(composed.at("design/title")).isEqualTo("Mentor\nof the year");
    assertThat(composed.at("design/icon")).isEqualTo(first.at("items/0/design/icon"));
    assertThat(composed.at("number")).isEqualTo("2");
    assertThat(program.send("PUT", at + "/look", "{}").at("id")).isEqualTo(composed.at("id"));

    var svg = program.get(composed.at("image"));
    assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(svg.body()).contains("#aa2233");
    var png = program.get(composed.at("image").replace(".svg", ".png?size=64"));
    assertThat(ImageIO.read(new ByteArrayInputStream(png.bytes())).getWidth()).isEqualTo(64);

    var earlier = at + "/looks/" + first.at("items/0/id");
    var again = program.send("POST", earlier + "/again", null);
    assertThat(again.at("number")).isEqualTo("3");
    assertThat(again.at("design/outline")).isEqualTo(first.at("items/0/design/outline"));
    assertThat(program.get(at + "/looks").at("items/2/present")).isEqualTo("false");
    assertThat(program.send("POST", at + "/looks/" + UUID.randomUUID() + "/again", null).status())
        .isEqualTo(404);
    for (var size : new String[] {"31", "1201", "-1", "x", "99999999999", "64.0"}) {
      assertThat(program.get(earlier + "/image.png?size=" + size).status()).as(size).isEqualTo(422);
    }
  }

  @Test
  void what_is_wrong_with_a_composed_look_is_told_with_pointers() {
    var wrong =
        program.send(
            "PUT",
            at + "/look",
            "{\"outline\":\"star\",\"ring\":7,\"metal\":null,\"enamel\":\"red\",\"icon\":[],\"legend\":\"%s\",\"title\":\"\",\"level\":\"a\\u0000b\",\"ribbon\":\"a\\nb\",\"stars\":6,\"id\":\"x\",\"number\":9}"
                .formatted("x".repeat(61)));
    assertThat(wrong.status()).isEqualTo(422);
    for (var member :
        Set.of(
            "outline", "ring", "enamel", "icon", "legend", "title", "level", "ribbon", "stars",
            "id", "number")) {
      assertThat(wrong.body()).contains("\"#/" + member + "\"");
    }
    assertThat(program.send("PUT", at + "/look", "[]").status()).isEqualTo(400);
    assertThat(program.send("PUT", at + "/look", "{\"title\":\"a\",\"title\":\"b\"}").status())
        .isEqualTo(400);
    assertThat(program.send("PUT", at + "/look", "{\"title\":\"\\ud800\"}").status())
        .isEqualTo(400);
    assertThat(program.send("PUT", at + "/look", "<a>", "Content-Type", "text/html").status())
        .isEqualTo(415);
    assertThat(program.get(at + "/looks").at("items/1/id")).isEmpty();
  }

  @Test
  void a_picture_is_brought_once_for_a_key_and_read_again() {
    var pictures =
        Map.of(
            "image/png", picture("png", 600, 300),
            "image/jpeg", picture("jpeg", 300, 400),
            "image/svg+xml", SVG.formatted("").getBytes(StandardCharsets.UTF_8));
    pictures.forEach((type, file) -> {
      var brought = program.bring("PUT", at + "/look", type, file);
      assertThat(brought.status()).as(type + brought.body()).isEqualTo(200);
      assertThat(brought.at("design")).isEqualTo("null");
      assertThat(program.get(brought.at("image").replace(".svg", ".png")).bytes())
          .hasSizeGreaterThan(100);
    });
    var key = UUID.randomUUID().toString();
    var file = picture("png", 310, 310);
    var first = program.bring("PUT", at + "/look", "image/png", file, "Idempotency-Key", key);
    var again = program.bring("PUT", at + "/look", "image/png", file, "Idempotency-Key", key);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(
            program
                .bring(
                    "PUT",
                    at + "/look",
                    "image/png",
                    picture("png", 320, 320),
                    "Idempotency-Key",
                    key)
                .status())
        .isEqualTo(422);
  }

  @Test
  void what_is_no_picture_is_refused_in_words_and_others_see_nothing() {
    var files =
        Map.of(
            "",
            "Choose a picture",
            "GIF89a",
            "",
            SVG.formatted("<script>1</script>"),
            "",
            SVG.formatted("<image href=\"https://evil.example/x\"/>"),
            "",
            "<svg",
            "",
            "\u0000\u0000",
            "");
    files.forEach((file, words) -> {
      var refused =
          program.bring("PUT", at + "/look", "image/png", file.getBytes(StandardCharsets.UTF_8));
      assertThat(refused.status()).as(file).isEqualTo(422);
      assertThat(refused.at("errors/0/pointer")).isEqualTo("#");
      assertThat(refused.at("errors/0/detail")).isNotBlank().contains(words);
    });
    var small = program.bring("PUT", at + "/look", "image/png", picture("png", 299, 10));
    assertThat(small.at("errors/0/detail")).contains("300");
    var cut = picture("png", 400, 400);
    assertThat(
            program
                .bring(
                    "PUT", at + "/look", "image/png", java.util.Arrays.copyOf(cut, cut.length / 2))
                .status())
        .isEqualTo(422);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(at + "/looks").status()).isEqualTo(404);
    assertThat(stranger.send("PUT", at + "/look", "{}").status()).isEqualTo(404);
    assertThat(stranger.get(program.get(at + "/looks").at("items/0/image")).status())
        .isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ACHIEVEMENTS_READ)));
    assertThat(reader.get(at + "/looks").status()).isEqualTo(200);
    assertThat(reader.send("PUT", at + "/look", "{}").status()).isEqualTo(403);
  }
}
