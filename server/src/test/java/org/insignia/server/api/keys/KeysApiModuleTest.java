package org.insignia.server.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
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
class KeysApiModuleTest {
  private static final String KEYS = "/rest/v1/keys";

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

  @Test
  void keys_are_listed_and_put_in_the_place_of_others() {
    var before = program.get(KEYS);
    assertThat(before.status()).as(before.body()).isEqualTo(200);
    assertThat(before.at("did")).startsWith("did:");
    assertThat(before.at("items/0/kind")).isEqualTo("signing");
    assertThat(before.at("items/0/state")).isEqualTo("current");
    assertThat(before.body()).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
    var after = program.post(KEYS + "/rotate", "{\"kind\":\"signing\"}", "Idempotency-Key", "one");
    assertThat(after.at("items/0/id")).isNotEqualTo(before.at("items/0/id"));
    assertThat(after.at("items/1/id")).isEqualTo(before.at("items/0/id"));
    assertThat(after.at("items/1/state")).isEqualTo("retired");
    var again = program.post(KEYS + "/rotate", "{\"kind\":\"signing\"}", "Idempotency-Key", "one");
    assertThat(again.body()).isEqualTo(after.body());
    assertThat(program.post(KEYS + "/rotate", "{\"kind\":\"document\"}").status()).isEqualTo(200);
    assertThat(program.get("/rest/v1/audit?action=keys.retire").at("items/0/actor"))
        .startsWith("token:");
  }

  @Test
  void a_key_that_is_lost_is_believed_no_more() {
    var key = program.get(KEYS).at("items/0/id");
    var at = KEYS + "/" + key + "/compromised";
    var today = LocalDate.now(ZoneOffset.UTC);
    for (var day :
        new String[] {
          "\"" + today.plusDays(2) + "\"",
          "\"2001-01-01\"",
          "\"soon\"",
          "7",
          "null",
          "\"2026-02-30\""
        }) {
      assertThat(program.post(at, "{\"since\":" + day + "}").at("errors/0/pointer"))
          .as(day)
          .isEqualTo("#/since");
    }
    var since = program.get(KEYS).at("items/0/since").substring(0, 10);
    var told = program.post(at, "{\"since\":\"" + since + "\"}");
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.at("items/0/state")).isEqualTo("current");
    assertThat(told.at("items/1/id")).isEqualTo(key);
    assertThat(told.at("items/1/state")).isEqualTo("compromised");
    assertThat(program.post(at, "{\"since\":\"" + since + "\"}").status()).isEqualTo(409);
  }

  @Test
  void others_keys_and_wrong_words_are_refused() {
    var stranger = new Program(settings, tokens.of(badges.academy()));
    var at = KEYS + "/" + program.get(KEYS).at("items/0/id") + "/compromised";
    assertThat(stranger.post(at, "{\"since\":\"2026-01-01\"}").status()).isEqualTo(404);
    var wrong = program.post(KEYS + "/rotate", "{\"kind\":\"all\",\"secret\":\"x\"}");
    assertThat(wrong.body()).contains("\"#/secret\"");
    assertThat(program.post(KEYS + "/rotate", "{\"kind\":\"all\"}").at("errors/0/pointer"))
        .isEqualTo("#/kind");
    assertThat(program.post(KEYS + "/rotate", "{}").status()).isEqualTo(422);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.KEYS_READ)));
    assertThat(reader.get(KEYS).status()).isEqualTo(200);
    assertThat(reader.post(KEYS + "/rotate", "{\"kind\":\"signing\"}").status()).isEqualTo(403);
    var none = new Program(settings, tokens.of(academy, Set.of(Scope.ORGANISATION_READ)));
    assertThat(none.get(KEYS).status()).isEqualTo(403);
  }

  @Test
  void no_program_gives_the_right_to_change_keys_to_another() {
    var wish = "{\"name\":\"Other\",\"scopes\":[\"keys:write\"]}";
    assertThat(program.post("/rest/v1/tokens", wish).status()).isEqualTo(403);
    assertThat(program.post("/rest/v1/clients", wish).status()).isEqualTo(403);
    var reads = program.post("/rest/v1/tokens", "{\"name\":\"Other\",\"scopes\":[\"keys:read\"]}");
    assertThat(reads.status()).as(reads.body()).isEqualTo(201);
    var self = program.get("/rest/v1/tokens");
    for (int i = 0; i < 2; i++) {
      if (self.at("items/" + i + "/scopes").contains("keys:write")) {
        var renew = "/rest/v1/tokens/" + self.at("items/" + i + "/id") + "/renew";
        assertThat(program.post(renew, "{}").status()).isEqualTo(403);
      }
    }
  }
}
