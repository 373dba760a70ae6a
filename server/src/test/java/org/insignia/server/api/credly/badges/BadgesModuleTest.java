package org.insignia.server.api.credly.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;

@ServerTest
class BadgesModuleTest extends IssuingProgram {
  @Test
  void a_badge_is_issued_read_and_told_with_every_member() {
    var email = mailbox();
    var answer =
        issue(
            wish(
                email,
                "issued_to_middle_name",
                "King",
                "issuer_earner_id",
                "E-7",
                "locale",
                "pt-BR",
                "country_name",
                "Portugal",
                "state_or_province",
                "Lisboa",
                "expires_at",
                "2031-05-06",
                "suppress_badge_notification_email",
                true,
                "evidence",
                List.of(
                    Map.of("type", "UrlEvidence", "name", "Work", "value", "https://w.example/1"),
                    Map.of("type", "IdEvidence", "title", "Case", "description", "No. 5"))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.text("data.state")).isEqualTo("pending");
    assertThat(answer.text("data.issued_at")).isEqualTo("2020-04-01T14:41:00.000Z");
    assertThat(answer.text("data.issued_at_date")).isEqualTo("2020-04-01");
    assertThat(answer.text("data.expires_at_date")).isEqualTo("2031-05-06");
    assertThat(answer.text("data.issued_to")).isEqualTo("Ada King Byron");
    assertThat(answer.text("data.issued_to_first_name")).isEqualTo("Ada");
    assertThat(answer.text("data.issued_to_middle_name")).isEqualTo("King");
    assertThat(answer.text("data.issuer_earner_id")).isEqualTo("E-7");
    assertThat(answer.text("data.locale")).isEqualTo("pt-BR");
    assertThat(answer.text("data.state_or_province")).isEqualTo("Lisboa");
    assertThat(answer.at("data.suppress_badge_notification_email")).isEqualTo(true);
    assertThat(answer.text("data.evidence.1.title")).isEqualTo("Case");
    assertThat(answer.text("data.badge_template.id")).isEqualTo(template);
    assertThat(answer.text("data.badge_template.owner.vanity_slug")).isEqualTo(academy.slug());
    assertThat(answer.text("data.issuer.entities.0.entity.name")).isEqualTo("Northwind Academy");
    assertThat(answer.text("data.accept_badge_url")).endsWith("/accept");
    assertThat(answer.at("data.badge_url")).isNull();
    assertThat(answer.at("data.user")).isEqualTo(Map.of());
    assertThat(answer.at("metadata")).isEqualTo(Map.of());
    assertThat((Map<?, ?>) answer.at("data")).hasSizeGreaterThan(37);

    var id = answer.text("data.id");
    for (var path : List.of("", "/", ".json", "/?x=1")) {
      var read = client.get("/badges/" + id + path);
      assertThat(read.status()).as(path).isEqualTo(200);
      assertThat(read.at("data.id")).isEqualTo(id);
    }
    var list = client.get("/badges?filter=recipient_email::" + email + "%7Cstate::pending");
    assertThat(list.at("metadata.total_count")).isEqualTo(1);
    assertThat(list.text("data.0.id")).isEqualTo(id);
    assertThat(
            db.sql("select evidence_url from credential_details where credential_id = ?::uuid")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("https://w.example/1");
  }

  @Test
  void all_spellings_of_the_token_open_and_others_are_told_so_in_the_envelope() {
    for (var shown :
        List.of(
            CredlyClient.basic(token + ":"),
            CredlyClient.basic(token),
            CredlyClient.basic(token + "|"),
            "Bearer " + token)) {
      assertThat(client.with(shown).get("/badges").status()).as(shown).isEqualTo(200);
      assertThat(
              client
                  .with(shown)
                  .send("GET", "/api/v1/organizations/" + academy.id().value() + "/badges/", "", "")
                  .status())
          .isEqualTo(200);
    }
    for (var shown :
        List.of("", CredlyClient.basic("nothing:"), "Bearer x", "Basic ???", "Digest x")) {
      var refused = client.with(shown).get("/badges");
      assertThat(refused.status()).as(shown).isEqualTo(401);
      assertThat(refused.text("data.message")).startsWith("Unauthorized");
    }
    var reading = tokens.of(academy, EnumSet.of(Scope.BADGES_READ));
    var reader = client.with(CredlyClient.basic(reading));
    assertThat(reader.get("/badges").status()).isEqualTo(200);
    var refused = reader.json("POST", "/badges", wish(mailbox()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("data.message")).startsWith("Forbidden");
    assertThat(client.send("GET", "/v1/nothing/here", "", "").text("data.message"))
        .isEqualTo("Resource not found");
  }

  @Test
  void nobody_reaches_the_badges_of_others() {
    var id = issued(mailbox());
    var stranger =
        new CredlyClient(settings, academy, CredlyClient.basic(tokens.of(badges.academy())));
    for (var answer :
        List.of(
            stranger.get("/badges"),
            stranger.get("/badges/" + id),
            stranger.get("/high_volume_issued_badge_search"),
            stranger.json("POST", "/badges", wish(mailbox())),
            stranger.json("POST", "/badges/batch", Map.of("badges", List.of(wish(mailbox())))),
            stranger.json("POST", "/badges/" + id + "/replace", wish(mailbox())),
            stranger.json("PUT", "/badges/" + id + "/revoke", Map.of("reason", "x")),
            stranger.json("DELETE", "/badges/" + id, Map.of()))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }
    var theirs = badges.academy();
    var own = new CredlyClient(settings, theirs, CredlyClient.basic(tokens.of(theirs)));
    assertThat(own.get("/badges/" + id).status()).isEqualTo(404);
    assertThat(own.json("POST", "/badges", wish(mailbox())).text("data.message"))
        .startsWith("Invalid or missing Badge Template ID: " + template);
    assertThat(client.get("/badges/" + id).text("data.state")).isEqualTo("pending");
  }

  @Test
  void a_badge_is_given_once_to_a_mailbox_an_account_and_a_number() {
    var email = mailbox();
    var second = EmailAddress.of(mailbox());
    var owner =
        accounts.createConfirmed(
            "Ada", EmailAddress.of(email), "violet otter lantern", Language.EN);
    db.sql(
            "insert into address (id, person_id, value, key, main, added_at, verified_at) values (gen_random_uuid(), :p, :a, :a, false, now(), now())")
        .param("a", second.value())
        .param("p", owner.value())
        .update();
    assertThat(issue(wish(email, "issuer_earner_id", "N-1")).status()).isEqualTo(201);
    for (var again :
        List.of(
            wish(email),
            wish(email.toUpperCase(java.util.Locale.ROOT)),
            wish(second.value()),
            wish(mailbox(), "issuer_earner_id", "N-1"))) {
      var refused = issue(again);
      assertThat(refused.status()).as(again.toString()).isEqualTo(422);
      assertThat(refused.text("data.message")).contains("already has this badge");
    }
    achievements.allowRepeats(
        "test", achievements.of(academy.id(), "certification.cloud").orElseThrow(), true);
    assertThat(issue(wish(email)).status()).isEqualTo(201);
  }

  @Test
  void what_cannot_be_issued_is_refused_with_a_sentence() {
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(
        wish(mailbox(), "badge_template_id", UUID.randomUUID().toString()),
        "Invalid or missing Badge Template ID: ");
    refused.put(wish(mailbox(), "badge_template_id", ""), "Invalid or missing Badge Template ID: ");
    refused.put(wish("nobody"), "Recipient email is invalid");
    refused.put(wish(""), "Recipient email can't be blank");
    refused.put(wish(mailbox(), "issued_to_first_name", ""), "first name can't be blank");
    refused.put(wish(mailbox(), "issued_to_last_name", null), "last name can't be blank");
    refused.put(wish(mailbox(), "issued_at", ""), "Issued at can't be blank");
    refused.put(wish(mailbox(), "issued_at", "soon"), "Issued at is not a date");
    refused.put(wish(mailbox(), "issued_at", "2199-01-01"), "can't be in the future");
    refused.put(wish(mailbox(), "issued_at", "1900-01-01"), "Issued at must be after 1980");
    refused.put(wish(mailbox(), "expires_at", "2019-01-01"), "must be after issued at");
    refused.put(wish(mailbox(), "expires_at", "later"), "Expires at is not a date");
    refused.put(wish(mailbox(), "locale", "xx"), "Locale is not included");
    refused.put(wish(mailbox(), "locale", "en-" + "x".repeat(40)), "Locale is not included");
    refused.put(
        wish(mailbox(), "issued_to_first_name", "x".repeat(300)),
        "Issued to first name is invalid");
    refused.put(wish(mailbox(), "evidence", List.of(Map.of("type", "Nonsense"))), "Evidence type");
    refused.put(
        wish(
            mailbox(),
            "evidence",
            List.of(Map.of("type", "UrlEvidence", "value", "javascript:alert(1)"))),
        "Evidence is invalid");
    refused.forEach((wish, words) -> {
      var answer = issue(wish);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.text("data.message")).contains(words);
    });
    for (var body : List.of("{", "[1]", "[]", "{\"a\":", "{\"badge_template_id\":\"a\\u0000b\"}")) {
      assertThat(
              client
                  .send(
                      "POST",
                      "/v1/organizations/" + academy.id().value() + "/badges",
                      "application/json",
                      body)
                  .status())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(client.get("/badges").at("metadata.total_count")).isEqualTo(0);
  }

  @Test
  void what_is_not_asked_for_is_not_taken() {
    var answer =
        issue(
            wish(
                mailbox(),
                "orgId",
                "OTHER",
                "organization_id",
                UUID.randomUUID().toString(),
                "state",
                "accepted",
                "id",
                UUID.randomUUID().toString(),
                "public",
                true,
                "status",
                "ACCEPTED",
                "class",
                Map.of("module", Map.of("classLoader", "x")),
                "role",
                "OWNER",
                "created_at",
                "1999-01-01T00:00:00Z",
                "badge_url",
                "https://evil.example",
                "replaces_badge_id",
                UUID.randomUUID().toString(),
                "expires_at",
                false));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("data.state")).isEqualTo("pending");
    assertThat(answer.at("data.public")).isEqualTo(false);
    assertThat(answer.at("data.replaces_badge_id")).isNull();
    assertThat(answer.at("data.expires_at")).isNull();
    assertThat(answer.text("data.created_at")).doesNotStartWith("1999");
    assertThat(answer.body()).doesNotContain("evil.example");
    assertThat(answer.text("data.badge_template.owner.id"))
        .isEqualTo(academy.id().value().toString());
  }

  @Test
  void forms_and_queries_are_read_as_known_clients_send_them() {
    var badges = "/v1/organizations/" + academy.id().value() + "/badges";
    var query = new StringBuilder();
    wish(mailbox())
        .forEach((name, value) ->
            query
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8))
                .append('&'));
    assertThat(client.send("POST", badges + "?" + query, "", "").status()).isEqualTo(201);
    var form = query.toString().replaceAll("recipient_email=[^&]*", "recipient_email=" + mailbox());
    assertThat(client.send("POST", badges, "application/x-www-form-urlencoded", form).status())
        .isEqualTo(201);

    var parts = new StringBuilder();
    var php =
        wish(
            mailbox(),
            "issued_at",
            "2021-03-04  05:06:07 pm",
            "evidence[0][type]",
            "IdEvidence",
            "evidence[0][title]",
            "Course",
            "evidence[0][description]",
            "No. 1");
    php.forEach((name, value) ->
        parts
            .append("--XX\r\nContent-Disposition: form-data; name=\"")
            .append(name)
            .append("\"\r\n\r\n")
            .append(value)
            .append("\r\n"));
    var moodle =
        client.send("POST", badges, "multipart/form-data; boundary=XX", parts + "--XX--\r\n");
    assertThat(moodle.status()).as(moodle.body()).isEqualTo(201);
    assertThat(moodle.text("data.issued_at")).isEqualTo("2021-03-04T17:06:07.000Z");
    assertThat(moodle.text("data.evidence.0.title")).isEqualTo("Course");

    // Python's requests and Excon send JSON without saying so, or with another word for it.
    var edx = client.with(CredlyClient.basic(token));
    var json =
        "{\"recipient_email\":\"%s\",\"issued_to_first_name\":\"A\",\"issued_to_last_name\":\"B\",\"badge_template_id\":\"%s\",\"issued_at\":\"2024-05-06 07:08:09 +0000\"}";
    assertThat(
            edx.send("POST", badges + "/", "application/json", json.formatted(mailbox(), template))
                .status())
        .isEqualTo(201);
    assertThat(
            edx.send(
                    "POST",
                    badges,
                    "application/x-www-form-urlencoded",
                    json.formatted(mailbox(), template))
                .status())
        .isEqualTo(201);
    var rails =
        "badge[recipient_email]="
            + mailbox()
            + "&badge[badge_template_id]="
            + template
            + "&badge[issued_at]=2020-01-01&badge[issued_to_first_name]=A&badge[issued_to_last_name]=B";
    assertThat(client.send("POST", badges, "application/x-www-form-urlencoded", rails).status())
        .isEqualTo(201);
  }
}
