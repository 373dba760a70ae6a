package org.insignia.server.api.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MeModuleTest {
  private static final String ALL = "/rest/v1/me/badges";
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Accounts accounts;

  private Program program;
  private String id;
  private EmailAddress address;

  @BeforeEach
  void a_person_allows_a_program() {
    address = EmailAddress.of("me" + UUID.randomUUID() + "@example.org");
    program = acting(address, "me:read me:transcript me:write");
    var academy = badges.academy();
    var issuer = new Program(settings, tokens.of(academy));
    id =
        issuer
            .post(
                "/rest/v1/badges",
                "{\"achievement\":\"nw-100\",\"recipient\":{\"email\":\""
                    + address.value()
                    + "\",\"name\":\"Ana\"}}")
            .at("id");
    Until.holds(() -> program.get(ALL + "?acceptance=pending").at("items/0/id").equals(id));
  }

  private Program acting(EmailAddress address, String scopes) {
    accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  @Test
  void a_badge_is_accepted_shown_and_hidden() {
    var at = ALL + "/" + id;
    assertThat(program.get(at).at("acceptance")).isEqualTo("pending");
    var accepted = program.post(at + "/accept", "{\"visibility\":\"public\"}");
    assertThat(accepted.at("visibility")).as(accepted.body()).isEqualTo("public");
    assertThat(program.get(ALL).at("items/0/id")).isEqualTo(id);
    assertThat(new Program(settings, "").get("/badges/" + id + ".json").status()).isEqualTo(200);
    assertThat(program.post(at + "/visibility", "{\"visibility\":\"private\"}").at("visibility"))
        .isEqualTo("private");
    assertThat(new Program(settings, "").get("/badges/" + id + ".json").status()).isEqualTo(404);
    assertThat(program.get(at + "/document").body()).contains("OpenBadgeCredential");
    assertThat(program.send("POST", at + "/reject", null).status()).isEqualTo(409);
    assertThat(program.post(at + "/visibility", "{\"owner\":\"x\"}").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/me/transcript").body()).contains("certificationData");
    assertThat(program.get("/rest/v1/me/certificates").status()).isEqualTo(200);
    assertThat(program.get(ALL + "?acceptance=lost").status()).isEqualTo(422);
  }

  @Test
  void an_accepted_badge_is_taken_in_all_forms_and_shared() {
    var at = ALL + "/" + id;
    assertThat(program.get(at + "/share").status()).isEqualTo(404);
    program.post(at + "/accept", "{}");
    assertThat(program.get(at + "/share").at("standing")).isEqualTo("private");
    program.post(at + "/visibility", "{\"visibility\":\"public\"}");
    var share = program.get(at + "/share?language=es");
    assertThat(share.at("shareable")).as(share.body()).isEqualTo("true");
    assertThat(share.at("targets/linkedin-profile")).contains("CERTIFICATION_NAME", id);
    assertThat(share.at("snippets/markdown")).contains("/badges/" + id);
    for (var form : List.of("png", "svg", "json", "jwt", "picture", "qr-png", "qr-svg")) {
      var file = program.get(at + "/file?form=" + form);
      assertThat(file.status()).as(form).isEqualTo(200);
      assertThat(file.header("Content-Disposition")).as(form).startsWith("attachment");
    }
    for (var wrong : List.of("form=exe", "form=picture&size=x", "form=picture&size=99999")) {
      assertThat(program.get(at + "/file?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    var other = acting(EmailAddress.of("me" + UUID.randomUUID() + "@example.org"), "me:read");
    assertThat(other.get(at + "/share").status()).isEqualTo(404);
    assertThat(other.get(at + "/file").status()).isEqualTo(404);
    assertThat(collecting("me:collections").get(at + "/file").status()).isEqualTo(403);
  }

  @Test
  void a_badge_is_declined_once_however_often_it_is_said() {
    var at = ALL + "/" + id + "/reject";
    var key = UUID.randomUUID().toString();
    assertThat(program.send("POST", at, null, "Idempotency-Key", key).at("acceptance"))
        .isEqualTo("rejected");
    assertThat(program.send("POST", at, null, "Idempotency-Key", key).header("Idempotent-Replayed"))
        .isEqualTo("true");
    assertThat(program.get(ALL + "?acceptance=rejected").at("items/0/id")).isEqualTo(id);
  }

  @Test
  void what_is_anothers_is_not_there_and_a_program_does_what_was_allowed() {
    var other =
        acting(EmailAddress.of("me" + UUID.randomUUID() + "@example.org"), "me:read me:write");
    var at = ALL + "/" + id;
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.get(at + "/document").status()).isEqualTo(404);
    assertThat(other.post(at + "/accept", "{}").status()).isEqualTo(404);
    assertThat(other.send("POST", at + "/reject", null).status()).isEqualTo(404);
    assertThat(other.post(at + "/visibility", "{\"visibility\":\"public\"}").status())
        .isEqualTo(404);
    assertThat(other.get("/rest/v1/me/transcript").status()).isEqualTo(403);
    var organisation = new Program(settings, tokens.of(badges.academy()));
    assertThat(organisation.get(ALL).status()).isEqualTo(401);
    assertThat(new Program(settings, "").get(ALL).status()).isEqualTo(401);
    assertThat(program.get("/rest/v1/badges").status()).isEqualTo(401);
  }

  @Test
  void a_collection_is_made_filled_shown_and_removed_by_a_program_that_may() {
    var mailbox = EmailAddress.of("mc" + UUID.randomUUID() + "@example.org");
    var shelves = "/rest/v1/me/collections";
    var collecting = acting(mailbox, "me:collections");
    assertThat(program.get(shelves).status()).isEqualTo(403);
    assertThat(collecting.get(ALL).status()).isEqualTo(403);
    var made = collecting.post(shelves, "{\"name\":\"Cloud\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("visibility")).isEqualTo("private");
    var at = shelves + "/" + made.at("id");
    var changed =
        collecting.send("PATCH", at, "{\"visibility\":\"public\",\"description\":\"Mine.\"}");
    assertThat(changed.at("visibility")).as(changed.body()).isEqualTo("public");
    assertThat(changed.at("name")).isEqualTo("Cloud");
    var wrong = "{\"name\":\"\",\"badges\":[\"" + id + "\"],\"person\":\"x\"}";
    assertThat(collecting.send("PATCH", at, wrong).body())
        .contains("\"#/name\"", "\"#/badges\"", "\"#/person\"");
    assertThat(collecting.get(shelves).at("items/0/description")).isEqualTo("Mine.");

    var other =
        acting(EmailAddress.of("mo" + UUID.randomUUID() + "@example.org"), "me:collections");
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.send("PATCH", at, "{\"name\":\"Theirs\"}").status()).isEqualTo(404);
    assertThat(other.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(other.get(shelves).at("items/0/id")).isEmpty();
    assertThat(collecting.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(collecting.get(at).status()).isEqualTo(404);
  }

  @Test
  void a_badge_that_is_shown_can_be_collected() {
    program.post(ALL + "/" + id + "/accept", "{\"visibility\":\"public\"}");
    var mine = collecting("me:collections");
    var at =
        "/rest/v1/me/collections/"
            + mine.post("/rest/v1/me/collections", "{\"name\":\"Cloud\"}").at("id");
    var filled = mine.send("PATCH", at, "{\"badges\":[\"" + id + "\"]}");
    assertThat(filled.at("badges/0")).as(filled.body()).isEqualTo(id);
    assertThat(mine.send("PATCH", at, "{\"badges\":[]}").at("badges/0")).isEmpty();
  }

  private Program collecting(String scopes) {
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }
}
