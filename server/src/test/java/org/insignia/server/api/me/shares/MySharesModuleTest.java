package org.insignia.server.api.me.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.transcripts.TestRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySharesModuleTest {
  private static final String RECORD = "/rest/v1/me/transcript";
  private static final String SHARES = RECORD + "/shares";
  private static final String COPIES = RECORD + "/copies";

  @Autowired Settings settings;
  @Autowired TestRecords records;
  @Autowired Accounts accounts;

  private TestRecords.Earner ana;
  private Program program;
  private Program stranger;

  @BeforeAll
  void an_earner_and_somebody_else_allow_a_program() {
    ana = records.earner("Ana", "Ruiz", Language.EN);
    program = acting(ana.address(), "me:shares me:transcript me:exams");
    var other = "s" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Bo Lind", EmailAddress.of(other), TestRecords.PASSWORD, Language.EN);
    stranger = acting(other, "me:shares me:transcript me:exams");
  }

  private Program acting(String address, String scopes) {
    var web = Web.signedIn(settings, address, TestRecords.PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  @Test
  void a_share_is_opened_looked_at_given_another_code_closed_and_removed() {
    var key = program.get(RECORD + "/items?limit=1").at("items/0/key");
    var made =
        program.post(
            SHARES,
            "{\"name\":\"Northwind\",\"programs\":\"by-id\",\"language\":\"es\",\"days\":30,"
                + "\"accessCode\":\"violet otter\",\"items\":[\""
                + key
                + "\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("accessCode")).isEqualTo("violet otter");
    assertThat(made.at("share/state")).isEqualTo("open");
    assertThat(new Program(settings, "").get(made.at("share/programsUrl")).status()).isEqualTo(200);

    var at = SHARES + "/" + made.at("share/id");
    var one = program.get(at);
    assertThat(one.at("shown/0/key")).isEqualTo(key);
    assertThat(one.at("shown/1")).isEmpty();
    assertThat(one.at("latest/0/kind")).isEqualTo("json");
    assertThat(one.at("share/views")).isEqualTo("1");
    assertThat(program.get(SHARES).body()).contains(made.at("share/id"));

    var other = program.send("PUT", at + "/code", "{}");
    assertThat(other.at("accessCode")).as(other.body()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
    assertThat(program.send("PUT", at + "/code", "{\"accessCode\":\"password\"}").body())
        .contains("\"#/accessCode\"", "try this one first");

    assertThat(program.send("POST", at + "/revoke", null).at("state")).isEqualTo("revoked");
    assertThat(program.send("PUT", at + "/code", "{}").status()).isEqualTo(409);
    assertThat(new Program(settings, "").get(made.at("share/programsUrl")).status())
        .isNotEqualTo(200);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(at).status()).isEqualTo(404);
  }

  @Test
  void a_share_that_says_little_shows_all_in_force_for_ninety_days_by_a_code_of_ours() {
    var key = UUID.randomUUID().toString();
    var wish = "{\"name\":\"For whom it may concern\"}";
    var made = program.post(SHARES, wish, "Idempotency-Key", key);
    assertThat(made.at("accessCode")).as(made.body()).hasSize(11);
    assertThat(made.at("share/items")).isEqualTo("null");
    assertThat(made.at("share/programs")).isEqualTo("none");
    assertThat(made.at("share/programsUrl")).isEqualTo("null");
    assertThat(made.at("share/postalAddress")).isEqualTo("false");
    assertThat(program.post(SHARES, wish, "Idempotency-Key", key).at("accessCode"))
        .isEqualTo(made.at("accessCode"));
    assertThat(program.post(SHARES, "{\"name\":\"Open\",\"days\":null}").at("share/expiresAt"))
        .isEqualTo("null");
  }

  @Test
  void what_cannot_be_taken_is_named_all_at_once() {
    Map<String, List<String>> bodies = new LinkedHashMap<>();
    bodies.put("{}", List.of("#/name"));
    bodies.put(
        "{\"name\":\"\",\"accessCode\":\"x\",\"items\":[],\"person\":\"x\",\"id\":\"y\"}",
        List.of("#/name", "#/accessCode", "#/items", "#/person", "#/id"));
    bodies.put("{\"name\":7,\"days\":0}", List.of("#/name", "#/days"));
    bodies.put("{\"name\":\"a\\u0000b\"}", List.of("#/name"));
    bodies.put("{\"name\":\"a\\u202eb\"}", List.of("#/name"));
    bodies.put("{\"name\":\"" + "n".repeat(101) + "\"}", List.of("#/name"));
    bodies.put(
        "{\"name\":\"n\",\"accessCode\":\"" + "c".repeat(65) + "\"}", List.of("#/accessCode"));
    bodies.put("{\"name\":\"n\",\"items\":[\"exam.of-somebody-else\"]}", List.of("#/items"));
    bodies.put("{\"name\":\"n\",\"items\":[7]}", List.of("#/items/0"));
    bodies.put("{\"name\":\"n\",\"items\":\"all\"}", List.of("#/items"));
    bodies.put(
        "{\"name\":\"n\",\"programs\":\"all\",\"language\":\"tlh\",\"postalAddress\":\"yes\"}",
        List.of("#/programs", "#/language", "#/postalAddress"));
    bodies.put("{\"name\":\"n\",\"days\":366}", List.of("#/days"));
    bodies.forEach((body, pointers) -> {
      var answer = program.post(SHARES, body);
      assertThat(answer.status()).as(body + answer.body()).isEqualTo(422);
      pointers.forEach(p -> assertThat(answer.body()).as(body).contains("\"" + p + "\""));
    });
    assertThat(program.post(SHARES, "[]").status()).isEqualTo(400);
    assertThat(program.post(SHARES, "{\"name\":\"a\",\"name\":\"b\"}").status()).isEqualTo(400);
    assertThat(program.post(SHARES, " ".repeat(1 << 20) + "{}").status()).isEqualTo(413);
    assertThat(program.post(COPIES, "{\"to\":\"a\\u0000@example.org\"}").status()).isEqualTo(422);
    var copy = program.post(COPIES, "{\"to\":\"nobody\",\"items\":[],\"from\":\"me\"}");
    assertThat(copy.body()).contains("\"#/to\"", "\"#/items\"", "\"#/from\"");
  }

  @Test
  void what_is_anothers_is_not_there_and_another_scope_opens_nothing() {
    var at = SHARES + "/" + program.post(SHARES, "{\"name\":\"Mine\"}").at("share/id");
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.send("PUT", at + "/code", "{}").status()).isEqualTo(404);
    assertThat(stranger.send("POST", at + "/revoke", null).status()).isEqualTo(404);
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(stranger.get(SHARES).at("items/0")).isEmpty();
    assertThat(program.get(SHARES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(program.get(SHARES + "/nothing").status()).isEqualTo(400);
    var reading = acting(ana.address(), "me:read me:write me:profile");
    for (var path : List.of(SHARES, at, COPIES, RECORD + "/items", "/rest/v1/me/exams")) {
      assertThat(reading.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(reading.post(COPIES, "{\"to\":\"jobs@example.org\"}").status()).isEqualTo(403);
  }

  @Test
  void five_copies_a_day_are_mailed() {
    var to = "jobs" + UUID.randomUUID() + "@example.org";
    var body = "{\"to\":\"" + to + "\",\"language\":\"zh-CN\"}";
    for (int copy = 0; copy < 5; copy++) {
      var sent = stranger.post(COPIES, body);
      assertThat(sent.status()).as(sent.body()).isEqualTo(202);
      assertThat(sent.at("to")).isEqualTo(to);
    }
    var refused = stranger.post(COPIES, body);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(stranger.get(COPIES).at("items/4/to")).isEqualTo(to);
    assertThat(program.get(COPIES).body()).doesNotContain(to);
  }

  @Test
  void what_is_held_under_way_and_sat_is_told_in_pages() {
    var held = program.get("/rest/v1/me/certifications?limit=2");
    assertThat(held.at("items/0/status")).as(held.body()).isEqualTo("active");
    assertThat(held.at("items/0/title")).isEqualTo("Harbour Pilot");
    var next = program.get(held.at("next"));
    assertThat(next.body()).contains("expired", "retired");
    assertThat(program.get("/rest/v1/me/certifications?language=zh-CN").body()).contains("港口引航员");

    var begun = program.get("/rest/v1/me/certifications/under-way");
    assertThat(begun.at("items/0/title")).as(begun.body()).isEqualTo("Coastal Master");
    assertThat(begun.at("items/0/passed")).isEqualTo("1");
    assertThat(begun.at("items/0/missing")).contains("Night Passages", "Ice Passages");
    assertThat(begun.at("items/0/required/parts/1/parts/0/notes/0/reason")).isEqualTo("failed");

    var sat = program.get("/rest/v1/me/exams?limit=7");
    assertThat(sat.body()).contains("\"failed\"", "\"no-show\"", "512");
    assertThat(program.get(sat.at("next")).at("items/0/code")).isNotEmpty();
    assertThat(program.get("/rest/v1/me/exams?after=nothing").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/me/exams?language=tlh").status()).isEqualTo(422);
    assertThat(stranger.get("/rest/v1/me/exams").at("items/0")).isEmpty();
  }

  @Test
  void the_transcript_is_a_document_and_each_organisation_signs_its_own() {
    var pdf = program.get("/rest/v1/me/transcript.pdf?paper=letter&language=es");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.body()).startsWith("%PDF-");
    assertThat(program.get("/rest/v1/me/transcript.pdf?paper=a3").status()).isEqualTo(422);
    assertThat(stranger.get("/rest/v1/me/transcript.pdf").status()).isEqualTo(404);

    var signers = program.get(RECORD + "/records");
    assertThat(signers.body()).contains(ana.harbour().slug(), ana.academy().slug());
    var signed = program.get(RECORD + "/records/" + ana.harbour().slug());
    assertThat(signed.body()).contains("ClrCredential", "Harbour Pilot", "proofValue");
    assertThat(signed.body()).doesNotContain("Night Passages");
    assertThat(program.get(RECORD + "/records/nobody").status()).isEqualTo(404);
    assertThat(program.get(RECORD + "/records/%20").status()).isEqualTo(404);
    assertThat(stranger.get(RECORD + "/records/" + ana.harbour().slug()).status()).isEqualTo(404);
  }

  @Test
  void several_certificates_are_taken_at_once() {
    var mine = program.get("/rest/v1/me/certificates");
    var first = "badge=" + mine.at("items/0/badge");
    var zip = "/rest/v1/me/certificates.zip?";
    var two = program.get(zip + first + "&badge=" + mine.at("items/1/badge") + "&paper=letter");
    assertThat(two.header("Content-Type")).as(two.body()).isEqualTo("application/zip");
    assertThat(two.body()).startsWith("PK");
    assertThat(program.get(zip + first + "&language=it").body()).startsWith("%PDF-");
    assertThat(stranger.get(zip + first).status()).isEqualTo(404);
    assertThat(program.get(zip + first + "&badge=" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(program.get(zip + "badge=nothing").status()).isEqualTo(400);
    assertThat(program.get(zip + first + "&paper=a3").status()).isEqualTo(422);
    assertThat(program.get(zip + first + "&language=tlh").status()).isEqualTo(422);
    assertThat(program.get(zip).status()).isEqualTo(422);
    var many = IntStream.range(0, 101).mapToObj(i -> "badge=" + UUID.randomUUID());
    assertThat(program.get(zip + many.collect(Collectors.joining("&"))).status()).isEqualTo(422);
  }
}
