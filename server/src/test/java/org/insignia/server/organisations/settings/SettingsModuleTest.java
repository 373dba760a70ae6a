package org.insignia.server.organisations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SettingsModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired JdbcClient db;

  private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  private Organisation academy;
  private String path;
  private Web admin;

  @BeforeEach
  void found() {
    var slug = "settings-" + UUID.randomUUID();
    academy = organisations.create("test", slug, "Lyceum " + mark, null, null);
    path = "/console/" + slug + "/settings";
    admin = member(Role.ADMIN);
  }

  private Web member(Role role) {
    var address = EmailAddress.of("m" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private Organisation now() {
    return organisations.get(academy.id());
  }

  @Test
  void what_is_saved_stands_on_the_public_page_and_in_the_profile() throws IOException {
    var answer =
        admin.upload(
            path,
            "logo-file",
            "logo.png",
            png(900, 300),
            "do",
            "save",
            "name",
            "Lycée " + mark,
            "url",
            "https://lycee.example/",
            "email",
            "badges@lycee.example",
            "description",
            "We teach.\nAnd <b>examine</b>.",
            "accent",
            "#aa3300");
    assertThat(answer.statusCode()).isEqualTo(303);
    var saved = now();
    assertThat(saved.name()).isEqualTo("Lycée " + mark);
    assertThat(saved.url()).isEqualTo(URI.create("https://lycee.example/"));
    assertThat(saved.accent()).isEqualTo("#aa3300");
    assertThat(organisations.logo(academy.id())).isPresent();

    var stranger = Web.stranger(settings);
    assertThat(stranger.get("/org/" + academy.slug()).body())
        .contains(
            "Lycée " + mark, "&lt;b&gt;examine", saved.logoPath(), "/assets/accent/aa3300.css");
    var logo = stranger.bytes(saved.logoPath());
    assertThat(logo.statusCode()).isEqualTo(200);
    var drawn = ImageIO.read(new java.io.ByteArrayInputStream(logo.body()));
    assertThat(drawn.getWidth()).isEqualTo(640);
    assertThat(stranger.get("/org/" + academy.slug() + "/profile.json").body())
        .contains("We teach.", "/logo.png", "badges@lycee.example");
    assertThat(
            db.sql("select detail from audit_line where organisation_id = ? and action = ?")
                .params(academy.id().value(), "organisations.change")
                .query(String.class)
                .list())
        .containsExactly("name, url, email, description, accent, logo");

    admin.upload(
        path,
        "logo-file",
        "",
        new byte[0],
        "do",
        "save",
        "name",
        "Lycée " + mark,
        "accent",
        "#aa3300",
        "logo-gone",
        "yes");
    assertThat(now().logo()).isNull();
    assertThat(stranger.get(saved.logoPath()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_trial_shows_the_colour_and_saves_nothing() {
    var answer = post("do", "try", "name", "Another " + mark, "accent", "#ffff00");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("/assets/accent/ffff00.css", "hard to read", "value=\"Another " + mark);
    assertThat(now()).isEqualTo(academy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name||at most 200",
        "name|Lyceum ✓|made of letters",
        "name|Lусeum|several alphabets",
        "url|javascript:alert(1)|https://www.example.org",
        "url|https://user@example.org/|https://www.example.org",
        "email|nobody|name@example.org",
        "accent|red|like #1f4e79"
      })
  void bad_input_comes_back_with_words_and_keeps_the_rest(
      String field, String value, String words) {
    var form =
        new java.util.LinkedHashMap<>(
            java.util.Map.of("do", "save", "name", academy.name(), "accent", "#102030"));
    form.put("description", "Kept " + mark);
    form.put(field, value == null ? "" : value);
    var answer =
        post(
            form.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(words, "Kept " + mark);
    assertThat(now()).isEqualTo(academy);
  }

  @Test
  void nobody_takes_a_name_that_is_read_like_another_ones() {
    organisations.create("test", "other-" + UUID.randomUUID(), "Gymnasium " + mark, null, null);
    var answer = post("do", "save", "name", "gymnasiurn " + mark, "accent", "#102030");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("easily taken for", "Gymnasium " + mark);
    // as the database was before names were looked at
    db.sql("update organisation set skeleton = null where name = ?")
        .param("Gymnasium " + mark)
        .update();
    assertThat(post("do", "save", "name", "GYMNASIUM " + mark, "accent", "#102030").statusCode())
        .isEqualTo(422);
    assertThat(now()).isEqualTo(academy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feeds", "health", "merged-accounts", "requests", "server"})
  void no_organisation_hides_behind_a_page_of_operators(String slug) {
    assertThatThrownBy(() -> organisations.create("test", slug, "Lyceum " + mark, null, null))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void a_file_that_is_no_picture_is_refused_with_words() {
    var html = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
    var answer =
        admin.upload(
            path,
            "logo-file",
            "logo.png",
            html,
            "do",
            "save",
            "name",
            academy.name(),
            "accent",
            "#102030");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("neither a PNG nor a JPEG");
  }

  @Test
  void viewers_see_and_do_not_change() {
    var viewer = member(Role.VIEWER);
    assertThat(viewer.get(path).body()).contains(academy.name()).doesNotContain("logo-file");
    assertThat(viewer.post(path, "do", "save", "name", "Mine").statusCode()).isEqualTo(403);
  }

  private java.net.http.HttpResponse<String> post(String... fields) {
    return admin.upload(path, "logo-file", "", new byte[0], fields);
  }

  private static byte[] png(int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
