package org.insignia.server.api.me.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MyImportsModuleTest {
  private static final String ALL = "/rest/v1/me/imports";
  private static final String PASSWORD = "violet otter lantern";
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><circle r=\"4\"/></svg>";

  @Autowired Settings settings;
  @Autowired Accounts accounts;

  private final ElsewhereBadges elsewhere = new ElsewhereBadges();
  private final String address = "mi" + UUID.randomUUID() + "@example.org";
  private Program program;

  @BeforeEach
  void a_person_allows_a_program() {
    program = acting(address, "me:imports");
  }

  private Program acting(String mailbox, String scopes) {
    accounts.createConfirmed("Ana Ruiz", EmailAddress.of(mailbox), PASSWORD, Language.EN);
    var web = Web.signedIn(settings, mailbox, PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  private Program.Answer bring(String type, String text) {
    return program.bring("POST", ALL, type, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_badge_is_brought_in_every_form_and_kept_once() {
    var json = elsewhere.plain(address);
    var kept = bring("application/json", json);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(kept.header("Location")).endsWith(ALL + "/" + kept.at("id"));
    assertThat(kept.at("name")).isEqualTo("Lighthouse Keeping");
    assertThat(kept.at("issuer/name")).isEqualTo("Harbour Institute");
    assertThat(kept.at("check/verdict")).isEqualTo("unknown-issuer");
    assertThat(kept.at("check/steps/0/outcome")).isEqualTo("passed");
    assertThat(kept.at("visibility")).isEqualTo("private");

    var baked = Baking.bakeSvg(Bytes.utf8(SVG), BakedKind.OPEN_BADGE_3, json);
    var same = program.bring("POST", ALL, "image/svg+xml", baked.view(), "Idempotency-Key", "one");
    assertThat(same.status()).as(same.body()).isEqualTo(200);
    assertThat(same.at("id")).isEqualTo(kept.at("id"));

    var other = program.bring("POST", ALL, "image/svg+xml", baked(elsewhere.plain(address)));
    assertThat(other.status()).as(other.body()).isEqualTo(201);
    assertThat(new String(original(other), StandardCharsets.UTF_8)).startsWith("<svg");
    var jwt = elsewhere.jwt(address);
    var third = bring("text/plain", jwt);
    assertThat(third.status()).as(third.body()).isEqualTo(201);
    assertThat(original(third)).isEqualTo(jwt.getBytes(StandardCharsets.UTF_8));
    assertThat(program.get(ALL + "/" + third.at("id") + "/document").body()).isEqualTo(jwt);
    assertThat(program.get(ALL + "/" + kept.at("id") + "/document").body()).isEqualTo(json);
    assertThat(program.get(ALL).at("items/2/check/steps")).isEqualTo("null");
  }

  private static byte[] baked(String json) {
    return Baking.bakeSvg(Bytes.utf8(SVG), BakedKind.OPEN_BADGE_3, json).view();
  }

  private byte[] original(Program.Answer kept) {
    return program.get(ALL + "/" + kept.at("id") + "/original").bytes();
  }

  @Test
  void it_is_shown_hidden_checked_and_removed() {
    var at = ALL + "/" + bring("application/json", elsewhere.plain(address)).at("id");
    var url = program.get(at).at("url");
    assertThat(new Program(settings, "").get(url).status()).isEqualTo(404);
    assertThat(program.post(at + "/visibility", "{\"visibility\":\"public\"}").at("visibility"))
        .isEqualTo("public");
    assertThat(new Program(settings, "").get(url).status()).isEqualTo(200);
    assertThat(program.post(at + "/visibility", "{\"visibility\":\"private\"}").at("visibility"))
        .isEqualTo("private");
    var checked = program.send("POST", at + "/check", null);
    assertThat(checked.at("check/checkedAt")).as(checked.body()).isNotEmpty();
    assertThat(program.get(at + "/picture").status()).isEqualTo(404);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    for (var gone : List.of(at, at + "/document", at + "/original", at + "/picture")) {
      assertThat(program.get(gone).status()).as(gone).isEqualTo(404);
    }
    var unnamed = ALL + "/" + bring("application/json", elsewhere.unnamed()).at("id");
    assertThat(program.post(unnamed + "/visibility", "{\"visibility\":\"public\"}").status())
        .isEqualTo(409);
    var wrong = "{\"visibility\":\"all\",\"confirmed\":true,\"person\":\"x\"}";
    assertThat(program.post(unnamed + "/visibility", wrong).body())
        .contains("\"#/visibility\"", "\"#/confirmed\"", "\"#/person\"");
    assertThat(program.get(unnamed).at("visibility")).isEqualTo("private");
  }

  @Test
  void what_is_no_badge_of_its_holder_is_told_in_words() {
    for (var text :
        List.of(
            "",
            "hello\u0007",
            "file:///etc/passwd",
            "http://127.0.0.1:1/badge",
            "http://169.254.169.254/latest/meta-data",
            "http://[::ffff:127.0.0.1]/",
            "https://ana:secret@harbour.example/41",
            "https://nowhere.invalid/badge.json")) {
      var refused = bring("text/plain", text);
      assertThat(refused.status()).as(text + refused.body()).isEqualTo(422);
      assertThat(refused.at("errors/0/detail")).isNotBlank();
    }
    var altered = bring("application/json", elsewhere.plain(address).replace("Light", "Rocket"));
    assertThat(altered.at("detail")).contains("not as its issuer signed it");
    assertThat(altered.at("errors/1/detail")).isNotBlank();
    assertThat(bring("application/json", elsewhere.plain("bo@example.org")).at("detail"))
        .contains("not confirmed for your account");
    assertThat(bring("text/plain", "x".repeat((2 << 20) + 1)).status()).isEqualTo(413);
    assertThat(program.get(ALL).at("items/0/id")).isEmpty();
  }

  @Test
  void what_is_anothers_is_not_there_and_a_program_does_what_was_allowed() {
    var at = ALL + "/" + bring("application/json", elsewhere.plain(address)).at("id");
    program.post(at + "/visibility", "{\"visibility\":\"public\"}");
    var other = acting("mo" + UUID.randomUUID() + "@example.org", "me:imports");
    for (var path : List.of("", "/document", "/original", "/picture")) {
      assertThat(other.get(at + path).status()).as(path).isEqualTo(404);
    }
    assertThat(other.send("POST", at + "/check", null).status()).isEqualTo(404);
    assertThat(other.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(other.post(at + "/visibility", "{\"visibility\":\"private\"}").status())
        .isEqualTo(404);
    assertThat(program.get(at).at("visibility")).isEqualTo("public");
    var reading = acting("mr" + UUID.randomUUID() + "@example.org", "me:read me:account");
    assertThat(reading.get(ALL).status()).isEqualTo(403);
    assertThat(reading.send("DELETE", at, null).status()).isEqualTo(403);
    assertThat(
            reading
                .bring(
                    "POST", ALL, "text/plain", "x".repeat(70_000).getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(403);
  }
}
