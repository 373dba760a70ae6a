package org.insignia.server.api.me.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyProfileModuleTest {
  private static final String PROFILE = "/rest/v1/me/profile";
  private static final String BADGES = "/rest/v1/me/badges";
  private static final String POSTAL = "/rest/v1/me/postal-address";
  private static final String AUTO = "/rest/v1/me/auto-accept";
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Profiles profiles;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final EmailAddress mailbox = EmailAddress.of("mp" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private PersonId ana;
  private Program program;
  private Program stranger;

  @BeforeAll
  void two_people_allow_a_program() {
    academy = badges.academy();
    ana = person("Ana Ruiz", mailbox);
    program = acting(mailbox, "me:profile me:write me:read");
    var other = EmailAddress.of("mq" + UUID.randomUUID() + "@example.org");
    person("Bo Lind", other);
    stranger = acting(other, "me:profile me:write");
  }

  private PersonId person(String name, EmailAddress address) {
    return accounts.createConfirmed(name, address, PASSWORD, Language.EN);
  }

  private Program acting(EmailAddress address, String scopes) {
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  private String waiting(String uid) {
    var id = badges.issue(academy, uid, mailbox, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id.value().toString();
  }

  private Program.Answer patch(String json) {
    return program.send("PATCH", PROFILE, json);
  }

  @Test
  void a_profile_is_read_and_changed_in_what_is_named() {
    var changed =
        patch(
            "{\"name\":\"Ana María Ruiz\",\"vanity\":\"ana-%s\",\"headline\":\"Builder\",\"links\":[\"https://example.org/ana\"],\"language\":\"es\",\"visibility\":\"public\",\"listed\":true}"
                .formatted(mark));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("listed")).isEqualTo("true");
    assertThat(profiles.byVanity("ana-" + mark).orElseThrow().isVisibleTo(null)).isTrue();
    assertThat(patch("{\"visibility\":\"private\"}").at("listed")).isEqualTo("false");
    assertThat(profiles.of(ana).isVisibleTo(null)).isFalse();
    assertThat(patch("{\"headline\":null}").at("headline")).isEmpty();
    var read = program.get(PROFILE);
    assertThat(read.at("name")).isEqualTo("Ana María Ruiz");
    assertThat(read.at("language")).isEqualTo("es");
    assertThat(read.at("links/0")).isEqualTo("https://example.org/ana");
    assertThat(stranger.send("PATCH", PROFILE, "{\"vanity\":\"ana-" + mark + "\"}").body())
        .contains("\"#/vanity\"", "Somebody else");
  }

  @Test
  void what_cannot_be_taken_is_named_all_at_once_and_changes_nothing() {
    var before = program.get(PROFILE).body();
    Map<String, List<String>> bodies = new LinkedHashMap<>();
    bodies.put(
        "{\"name\":\"\",\"vanity\":\"A B\",\"headline\":\"a\\nb\",\"links\":[\"ftp://x\"],\"language\":\"tlh\",\"visibility\":\"all\",\"person\":1}",
        List.of("name", "vanity", "headline", "links", "language", "visibility", "person"));
    bodies.put("{\"name\":\"a\\u0000b\",\"vanity\":\"admin\"}", List.of("name", "vanity"));
    bodies.put("{\"name\":null}", List.of("name"));
    bodies.put("{\"name\":\"" + "n".repeat(201) + "\"}", List.of("name"));
    bodies.put("{\"headline\":\"" + "n".repeat(161) + "\"}", List.of("headline"));
    bodies.put("{\"headline\":\"fine\",\"listed\":\"yes\"}", List.of("listed"));
    bodies.put("{\"visibility\":\"private\",\"listed\":true}", List.of("listed"));
    bodies.put("{\"headline\":\"fine\",\"since\":\"2020-01-01T00:00:00Z\"}", List.of("since"));
    bodies.put(
        "{\"links\":[\"a.example\",\"b.example\",\"c.example\",\"d.example\",\"e.example\",\"f.example\"]}",
        List.of("links"));
    bodies.forEach((body, members) -> {
      var answer = patch(body);
      assertThat(answer.status()).as(body + answer.body()).isEqualTo(422);
      members.forEach(m -> assertThat(answer.body()).as(body).contains("\"#/" + m + "\""));
    });
    assertThat(program.get(PROFILE).body()).isEqualTo(before);
  }

  @Test
  void a_picture_is_drawn_anew_read_and_taken_away() throws IOException {
    var photo = PROFILE + "/photo";
    assertThat(stranger.get(photo).status()).isEqualTo(404);
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    var put = stranger.bring("PUT", photo, "image/png", png.toByteArray());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(stranger.get(PROFILE).at("photo")).isEqualTo(put.at("photo"));
    assertThat(stranger.get(photo).header("Content-Type")).isEqualTo("image/jpeg");
    for (var wrong : List.of("no picture".getBytes(), new byte[0], new byte[9 << 20])) {
      assertThat(stranger.bring("PUT", photo, "image/png", wrong).status())
          .as("%s bytes", wrong.length)
          .isEqualTo(422);
    }
    assertThat(stranger.bring("PUT", photo, "image/png", new byte[17 << 20]).status())
        .isEqualTo(413);
    assertThat(stranger.bring("PUT", photo, "text/plain", png.toByteArray()).status())
        .isEqualTo(415);
    assertThat(program.get(photo).status()).isEqualTo(404);
    assertThat(stranger.send("DELETE", photo, null).status()).isEqualTo(204);
    assertThat(stranger.get(photo).status()).isEqualTo(404);
  }

  @Test
  void a_postal_address_is_set_read_and_removed() {
    assertThat(program.get(POSTAL).status()).isEqualTo(404);
    var set =
        program.send(
            "PUT",
            POSTAL,
            "{\"street\":[\"Rua das Flores\\u0000 7\",\"2.º\"],\"locality\":\"Porto\",\"postalCode\":\"4050-262\",\"country\":\"PT\"}");
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    assertThat(set.at("street/0")).isEqualTo("Rua das Flores 7");
    assertThat(set.at("lines/2")).isEqualTo("4050-262 Porto");
    var wrong =
        program.send(
            "PUT",
            POSTAL,
            "{\"street\":[],\"locality\":\"\",\"region\":\"%s\",\"postalCode\":\"%s\",\"country\":\"Portugal\",\"person\":\"x\"}"
                .formatted("r".repeat(101), "p".repeat(21)));
    for (var member : List.of("street", "locality", "region", "postalCode", "country", "person")) {
      assertThat(wrong.body()).contains("\"#/" + member + "\"");
    }
    assertThat(stranger.get(POSTAL).status()).isEqualTo(404);
    assertThat(program.send("DELETE", POSTAL, null).status()).isEqualTo(204);
    assertThat(program.get(POSTAL).status()).isEqualTo(404);
  }

  @Test
  void badges_are_accepted_unasked_where_the_earner_wants_it() {
    assertThat(stranger.get(AUTO).at("enabled")).isEqualTo("false");
    assertThat(stranger.send("PUT", AUTO, "{\"enabled\":true}").at("visibility"))
        .isEqualTo("private");
    assertThat(
            stranger
                .send("PUT", AUTO, "{\"enabled\":true,\"visibility\":\"public\"}")
                .at("visibility"))
        .isEqualTo("public");
    assertThat(stranger.send("PUT", AUTO, "{\"enabled\":false}").at("visibility"))
        .isEqualTo("null");
    for (var body :
        List.of(
            "{}", "{\"enabled\":null}", "{\"enabled\":\"true\"}", "{\"enabled\":true,\"x\":1}")) {
      assertThat(stranger.send("PUT", AUTO, body).status()).as(body).isEqualTo(422);
    }
    assertThat(program.get(AUTO).at("enabled")).isEqualTo("false");
  }

  @Test
  void all_that_waits_is_accepted_arranged_and_given_evidence() {
    var first = waiting("exam.a");
    var second = waiting("certification.cloud");
    assertThat(program.send("POST", BADGES + "/" + first + "/reject", null).at("acceptance"))
        .isEqualTo("rejected");
    assertThat(program.send("POST", BADGES + "/" + first + "/take-back", null).at("acceptance"))
        .isEqualTo("pending");
    assertThat(program.send("POST", BADGES + "/" + first + "/take-back", null).status())
        .isEqualTo(409);
    assertThat(stranger.send("POST", BADGES + "/" + first + "/take-back", null).status())
        .isEqualTo(404);
    assertThat(stranger.post(BADGES + "/accept", "{\"visibility\":\"public\"}").at("accepted"))
        .isEqualTo("[]");
    var all = program.post(BADGES + "/accept", "{\"visibility\":\"public\"}");
    assertThat(all.body()).contains(first, second);
    arranged(first, second);
    withEvidence(first);
    var reach = program.get(BADGES + "/" + first + "/reach");
    assertThat(reach.at("ever/views")).as(reach.body()).isEqualTo("0");
    assertThat(stranger.get(BADGES + "/" + first + "/reach").status()).isEqualTo(404);
  }

  private void arranged(String first, String second) {
    var shown = PROFILE + "/badges";
    var order = "{\"badges\":[\"" + first + "\",\"" + second + "\"]}";
    assertThat(program.send("PUT", shown, order).status()).isEqualTo(204);
    var page = program.get(shown + "?limit=1");
    assertThat(page.at("items/0/id")).isEqualTo(first);
    assertThat(program.get(page.at("next")).at("items/0/id")).isEqualTo(second);
    assertThat(program.post(shown + "/" + second + "/move", "{\"to\":\"first\"}").status())
        .isEqualTo(204);
    assertThat(program.get(shown).at("items/0/id")).isEqualTo(second);
    assertThat(program.post(shown + "/" + second + "/move", "{\"to\":\"away\"}").status())
        .isEqualTo(422);
    assertThat(stranger.post(shown + "/" + second + "/move", "{\"to\":\"up\"}").status())
        .isEqualTo(404);
    assertThat(stranger.send("PUT", shown, order).status()).isEqualTo(422);
    for (var body : List.of("{}", "{\"badges\":[\"x\"]}", "{\"badges\":[1]}", "{\"badges\":{}}")) {
      assertThat(program.send("PUT", shown, body).status()).as(body).isEqualTo(422);
    }
  }

  private void withEvidence(String badge) {
    var beside = BADGES + "/" + badge + "/evidence";
    var added =
        program.post(
            beside,
            "{\"title\":\"A talk\",\"text\":\"One\\u0000\\ntwo\",\"url\":\"example.org/talk\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.at("text")).isEqualTo("One\ntwo");
    assertThat(added.at("url")).isEqualTo("https://example.org/talk");
    assertThat(program.get(beside).at("items/0/id")).isEqualTo(added.at("id"));
    for (var body :
        List.of(
            "{}",
            "{\"title\":\"\\u0000\"}",
            "{\"title\":\"" + "t".repeat(121) + "\"}",
            "{\"title\":\"t\",\"text\":\"" + "t".repeat(2001) + "\"}",
            "{\"title\":\"t\",\"url\":\"javascript:alert(1)\"}",
            "{\"title\":\"t\",\"verified\":true}")) {
      assertThat(program.post(beside, body).status()).as(body).isEqualTo(422);
    }
    assertThat(stranger.get(beside).status()).isEqualTo(404);
    assertThat(stranger.post(beside, "{\"title\":\"Mine\"}").status()).isEqualTo(404);
    var at = beside + "/" + added.at("id");
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(program.send("DELETE", beside + "/" + UUID.randomUUID(), null).status())
        .isEqualTo(404);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(beside).at("items/0")).isEmpty();
    assertThat(claims.of(new CredentialId(UUID.fromString(badge))).orElseThrow().owner())
        .isEqualTo(ana);
  }

  @Test
  void another_scope_opens_nothing_of_it() {
    var reading = acting(mailbox, "me:read me:write me:shares");
    for (var path : List.of(PROFILE, PROFILE + "/photo", PROFILE + "/badges", POSTAL, AUTO)) {
      assertThat(reading.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(reading.send("PATCH", PROFILE, "{}").status()).isEqualTo(403);
    assertThat(reading.send("PUT", AUTO, "{\"enabled\":true}").status()).isEqualTo(403);
  }
}
