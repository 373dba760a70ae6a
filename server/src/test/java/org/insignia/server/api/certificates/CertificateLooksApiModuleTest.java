package org.insignia.server.api.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
class CertificateLooksApiModuleTest {
  private static final String DESIGN = "/rest/v1/certificates/design";
  private static final String PICTURES = "/rest/v1/certificates/pictures";

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

  private static byte[] png(int side, Color colour) throws IOException {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, side, side);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void a_look_is_tried_laid_down_and_seen_again() throws IOException {
    assertThat(program.get(DESIGN).at("version")).isEqualTo("0");
    var brought =
        program.bring(
            "POST", PICTURES, "image/png", png(60, Color.BLUE), "Idempotency-Key", "logo");
    assertThat(brought.status()).as(brought.body()).isEqualTo(201);
    var other =
        program.bring("POST", PICTURES, "image/png", png(60, Color.RED), "Idempotency-Key", "logo");
    assertThat(other.status()).isEqualTo(422);
    var logo = brought.at("id");
    assertThat(program.get(PICTURES + "/" + logo).header("Content-Type")).isEqualTo("image/png");
    var wish =
        "{\"colour\":\"#AA0000\",\"logo\":\"%s\",\"signatories\":[{\"name\":\"Ada Roe\"}],\"wordings\":{\"en\":{\"heading\":\"Well done\"}}}"
            .formatted(logo);
    var sample = program.post(DESIGN + "/preview?paper=letter&language=es", wish);
    assertThat(sample.header("Content-Type")).as(sample.body()).isEqualTo("image/png");
    assertThat(program.get(DESIGN).at("version")).isEqualTo("0");
    var laid = program.send("PUT", DESIGN, wish);
    assertThat(laid.status()).as(laid.body()).isEqualTo(200);
    assertThat(laid.at("version")).isEqualTo("1");
    assertThat(laid.at("colour")).isEqualTo("#aa0000");
    assertThat(laid.at("wordings/en/heading")).isEqualTo("Well done");
    var next = program.send("PUT", DESIGN, "{\"logo\":null,\"wordings\":{\"en\":null}}");
    assertThat(next.at("version")).isEqualTo("2");
    assertThat(next.at("logo")).isEqualTo("null");
    assertThat(next.at("signatories/0/name")).isEqualTo("Ada Roe");
    assertThat(program.send("PUT", DESIGN, "{}").at("version")).isEqualTo("2");
    var all = "/rest/v1/certificates/designs";
    assertThat(program.get(all).at("items/0/version")).isEqualTo("2");
    assertThat(program.get(all + "/1").at("logo")).isEqualTo(logo);
    assertThat(program.get(all + "/0").at("since")).isEqualTo("null");
    assertThat(program.get(all + "/9").status()).isEqualTo(404);
    assertThat(program.get(all + "/x").status()).isEqualTo(400);
    assertThat(program.get(all + "/1/page.png").header("Content-Type")).isEqualTo("image/png");
    assertThat(program.get(all + "/1/page.png?paper=b5").status()).isEqualTo(422);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(PICTURES + "/" + logo).status()).isEqualTo(404);
    assertThat(stranger.get(all + "/1").status()).isEqualTo(404);
    assertThat(stranger.send("PUT", DESIGN, wish).at("errors/0/pointer")).isEqualTo("#/logo");
  }

  @Test
  void what_is_wrong_with_a_look_is_told_with_its_place() throws IOException {
    var wrong =
        program.send(
            "PUT",
            DESIGN,
            "{\"version\":9,\"logo\":\"../x\",\"signatories\":[{\"signature\":\""
                + UUID.randomUUID()
                + "\",\"office\":1}],\"wordings\":{\"fr\":{}}}");
    assertThat(wrong.body())
        .contains(
            "\"#/version\"",
            "\"#/logo\"",
            "\"#/signatories/0/signature\"",
            "\"#/signatories/0/office\"",
            "\"#/wordings/fr\"");
    var senseless =
        program.send(
            "PUT",
            DESIGN,
            "{\"colour\":\"red\",\"signatories\":[{\"title\":\"Head\"}],\"wordings\":{\"it\":{\"heading\":\"{nobody}"
                + "x".repeat(80)
                + "\"}}}");
    assertThat(senseless.body())
        .contains("\"#/colour\"", "\"#/signatories/0/name\"", "\"#/wordings/it/heading\"");
    assertThat(program.send("PUT", DESIGN, "{\"signatories\":[{},{},{}]}").status()).isEqualTo(422);
    assertThat(program.bring("POST", PICTURES, "image/png", new byte[] {1, 2}).status())
        .isEqualTo(422);
    assertThat(program.bring("POST", PICTURES, "image/png", png(60, Color.WHITE)).status())
        .isEqualTo(422);
    assertThat(program.bring("POST", PICTURES, "image/gif", new byte[] {1}).status())
        .isEqualTo(415);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ORGANISATION_READ)));
    assertThat(reader.get(DESIGN).status()).isEqualTo(200);
    assertThat(reader.send("PUT", DESIGN, "{}").status()).isEqualTo(403);
    assertThat(reader.post(DESIGN + "/preview", "{}").status()).isEqualTo(403);
  }
}
