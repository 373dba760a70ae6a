package org.insignia.server.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything hostile that we have, handed in at both doors: an answer each time, and never good
 * news.
 */
@ServerTest
class HostileBadgesTest {
  private static final Path HOSTILE =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");
  private static final String NONCE = "zq7";

  @Autowired Settings settings;
  private Questions ask;

  @BeforeEach
  void open() {
    assumeTrue(Files.isDirectory(HOSTILE), "no hostile inputs at " + HOSTILE);
    ask = new Questions(settings.baseUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vc-jcs", "vc-jwt", "png-baked", "svg", "status-list", "rdf"})
  void both_doors_answer_every_hostile_file(String area) throws IOException {
    var wrong = new TreeSet<String>();
    var files = expected(area);
    assertThat(files).isNotEmpty();
    for (var line : files) {
      var file = HOSTILE.resolve(String.valueOf(line.string("file")));
      if (!Files.isRegularFile(file) || file.toString().contains("/keys/")) {
        continue;
      }
      var bytes = Files.readAllBytes(file);
      judgeRest(wrong, line, bytes);
      judgePage(wrong, line, bytes);
    }
    assertThat(wrong).isEmpty();
    assertThat(ask.get("/verify").statusCode()).as("a good request afterwards").isEqualTo(200);
  }

  private void judgeRest(TreeSet<String> wrong, JsonObject line, byte[] bytes) {
    var answer = ask.rest(bytes, "application/octet-stream");
    var name = line.string("file");
    if (answer.statusCode() >= 500) {
      wrong.add(name + ": status " + answer.statusCode());
    } else if (answer.statusCode() == 200) {
      var verdict = String.valueOf(((JsonObject) Json.parse(answer.body())).string("verdict"));
      if (verdict.equals("valid")) { // nobody in these files is known here
        wrong.add(name + ": " + verdict);
      }
      // A status list by itself is a soundly signed credential; it is hostile as a list.
      if (!name.startsWith("status-list/")
          && List.of("reject", "not-valid").contains(line.string("expect"))
          && verdict.equals("unknown-issuer")
          && !name.contains("display-")) {
        wrong.add(name + ": " + verdict + " though " + line.string("why"));
      }
    }
  }

  private void judgePage(TreeSet<String> wrong, JsonObject line, byte[] bytes) {
    var answer = ask.file("badge", bytes);
    var name = line.string("file");
    if (answer.statusCode() >= 500) {
      wrong.add(name + ": page with status " + answer.statusCode());
    }
    if (answer.body().contains("data-tone=\"good\"><h2")
        || !answer.headers().allValues("set-cookie").isEmpty()) {
      wrong.add(name + ": good news or a cookie");
    }
    for (var forbidden : line.list("must_not_contain_html")) {
      if (forbidden instanceof JsonValue.JsonString(String text) && answer.body().contains(text)) {
        wrong.add(name + ": page contains " + text);
      }
    }
  }

  @Test
  void hostile_names_stay_text() throws IOException {
    for (var list :
        List.of("lists/names.jsonl", "lists/homographs.jsonl", "lists/markdown.jsonl")) {
      for (var line : Files.readAllLines(HOSTILE.resolve(list))) {
        if (Json.parse(line) instanceof JsonObject entry && entry.string("value") != null) {
          staysText(String.valueOf(entry.string("value")));
        }
      }
    }
  }

  private void staysText(String name) {
    var json =
        Json.write(
            JsonValue.from(
                java.util.Map.of(
                    "type", List.of("VerifiableCredential"),
                    "issuer", java.util.Map.of("id", name, "name", name + NONCE),
                    "credentialSubject",
                        java.util.Map.of(
                            "name",
                            name + NONCE,
                            "achievement",
                            java.util.Map.of("name", NONCE + name)))));
    var answer = ask.pasted(json);
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    var shown =
        answer.body().substring(answer.body().indexOf("<main"), answer.body().indexOf("</main"));
    assertThat(shown.toLowerCase(java.util.Locale.ROOT))
        .as(name)
        .doesNotContain(
            "<script",
            "<svg",
            "<iframe",
            "<b>",
            "<a onerror",
            "href=\"javascript:",
            "src=\"javascript:",
            "\u202e");
    assertThat(shown.split("<img").length).as(name).isEqualTo(1);
  }

  private static List<JsonObject> expected(String area) throws IOException {
    return Files.readAllLines(HOSTILE.resolve("expected/" + area + ".jsonl")).stream()
        .map(Json::parse)
        .map(JsonObject.class::cast)
        .toList();
  }
}
