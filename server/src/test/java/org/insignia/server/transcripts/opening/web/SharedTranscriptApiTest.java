package org.insignia.server.transcripts.opening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.platform.testing.Web.header;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Share.Programs;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SharedTranscriptApiTest {
  private static final String CODE = "violet otter";

  @Autowired Accounts accounts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Shares shares;
  @Autowired Views views;
  @Autowired Settings settings;

  private final String net = "2001:db8:" + Integer.toHexString(new Random().nextInt(1, 0xffff));
  private final HttpClient client = HttpClient.newHttpClient();
  private PersonId ana;

  @BeforeEach
  void somebody() {
    var mailbox = EmailAddress.of("d" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Núñez", mailbox, "violet otter lantern", Language.EN);
    var id = badges.issue(badges.academy(), mailbox, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PRIVATE);
  }

  @Test
  void with_id_and_code_programs_read_the_shape_that_tools_know() {
    var share = make(Programs.WITH_CODE);
    var answer = send(get(share, "").header("Authorization", basic(":" + CODE)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("application/json");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    var json = (JsonObject) Json.parse(answer.body());
    assertThat(json.members().keySet())
        .containsExactly(
            "docsId",
            "userName",
            "totalModulesCompleted",
            "totalLearningPathsCompleted",
            "totalTrainingMinutes",
            "certificationData",
            "appliedSkillsData",
            "modulesCompleted",
            "learningPathsCompleted");
    assertThat(json.string("userName")).isEqualTo("Ana Núñez");
    assertThat(answer.body()).contains("Northwind Certified: Cloud Administrator Associate");
    assertThat(send(get(share, "?locale=zh-cn").header("Authorization", basic("x:" + CODE))).body())
        .contains("云管理员");
    assertThat(views.latest(share, 9)).extracting(Views.View::kind).containsOnly(Views.Kind.JSON);
  }

  @Test
  void a_post_carries_the_code_in_its_body() {
    var share = make(Programs.WITH_CODE);
    var json =
        send(
            get(share, "")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"accessCode\": \"Violet-Otter\"}")));
    var form =
        send(
            get(share, "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("accessCode=violet+otter")));
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(form.body()).isEqualTo(json.body());
  }

  @Test
  void each_organisation_signs_a_record_of_its_own() {
    var share = make(Programs.WITH_CODE);
    var answer = send(get(share, "/clr").header("Authorization", basic(":" + CODE)));
    assertThat(answer.statusCode()).isEqualTo(200);
    var records = (JsonArray) Json.parse(answer.body());
    assertThat(records.elements()).hasSize(1);
    assertThat(answer.body()).contains("ClrCredential", "eddsa-rdfc-2022");
  }

  @Test
  @DisplayName("C9: whatever does not open is the same 404")
  void what_does_not_open_is_not_told_apart() {
    var share = make(Programs.WITH_CODE);
    var silent = make(Programs.NONE);
    var closed = make(Programs.BY_ID);
    shares.revoke(ana, closed.id());
    var first = send(get(share, "").header("Authorization", basic(":wrong code")));
    assertThat(first.statusCode()).isEqualTo(404);
    var others =
        List.of(
            get(share, ""),
            get(silent, "").header("Authorization", basic(":" + CODE)),
            get(silent, ""),
            get(closed, ""),
            get(share, "").header("Authorization", "Basic ?"),
            get(share, "")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"accessCode\": [")),
            request("7ZK4M-9QTW2-0ABCD-EFGHJ-KMNPQR").header("Authorization", basic(":" + CODE)),
            request("nothing"));
    for (var other : others) {
      var answer = send(other);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(withoutPath(answer.body())).isEqualTo(withoutPath(first.body()));
    }
  }

  /** RFC 9457 repeats what was asked for. */
  private static String withoutPath(String problem) {
    return problem.replaceAll("/api/[^\"]*", "");
  }

  @Test
  void with_the_id_alone_tools_read_what_its_earner_opened_to_them() {
    var share = make(Programs.BY_ID);
    assertThat(send(get(share, "")).statusCode()).isEqualTo(200);
    assertThat(send(get(share, "/clr")).statusCode()).isEqualTo(200);
    shares.revoke(ana, share.id());
    assertThat(send(get(share, "")).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("C9: guesses by programs count together with those by people")
  void the_limits_are_those_of_the_page() {
    var share = make(Programs.WITH_CODE);
    for (int i = 0; i < 5; i++) {
      var answer = send(get(share, "").header("Authorization", basic(":guess " + i)));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
    var answer = send(get(share, "").header("Authorization", basic(":" + CODE)));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(header(answer, "Retry-After"))).isBetween(50L, 60L);
  }

  private Share make(Programs programs) {
    return shares.make(
        ana,
        new ShareWish("Tools", Language.EN, false, programs, null, Duration.ofDays(7)),
        AccessCode.typed(CODE));
  }

  private static String basic(String text) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder get(Share share, String rest) {
    return request(share.transcript().text() + rest);
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(settings.url("/api/profiles/transcript/share/" + rest))
        .header("X-Forwarded-For", net + "::1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
