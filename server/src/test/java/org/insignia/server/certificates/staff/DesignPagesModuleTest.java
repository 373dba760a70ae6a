package org.insignia.server.certificates.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.certificates.design.CertificateDesigns;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DesignPagesModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Path HOSTILE =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");
  private static final Pattern KEPT = Pattern.compile("name=\"logo\" value=\"([0-9a-f-]{36})\"");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired TestBadges badges;
  @Autowired CertificateDesigns designs;
  private Organisation academy;
  private String path;

  @BeforeEach
  void begin() {
    academy = badges.academy();
    path = "/console/" + academy.slug() + "/certificates";
  }

  private Web member(Role role) {
    var address = EmailAddress.of("staff-" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Iris", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private static byte[] logo(Color colour) throws IOException {
    var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(100, 50, 200, 100);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void administrators_change_it_others_of_the_organisation_see_it_and_strangers_see_nothing() {
    var fields = new String[] {"colour", "#112233", "ornament", "#aa8844", "do", "save"};
    for (var role : List.of(Role.VIEWER, Role.ISSUER)) {
      var web = member(role);
      assertThat(web.get(path).statusCode()).isEqualTo(200);
      assertThat(web.get(path).body()).doesNotContain("Use from now on");
      assertThat(web.bytes(path + "/page.png").statusCode()).isEqualTo(200);
      assertThat(web.post(path, fields).statusCode()).as(role.name()).isEqualTo(403);
    }
    var admin = member(Role.ADMIN);
    var saved = admin.post(path, fields);
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(designs.current(academy).colour()).isEqualTo("#112233");
    assertThat(admin.get(path + "?version=1").statusCode()).isEqualTo(200);
    assertThat(admin.get(path + "?version=2").statusCode()).isEqualTo(404);
    var other = badges.academy();
    assertThat(admin.get("/console/" + other.slug() + "/certificates").statusCode()).isEqualTo(404);
    assertThat(Web.stranger(settings).bytes(path + "/page.png").statusCode()).isEqualTo(404);
  }

  @Test
  void a_version_holds_from_then_on_and_the_first_one_for_all_before() {
    var admin = member(Role.ADMIN);
    var before = Instant.now().minusSeconds(3600);
    assertThat(designs.at(academy, before).version()).isZero();
    admin.post(path, "colour", "#112233", "ornament", "#aa8844", "do", "save");
    var between = designs.current(academy).since();
    admin.post(path, "colour", "#445566", "ornament", "#aa8844", "do", "save");
    admin.post(path, "colour", "#445566", "ornament", "#aa8844", "do", "save");
    assertThat(designs.versions(academy)).hasSize(2);
    assertThat(designs.at(academy, before).version()).isEqualTo(1);
    assertThat(designs.at(academy, between).version()).isEqualTo(1);
    assertThat(designs.at(academy, Instant.now().plusSeconds(60)).version()).isEqualTo(2);
  }

  @Test
  void a_preview_saves_nothing_and_keeps_the_picture_that_was_sent() throws IOException {
    var admin = member(Role.ADMIN);
    var tried =
        admin.upload(
            path,
            "logo-file",
            "logo.png",
            logo(Color.RED),
            "colour",
            "#112233",
            "ornament",
            "#aa8844",
            "name1",
            "Elena Núñez",
            "statement-en",
            "is now, for {organisation},",
            "do",
            "preview");
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body()).contains("data:image/png;base64,", "It is not saved yet");
    assertThat(designs.versions(academy)).isEmpty();
    var kept = KEPT.matcher(tried.body());
    assertThat(kept.find()).isTrue();
    var picture =
        ImageIO.read(
            new java.io.ByteArrayInputStream(
                admin.bytes(path + "/pictures/" + kept.group(1)).body()));
    assertThat(picture.getWidth()).as("cut to what is drawn").isEqualTo(200);
    admin.post(
        path,
        "colour",
        "#112233",
        "ornament",
        "#aa8844",
        "logo",
        kept.group(1),
        "name1",
        "Elena Núñez",
        "do",
        "save");
    var design = designs.current(academy);
    assertThat(design.logo()).isNotNull();
    assertThat(design.signatories()).hasSize(1);
    assertThat(admin.bytes(path + "/page.png").statusCode()).isEqualTo(200);
  }

  @Test
  void pictures_of_other_organisations_do_not_exist_here() throws IOException {
    var admin = member(Role.ADMIN);
    var tried =
        admin.upload(
            path,
            "logo-file",
            "l.png",
            logo(Color.BLUE),
            "colour",
            "#112233",
            "ornament",
            "#aa8844");
    var kept = KEPT.matcher(tried.body());
    assertThat(kept.find()).isTrue();
    academy = badges.academy();
    var theirs = "/console/" + academy.slug() + "/certificates";
    var other = member(Role.ADMIN);
    assertThat(other.get(theirs + "/pictures/" + kept.group(1)).statusCode()).isEqualTo(404);
    for (var id : List.of(kept.group(1), UUID.randomUUID().toString(), "x", "../../etc/passwd")) {
      assertThat(
              other
                  .post(
                      theirs, "colour", "#112233", "ornament", "#aa8844", "logo", id, "do", "save")
                  .statusCode())
          .as(id)
          .isEqualTo(404);
    }
  }

  @Test
  void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    var admin = member(Role.ADMIN);
    var answer =
        admin.post(
            path,
            "colour",
            "red",
            "ornament",
            "#aa8844",
            "title1",
            "Dean",
            "heading-es",
            "Diploma {nombre}",
            "closing-it",
            "x".repeat(301),
            "do",
            "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is no colour", "Who signs here?", "Nothing can be put in for {nombre}")
        .contains("at most 300 characters", "value=\"Diploma {nombre}\"", "value=\"Dean\"");
    assertThat(designs.versions(academy)).isEmpty();
  }

  @Test
  void hostile_pictures_are_refused_in_words_or_drawn_anew() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(HOSTILE), "hostile data is not here");
    var admin = member(Role.ADMIN);
    var found = new ArrayList<String>();
    for (var file : hostile()) {
      var answer =
          admin.upload(
              path,
              "logo-file",
              "logo.png",
              Files.readAllBytes(file),
              "colour",
              "#112233",
              "ornament",
              "#aa8844",
              "do",
              "save");
      if (answer.statusCode() != 303 && answer.statusCode() != 422) {
        found.add(file + ": " + answer.statusCode());
      }
      if (answer.statusCode() == 303 && admin.bytes(path + "/page.png").statusCode() != 200) {
        found.add(file + " cannot be printed");
      }
    }
    assertThat(found).isEmpty();
    var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertThat(
            admin
                .upload(path, "logo-file", "l.svg", svg, "colour", "#112233", "ornament", "#aa8844")
                .body())
        .contains("neither a PNG nor a JPEG");
  }

  /** A few of each kind: all of them go through the reader in PortraitTest. */
  private static List<Path> hostile() throws IOException {
    var some = new ArrayList<Path>();
    for (var folder : List.of("svg", "ext-pngsuite", "ext-libpng-crashers")) {
      var all = HOSTILE.resolve(folder);
      if (Files.isDirectory(all)) {
        try (Stream<Path> files = Files.walk(all)) {
          some.addAll(files.filter(Files::isRegularFile).sorted().limit(12).toList());
        }
      }
    }
    return some;
  }
}
