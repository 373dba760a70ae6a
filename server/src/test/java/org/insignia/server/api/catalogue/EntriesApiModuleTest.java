package org.insignia.server.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
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
class EntriesApiModuleTest {
  private static final String EXAMS = "/rest/v1/catalogue/exams";
  private static final String ALL = "/rest/v1/catalogue/certifications";
  private static final String RULES = "/rest/v1/catalogue/rules";

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

  private Answer patch(String path, String json) {
    return program.send("PATCH", path, json);
  }

  private Answer importFiles(Program by, String... headers) {
    var row =
        "{\"uid\":\"exam.nw-300\",\"number\":\"NW-300\",\"title\":\"Of the file\",\"snapshot\":\"2026-01-01\",\"locale\":\"en-us\"}\n";
    var form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"exams.jsonl\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + row
            + "\r\n--b--\r\n";
    return by.bring(
        "POST",
        "/rest/v1/imports/catalogue",
        "multipart/form-data; boundary=b",
        form.getBytes(StandardCharsets.UTF_8),
        headers);
  }

  @Test
  void an_exam_is_made_changed_and_let_go() {
    var made =
        program.post(
            EXAMS,
            "{\"number\":\"NW-300\",\"titles\":{\"en\":\"Security\",\"es\":\"Seguridad\"},\"lastDay\":\"2030-01-31\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("uid")).isEqualTo("exam.nw-300");
    assertThat(made.at("byHand")).isEqualTo("true");
    var changed =
        patch(
            EXAMS + "/nw-300", "{\"titles\":{\"es\":null,\"it\":\"Sicurezza\"},\"lastDay\":null}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("titles/en")).isEqualTo("Security");
    assertThat(changed.at("titles/it")).isEqualTo("Sicurezza");
    assertThat(changed.at("titles/es")).isEmpty();
    assertThat(changed.at("lastDay")).isEqualTo("null");
    var taken = importFiles(program);
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.body()).contains("kept-by-hand");
    assertThat(program.get(EXAMS + "/NW-300").at("title")).isEqualTo("Security");
    var go = program.send("POST", EXAMS + "/exam.nw-300/let-go", null);
    assertThat(go.at("byHand")).isEqualTo("false");
    importFiles(program);
    assertThat(program.get(EXAMS + "/NW-300").at("title")).isEqualTo("Of the file");
    var history = program.get("/rest/v1/imports/catalogue?limit=1");
    assertThat(history.at("items/0/refused")).isEqualTo("0");
    assertThat(program.get(history.at("next")).at("items/0/id")).isEqualTo(taken.at("id"));
    var report = "/rest/v1/imports/catalogue/" + taken.at("id");
    assertThat(program.get(report).body()).contains("kept-by-hand");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(report).status()).isEqualTo(404);
    assertThat(stranger.get("/rest/v1/imports/catalogue?after=" + taken.at("id")).at("items/0/id"))
        .isEmpty();
    assertThat(stranger.get(EXAMS + "/NW-300").status()).isEqualTo(404);
    assertThat(stranger.send("PATCH", EXAMS + "/NW-300", "{}").status()).isEqualTo(404);
    assertThat(stranger.send("POST", EXAMS + "/NW-300/let-go", null).status()).isEqualTo(404);
  }

  @Test
  void a_form_of_files_with_a_key_is_taken_once() {
    var first = importFiles(program, "Idempotency-Key", "catalogue-1");
    var again = importFiles(program, "Idempotency-Key", "catalogue-1");
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.at("id")).isEqualTo(first.at("id"));
    assertThat(program.get("/rest/v1/imports/catalogue").at("items/1/id"))
        .isNotEqualTo(first.at("id"));
    assertThat(program.get("/rest/v1/imports/catalogue").at("items/0/id"))
        .isEqualTo(first.at("id"));
    var other =
        program.bring(
            "POST",
            "/rest/v1/imports/catalogue",
            "multipart/form-data; boundary=c",
            "--c\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.jsonl\"\r\n\r\n{}\r\n--c--\r\n"
                .getBytes(StandardCharsets.UTF_8),
            "Idempotency-Key",
            "catalogue-1");
    assertThat(other.status()).as(other.body()).isEqualTo(422);
    var broken =
        program.bring(
            "POST",
            "/rest/v1/imports/catalogue",
            "multipart/form-data",
            new byte[] {1, 2, 3},
            "Idempotency-Key",
            "catalogue-2");
    assertThat(broken.status()).as(broken.body()).isEqualTo(400);
  }

  @Test
  void a_certification_is_tried_made_and_changed_with_its_tree() {
    var wish =
        "{\"titles\":{\"en\":\"Network hero\"},\"type\":\"role-based\",\"level\":\"advanced\",\"requires\":%s}";
    var tree =
        "{\"atLeast\":1,\"of\":[{\"exam\":\"NW-100\"},{\"of\":[{\"exam\":\"exam.b\"},{\"exam\":\"NW-100\"}]}]}";
    var tried = program.post(ALL + "/preview", wish.formatted(tree));
    assertThat(tried.status()).as(tried.body()).isEqualTo(200);
    assertThat(tried.at("whole")).isEqualTo("true");
    var made = program.post(ALL, wish.formatted(tree));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("slug")).isEqualTo("network-hero");
    assertThat(made.at("requires/atLeast")).isEqualTo("1");
    assertThat(made.at("requires/of/1/of/0/exam")).isNotEmpty();
    var at = ALL + "/network-hero";
    assertThat(patch(at, "{\"requires\":{\"exam\":\"NW-200\"}}").at("requires/exam")).isNotEmpty();
    assertThat(program.post(at + "/preview", "{\"requires\":null}").status()).isEqualTo(200);
    var bare = patch(at, "{\"requires\":null,\"level\":null,\"titles\":{\"zh-CN\":\"网络英雄\"}}");
    assertThat(bare.at("requires")).isEqualTo("null");
    assertThat(bare.at("decidable")).isEqualTo("false");
    assertThat(bare.at("levels")).isEqualTo("[]");
    assertThat(bare.at("titles/zh-CN")).isEqualTo("网络英雄");
    assertThat(program.send("POST", at + "/let-go", null).at("byHand")).isEqualTo("false");
    // one that needs itself cannot be thought of
    var circle = "{\"requires\":{\"certification\":\"network-hero\"}}";
    assertThat(patch(at, circle).at("errors/0/pointer")).isEqualTo("#/requires");
    assertThat(program.post(at + "/preview", circle).status()).isEqualTo(422);
  }

  @Test
  void what_is_wrong_with_an_entry_is_told_with_its_place() {
    var wrong =
        program.post(
            ALL,
            """
            {"titles":{"en":7,"fr":"x"},"type":["x"],"uid":"mine","byHand":false,"lastDay":"2026-02-30",
             "requires":{"exam":"none","of":[{}]}}
            """);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "\"#/titles/en\"",
            "\"#/titles/fr\"",
            "\"#/type\"",
            "\"#/uid\"",
            "\"#/byHand\"",
            "\"#/lastDay\"",
            "\"#/requires/of\"");
    var sense =
        program.post(
            ALL,
            "{\"type\":\"<script>\",\"level\":\"godlike\",\"lastDay\":\"1066-10-14\",\"titles\":{\"it\":\""
                + "x".repeat(250)
                + "\"}}");
    assertThat(sense.body())
        .contains("\"#/type\"", "\"#/level\"", "\"#/lastDay\"", "\"#/titles/it\"");
    var parts = "{\"type\":\"x\",\"titles\":{\"en\":\"x\"},\"requires\":%s}";
    for (var tree :
        new String[] {
          "{\"exam\":\"no such\"}",
          "{\"certification\":\"no such\"}",
          "{\"atLeast\":3,\"of\":[{\"exam\":\"NW-100\"}]}",
          "{\"of\":[]}",
          "{\"of\":[7]}",
          "{\"of\":".repeat(1) + "[" + "{\"exam\":\"NW-100\"},".repeat(120) + "{}]}",
          "{\"of\":[".repeat(8) + "{\"exam\":\"NW-100\"}" + "]}".repeat(8)
        }) {
      var answer = program.post(ALL, parts.formatted(tree));
      assertThat(answer.status()).as(tree + answer.body()).isEqualTo(422);
      assertThat(answer.at("errors/0/pointer")).startsWith("#/requires");
    }
    assertThat(
            program
                .post(EXAMS, "{\"number\":\"nw 100\",\"titles\":{\"en\":\"x\"}}")
                .at("errors/0/pointer"))
        .isEqualTo("#/number");
    assertThat(program.post(EXAMS, "{}").body()).contains("\"#/number\"", "\"#/titles/en\"");
    assertThat(program.post(EXAMS, "[]").status()).isEqualTo(400);
    assertThat(
            program
                .post(EXAMS, "{\"number\":\"A\\u0000B\",\"titles\":{\"en\":\"\\u202ex\"}}")
                .status())
        .isIn(201, 422);
  }

  @Test
  void rules_are_tried_and_laid_down() {
    var before = program.get(RULES);
    var tried = program.post(RULES + "/preview", "{\"singleExam\":\"both\"}");
    assertThat(tried.status()).as(tried.body()).isEqualTo(200);
    assertThat(program.get(RULES).body()).isEqualTo(before.body());
    var uid = program.get(ALL).at("items/0/uid");
    var rules =
        "{\"singleExam\":\"both\",\"validityByType\":{\"role-based\":\"P1Y\"},\"validityByCertification\":{\"%s\":\"P0D\"},\"renewalWindow\":\"P3M\"}"
            .formatted(uid);
    var after = patch(RULES, rules);
    assertThat(after.status()).as(after.body()).isEqualTo(200);
    assertThat(after.at("singleExam")).isEqualTo("both");
    assertThat(after.at("examBadges")).isEqualTo(before.at("examBadges"));
    assertThat(after.at("validityByType/role-based")).isEqualTo("P12M");
    assertThat(after.at("renewalWindow")).isEqualTo("P3M");
    var wrong =
        patch(
            RULES,
            "{\"examBadges\":\"all\",\"version\":1,\"validityByType\":{\"x\":\"P3D\"},\"renewalWindow\":\"soon\"}");
    assertThat(wrong.body())
        .contains(
            "\"#/examBadges\"", "\"#/version\"", "\"#/validityByType\"", "\"#/renewalWindow\"");
    var senseless =
        patch(
            RULES,
            "{\"validityByType\":{\"a/b\":\"P1Y\"},\"validityByCertification\":{\"nobody\":\"P900M\"}}");
    assertThat(senseless.body())
        .contains("\"#/validityByType/a~1b\"", "\"#/validityByCertification/nobody\"");
    assertThat(program.get(RULES).body()).isEqualTo(after.body());
  }

  @Test
  void whoever_reads_the_catalogue_alone_changes_nothing_of_it() {
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.CATALOGUE_READ)));
    for (var path : new String[] {EXAMS, ALL, ALL + "/preview", RULES + "/preview"}) {
      assertThat(reader.post(path, "{}").status()).as(path).isEqualTo(403);
    }
    for (var path : new String[] {EXAMS + "/NW-100", ALL + "/x", RULES}) {
      assertThat(reader.send("PATCH", path, "{}").status()).as(path).isEqualTo(403);
    }
    assertThat(reader.send("POST", EXAMS + "/NW-100/let-go", null).status()).isEqualTo(403);
    assertThat(reader.get("/rest/v1/imports/catalogue").status()).isEqualTo(200);
  }
}
