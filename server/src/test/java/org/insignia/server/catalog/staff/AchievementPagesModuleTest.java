package org.insignia.server.catalog.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
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
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AchievementPagesModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Path HOSTILE =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Achievements achievements;
  @Autowired HandMade made;
  private Organisation academy;
  private String path;

  @BeforeEach
  void begin() {
    academy = badges.academy();
    path = "/console/" + academy.slug() + "/achievements";
  }

  private Web member(Role role) {
    var address = EmailAddress.of("staff-" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Iris", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private String make(Web admin, String name) {
    var answer =
        admin.post(
            path + "/new",
            "main",
            "en",
            "name-en",
            name,
            "criteria-en",
            "Do **it**.",
            "skill",
            "SQL",
            "do",
            "save");
    assertThat(answer.statusCode()).isEqualTo(303);
    return Web.header(answer, "location").replaceAll("^https?://[^/]+|\\?.*$", "");
  }

  @Test
  void a_wrong_form_comes_back_whole_and_says_what_is_wrong() {
    var admin = member(Role.ADMIN);
    var answer =
        admin.post(
            path + "/new",
            "main",
            "en",
            "name-en",
            "",
            "criteria-en",
            "Do *it*",
            "name-es",
            "Mentora",
            "skill",
            "x".repeat(101),
            "alignment-name",
            "ESCO",
            "alignment-url",
            "javascript:alert(1)",
            "type",
            "NONSENSE",
            "do",
            "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Write something here.", "Translate this as well", "at most 100 characters")
        .contains("Write a whole web address", "Do *it*", "value=\"Mentora\"", "x".repeat(101));
    assertThat(achievements.all(academy.id())).noneMatch(a -> a.kind() == Kind.OWN);
  }

  @Test
  void a_preview_shows_the_markup_and_keeps_nothing() {
    var admin = member(Role.ADMIN);
    var answer =
        admin.post(
            path + "/new",
            "main",
            "en",
            "name-en",
            "Mentor",
            "criteria-en",
            "Do **it** <script>alert(1)</script>",
            "do",
            "preview");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Do <strong>it</strong> &lt;script&gt;", "Nothing is saved yet.")
        .doesNotContain("<script>alert");
    assertThat(achievements.all(academy.id())).noneMatch(a -> a.kind() == Kind.OWN);
  }

  @Test
  void a_draft_is_seen_by_staff_alone_until_it_is_published() {
    var admin = member(Role.ADMIN);
    var at = make(admin, "Mentor of " + UUID.randomUUID());
    var own =
        achievements.all(academy.id()).stream()
            .filter(a -> a.kind() == Kind.OWN)
            .findFirst()
            .orElseThrow();
    var shown = "/org/" + academy.slug() + "/badge/" + own.slug();
    var stranger = Web.stranger(settings);
    for (var form : List.of("", ".json", "/image.png", "/image.svg", "/social.png", "/ob2.json")) {
      assertThat(stranger.bytes(shown + form).statusCode()).as(form).isEqualTo(404);
    }
    assertThat(stranger.get("/org/" + academy.slug()).body()).doesNotContain(own.name());
    assertThat(admin.post(at + "/state", "to", "active").statusCode()).isEqualTo(303);
    for (var form : List.of("", ".json", "/image.png", "/image.svg", "/social.png", "/ob2.json")) {
      assertThat(stranger.bytes(shown + form).statusCode()).as(form).isEqualTo(200);
    }
    assertThat(stranger.get(shown).body()).contains("Do <strong>it</strong>.", "SQL");
    assertThat(stranger.get("/org/" + academy.slug()).body()).contains(own.name());
    var other = member(Role.VIEWER);
    assertThat(other.get(at).body()).doesNotContain(at + "/edit");
    assertThat(other.post(at + "/state", "to", "archived").statusCode()).isEqualTo(403);
  }

  @Test
  void a_new_look_applies_to_new_badges_only() {
    var admin = member(Role.ADMIN);
    var given = achievements.of(academy.id(), "exam.a").orElseThrow();
    var at = path + "/" + given.id().value();
    var old = shown("Ana");
    var stranger = Web.stranger(settings);
    var before = stranger.bytes(old + "/image.png").body();
    var fields =
        new String[] {
          "outline",
          "SHIELD",
          "ring",
          "BEADED",
          "metal",
          "GOLD",
          "icon",
          "CLOUD",
          "stars",
          "2",
          "enamel",
          "#ffee00",
          "title",
          "Networks",
          "legend",
          "",
          "level",
          "",
          "ribbon",
          "",
          "do",
          "save"
        };
    assertThat(admin.post(at + "/look", fields).statusCode()).isEqualTo(303);
    var fresh = shown("Bea");
    assertThat(stranger.bytes(old + "/image.png").body()).isEqualTo(before);
    assertThat(stranger.bytes(fresh + "/image.svg").body())
        .isNotEqualTo(stranger.bytes(old + "/image.svg").body());
    assertThat(stranger.get(old).body()).contains(given.design().value().toString());
    var look = admin.get(at + "/look").body();
    assertThat(look).contains("Version 2", "Go back to version 1");
    admin.post(at + "/look/back", "look", given.design().value().toString());
    assertThat(made.looks(given.id())).hasSize(3);
    assertThat(stranger.bytes(fresh + "/image.svg").body())
        .as("issued with the second look")
        .isNotEqualTo(stranger.bytes(old + "/image.svg").body());
  }

  /** Path of a public badge that was issued just now. */
  private String shown(String name) {
    var address = EmailAddress.of(name + "-" + UUID.randomUUID() + "@example.org");
    CredentialId id = badges.issue(academy, "exam.a", address, name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    PersonId person = accounts.createConfirmed(name, address, PASSWORD, Language.EN);
    claims.accept(person, id, Visibility.PUBLIC);
    return "/badges/" + id.value();
  }

  @Test
  void what_is_typed_is_drawn_as_near_as_can_be_and_kept_only_if_it_is_right() {
    var admin = member(Role.ADMIN);
    var at = make(admin, "Mentor") + "/look";
    assertThat(admin.get(at + "/preview.svg?outline=NOSUCH&enamel=red&title=").statusCode())
        .isEqualTo(200);
    assertThat(admin.get(at + "/preview.svg?title=%3Cscript%3E&enamel=%23ffffff").body())
        .doesNotContain("<script");
    assertThat(admin.get(at + "/preview?title=Mentor&enamel=%234f9ad6&metal=GOLD").body())
        .contains("preview.svg?", "darkened");
    var answer = admin.post(at, "outline", "NOSUCH", "title", "x".repeat(121), "do", "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("At most 120 characters", "x".repeat(121));
  }

  @Test
  void a_picture_becomes_the_look_in_every_form() throws IOException {
    var admin = member(Role.ADMIN);
    var given = achievements.of(academy.id(), "exam.a").orElseThrow();
    var at = path + "/" + given.id().value() + "/look/picture";
    assertThat(admin.upload(at, "picture", "p.png", picture(120, 80)).body())
        .contains("too small to be sharp");
    assertThat(admin.post(at).body()).contains("Choose a picture first.");
    assertThat(admin.upload(at, "picture", "p.png", picture(900, 600)).statusCode()).isEqualTo(303);
    Achievement now = achievements.get(given.id());
    assertThat(achievements.design(now.design())).isInstanceOf(BadgeLook.Picture.class);
    var stranger = Web.stranger(settings);
    var badge = shown("Cara");
    var baked = stranger.bytes(badge + "/image.png").body();
    assertThat(Baking.unbake(Bytes.wrap(baked))).isPresent();
    var drawn = ImageIO.read(new ByteArrayInputStream(baked));
    assertThat(new Color(drawn.getRGB(300, 300), true)).isEqualTo(new Color(0x336699));
    assertThat(drawn.getRGB(300, 10) >>> 24).as("nothing above a broad picture").isZero();
    assertThat(Baking.unbake(Bytes.wrap(stranger.bytes(badge + "/image.svg").body()))).isPresent();
  }

  private static byte[] picture(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x336699));
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void hostile_pictures_are_refused_in_words_or_drawn_anew() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(HOSTILE), "hostile data is not here");
    var admin = member(Role.ADMIN);
    var at = make(admin, "Mentor");
    var found = new ArrayList<String>();
    for (var file : hostile()) {
      var answer = admin.upload(at + "/look/picture", "picture", "p.png", Files.readAllBytes(file));
      if (answer.statusCode() != 303 && answer.statusCode() != 422) {
        found.add(file + ": " + answer.statusCode());
      }
      if (answer.statusCode() == 303 && admin.get(at + "/look").statusCode() != 200) {
        found.add(file + " breaks the page");
      }
    }
    assertThat(found).isEmpty();
  }

  /** A few of each kind: all of them go through the reader in PortraitTest. */
  private static List<Path> hostile() throws IOException {
    var some = new ArrayList<Path>();
    for (var folder : List.of("svg", "png-baked", "ext-pngsuite", "ext-libpng-crashers")) {
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
