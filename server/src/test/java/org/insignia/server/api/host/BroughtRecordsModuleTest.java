package org.insignia.server.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.testing.Program;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Learner records of elsewhere that programs bring for people. */
@ServerTest
class BroughtRecordsModuleTest {
  private static final String CLR = "/ims/clr/v2p0/credentials";
  private static final String OB3 = "/ims/ob/v3p0/credentials";
  private static final String JSON = "application/vc+ld+json";
  private static final String EARLIER = "2024-05-01T00:00:00Z";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired ForeignBadges foreign;

  private final ElsewhereBadges elsewhere = new ElsewhereBadges();
  private EmailAddress address;
  private PersonId ana;
  private Program program;
  private Program reader;

  @BeforeEach
  void a_person_and_her_programs() {
    address = EmailAddress.of("c" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Ruiz", address, "violet otter lantern", Language.EN);
    var web = Web.signedIn(settings, address.value(), "violet otter lantern");
    var registered = TestProgram.registered(settings);
    program =
        new Program(
            settings,
            registered.access(
                web,
                PersonScope.CLR_ADD.word()
                    + " "
                    + PersonScope.CLR_READ.word()
                    + " "
                    + PersonScope.OB3_ADD.word()
                    + " "
                    + PersonScope.OB3_READ.word()));
    reader = new Program(settings, registered.access(web, PersonScope.CLR_READ.word()));
  }

  private Program.Answer bring(String to, String type, String body) {
    return program.send("POST", to, body, "Content-Type", type);
  }

  @Test
  @DisplayName("CLR 2.0 upsertClrCredential: 201, then 200, and the later edition stays")
  void a_record_comes_back_as_it_was_sent() {
    var id = "urn:uuid:" + UUID.randomUUID();
    var sent = elsewhere.record(address.value(), id, EARLIER) + "\n ";
    var created = bring(CLR, JSON, sent);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(created.body()).isEqualTo(sent);
    assertThat(created.header("Content-Type")).startsWith(JSON);
    assertThat(bring(CLR, "application/json", sent).status()).isEqualTo(200);

    var later = elsewhere.record(address.value(), id, "2025-05-01T00:00:00Z");
    var replaced = bring(CLR, JSON, later);
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.body()).isEqualTo(later);
    assertThat(bring(CLR, JSON, sent).status()).isEqualTo(304);

    var jws = elsewhere.recordJwt(address.value());
    var text = bring(CLR, "text/plain", jws);
    assertThat(text.status()).as(text.body()).isEqualTo(201);
    assertThat(text.body()).isEqualTo(jws);

    var listed = reader.get(CLR);
    assertThat(listed.body()).contains(later).contains(jws).doesNotContain(sent.strip());
    assertThat(listed.header("X-Total-Count")).isEqualTo("2");
    assertThat(reader.get(CLR + "?limit=1").header("Link")).contains("rel=\"next\"");
    assertThat(foreign.of(ana)).hasSize(2);
  }

  @Test
  @DisplayName("a record is no badge: each address takes and tells its own kind")
  void records_and_badges_are_kept_apart() {
    var record = elsewhere.record(address.value(), "urn:uuid:" + UUID.randomUUID(), EARLIER);
    var badge = elsewhere.plain(address.value());
    refused(bring(OB3, JSON, record), 400, "invalid_data");
    refused(bring(OB3, "text/plain", elsewhere.recordJwt(address.value())), 400, "invalid_data");
    refused(bring(CLR, JSON, badge), 400, "invalid_data");
    assertThat(foreign.of(ana)).isEmpty();
    bring(CLR, JSON, record);
    bring(OB3, JSON, badge);
    assertThat(program.get(OB3).body())
        .isEqualTo("{\"credential\":[" + badge + "],\"compactJwsString\":[]}");
    assertThat(program.get(CLR).body())
        .isEqualTo("{\"credential\":[" + record + "],\"compactJwsString\":[]}");
  }

  @Test
  @DisplayName("CLR 2.0 upsertClrCredential: what is altered, of others or no record is not taken")
  void what_is_not_theirs_or_no_record_is_not_taken() {
    var id = "urn:uuid:" + UUID.randomUUID();
    var good = elsewhere.record(address.value(), id, EARLIER);
    refused(reader.send("POST", CLR, good, "Content-Type", JSON), 403, "forbidden");
    refused(
        new Program(settings, "").send("POST", CLR, good, "Content-Type", JSON),
        401,
        "unauthorizedrequest");
    for (var wrong :
        new String[] {
          elsewhere.record("bo@example.org", id, EARLIER),
          good.replace("Harbour years", "Harbour decades"),
          good.replace("Lighthouse Keeping", "Rocket Science"),
          "{\"type\":\"ClrCredential\"}",
          "{\"type\":[[],{}]}",
          "{\"a\":1,\"a\":2}",
          "{\"id\": 1",
          "{\"name\":\"\\ud800\"}",
          "[".repeat(5000),
          "{\"a\":".repeat(5000)
        }) {
      refused(bring(CLR, JSON, wrong), 400, "invalid_data");
    }
    refused(bring(CLR, "text/plain", "eyJ.e30.x"), 400, "invalid_data");
    refused(bring(CLR, "text/plain", good), 400, "invalid_data");
    refused(bring(CLR, "image/png", good), 400, "invalid_data");
    refused(program.send("DELETE", CLR, null), 405, "not_allowed");
    assertThat(foreign.of(ana)).isEmpty();
    assertThat(program.get("/ims/clr/v2p0/discovery").body())
        .contains("upsertClrCredential", PersonScope.CLR_ADD.word());
  }

  private static void refused(Program.Answer answer, int status, String minor) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.at("imsx_codeMajor")).isEqualTo("failure");
    assertThat(answer.at("imsx_codeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue"))
        .isEqualTo(minor);
  }
}
