package org.insignia.server.api.credly.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What programs in the field send, header by header, and what they look at in the answer: one test
 * for each kind of program.
 */
@ServerTest
class KnownProgramsTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Achievements achievements;

  private Organisation academy;
  private String token;
  private CredlyClient client;
  private String root;
  private String template;

  @BeforeEach
  void found() {
    academy = badges.academy();
    token = tokens.of(academy);
    client = new CredlyClient(settings, academy, CredlyClient.basic(token + ":"));
    root = "/v1/organizations/" + academy.id().value();
    template = achievements.of(academy.id(), "exam.a").orElseThrow().id().value().toString();
  }

  private static String mailbox() {
    return "p" + UUID.randomUUID() + "@example.org";
  }

  private static String form(String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }

  private String wish(String email, String issuedAt, String... more) {
    return form(
            "badge_template_id", template,
            "issued_at", issuedAt,
            "issued_to_first_name", "Zoë",
            "issued_to_last_name", "O'Brien",
            "recipient_email", email)
        + (more.length == 0 ? "" : "&" + form(more));
  }

  private String path(Answer moved) {
    var to = moved.whole().headers().firstValue("Location").orElseThrow();
    return to.replace(settings.baseUrl().toString(), "");
  }

  /** Faraday with url_encoded: a form, the moment as Ruby prints it, its own number for people. */
  @Test
  void a_rails_application_awards_by_a_form_and_asks_by_its_own_number() {
    var made =
        client.send(
            "POST",
            root + "/badges",
            FORM,
            wish(mailbox(), "2024-05-06 07:08:09 -0400", "issuer_earner_id", "4711"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var list = client.get("/badges?" + form("filter", "issuer_earner_id::4711"));
    assertThat(list.text("data.0.id")).isEqualTo(made.text("data.id"));
    assertThat(list.text("data.0.issuer_earner_id")).isEqualTo("4711");
    assertThat(list.text("data.0.issued_to")).isEqualTo("Zoë O'Brien");
    assertThat(client.get("/badges?" + form("filter", "issuer_earner_id::47")).at("data"))
        .isEqualTo(List.of());
  }

  /** Excon with {@code query:}: everything in the address, a content type and no body. */
  @Test
  void a_rails_application_issues_and_revokes_by_the_address_alone() {
    var email = mailbox();
    var query = wish(email, "2024-05-06 07:08:09 +0000");
    var made = client.send("POST", root + "/badges?" + query, "application/json", "");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("data.badge_template.image_url")).startsWith("http");
    var again = client.send("POST", root + "/badges?" + query, "application/json", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("data.message")).contains("already has this badge");
    var revoked =
        client.send(
            "PUT",
            root
                + "/badges/"
                + made.text("data.id")
                + "/revoke?"
                + form(
                    "reason", "Admin revoked badge", "suppress_revoke_notification_email", "false"),
            "application/json",
            "");
    assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
    assertThat(revoked.text("data.state")).isEqualTo("revoked");
    assertThat(revoked.text("data.revocation_reason")).isEqualTo("Admin revoked badge");
    assertThat(
            client
                .send("DELETE", root + "/badges/" + made.text("data.id"), "application/json", "")
                .status())
        .isEqualTo(204);
  }

  /** A report in Python: pages of the long list until there is none, a word for each state. */
  @Test
  void a_report_walks_the_long_list_by_its_addresses() {
    for (int i = 0; i < 3; i++) {
      client.send("POST", root + "/badges", FORM, wish(mailbox(), "2024-05-06"));
    }
    List<Object> seen = new ArrayList<>();
    var next = settings.baseUrl() + root + "/high_volume_issued_badge_search?per=2";
    for (int pages = 0; !next.equals("null") && pages < 5; pages++) {
      var page = client.send("GET", next.substring(settings.baseUrl().toString().length()), "", "");
      ((List<?>) page.at("data"))
          .forEach(b -> {
            var badge = (Map<?, ?>) b;
            assertThat(badge.get("state")).isEqualTo("pending");
            assertThat(badge.get("issued_at")).isEqualTo("2024-05-06T00:00:00.000Z");
            seen.add(badge.get("id"));
          });
      assertThat(((Map<?, ?>) page.at("metadata")).keySet())
          .isEqualTo(java.util.Set.of("next_page_url"));
      next = page.text("metadata.next_page_url");
    }
    assertThat(seen).hasSize(3).doesNotHaveDuplicates();
  }

  /** Go and Node: the whole answer is read into types, so each member has its kind. */
  @Test
  void typed_programs_find_the_kinds_that_they_expect() {
    var email = mailbox();
    var issue =
        client.json(
            "POST",
            "/badges",
            Map.of(
                "badge_template_id", template,
                "recipient_email", email,
                "issued_to_first_name", "Ada",
                "issued_to_last_name", "Byron",
                "issued_at", "2024-05-06 07:08:09 -0700"));
    assertThat(issue.status()).isEqualTo(201);
    for (var text :
        List.of(
            "id",
            "issued_at",
            "state",
            "image.url",
            "image_url",
            "recipient_email",
            "created_at",
            "badge_template.id",
            "badge_template.name",
            "badge_template.image.url",
            "badge_template.description",
            "badge_template.owner.name",
            "issuer.summary",
            "issuer.entities.0.entity.name",
            "accept_badge_url")) {
      assertThat(issue.at("data." + text)).as(text).isInstanceOf(String.class);
    }
    for (var list :
        List.of(
            "evidence",
            "alignments",
            "badge_template.skills",
            "badge_template.alignments",
            "badge_template.badge_template_activities",
            "badge_template.reporting_tags")) {
      assertThat(issue.at("data." + list)).as(list).isInstanceOf(List.class);
    }
    for (var flag :
        List.of("public", "badge_template.public", "badge_template.allow_duplicate_badges")) {
      assertThat(issue.at("data." + flag)).as(flag).isInstanceOf(Boolean.class);
    }
    assertThat(issue.at("data.user")).isInstanceOf(Map.class);
    var found = client.get("/badges?filter=recipient_email::" + email.replace("@", "%40"));
    assertThat(((List<?>) found.at("data"))).hasSize(1);
    assertThat(found.at("metadata.total_pages")).isEqualTo(1);
  }

  /** A synchronisation of templates: names, pictures and skills, page by page until the last. */
  @Test
  void templates_are_synchronised_page_by_page() {
    List<String> names = new ArrayList<>();
    Answer page;
    int number = 1;
    do {
      page = client.get("/badge_templates?per=2&page=" + number++);
      names.addAll(
          ((List<?>) page.at("data"))
              .stream().map(t -> String.valueOf(((Map<?, ?>) t).get("name"))).toList());
    } while ((Integer) page.at("metadata.current_page")
        < (Integer) page.at("metadata.total_pages"));
    assertThat(names).hasSize((Integer) page.at("metadata.total_count")).doesNotHaveDuplicates();
    var moodle = client.get("/badge_templates?filter=state::active&sort=name");
    var next = moodle.text("metadata.next_page_url");
    assertThat(next).isEqualTo("null");
    assertThat(moodle.text("data.0.owner.name")).isEqualTo(academy.name());
    var edx = client.send("GET", root + "/badge_templates/?filter=state%3A%3Aactive", "", "");
    var states =
        ((List<?>) edx.at("data"))
            .stream().map(t -> ((Map<?, ?>) t).get("state")).collect(Collectors.toSet());
    assertThat(states).isEqualTo(java.util.Set.of("active"));
  }

  /** A registry of credentials: what an organisation issues, asked for as JSON at its page. */
  @Test
  void a_registry_reads_what_an_organisation_issues() {
    var page =
        client
            .with("")
            .send(
                "GET",
                "/organizations/" + academy.slug() + "/badges?sort=most_popular&page=1",
                "",
                "",
                "Accept",
                "application/json");
    assertThat(page.status()).isEqualTo(302);
    var list = client.with("").send("GET", path(page), "", "");
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    assertThat(list.text("data.0.issuer.entities.0.entity.name")).isEqualTo(academy.name());
    assertThat(list.at("metadata.total_count")).isEqualTo(((List<?>) list.at("data")).size());
    for (var text : List.of("id", "name", "description", "image_url", "vanity_slug")) {
      assertThat(list.at("data.0." + text)).as(text).isInstanceOf(String.class);
    }
    for (var each : List.of("alignments", "skills", "badge_template_activities")) {
      assertThat(list.at("data.0." + each)).as(each).isInstanceOf(List.class);
    }
    assertThat(
            client
                .with("")
                .send("GET", "/organizations/" + academy.slug() + "/badges", "", "")
                .whole()
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .contains("/org/" + academy.slug());
  }

  /** Whoever leaves out what is required gets the sentence that Rails programs show as it is. */
  @Test
  void what_is_missing_is_said_in_data_message() {
    var none = client.json("POST", "/badges", Map.of("recipient_email", mailbox()));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text("data.message")).startsWith("Invalid or missing Badge Template ID: ");
    var unnamed =
        client.send(
            "POST",
            root + "/badges",
            FORM,
            form(
                "badge_template_id",
                template,
                "recipient_email",
                mailbox(),
                "issued_at",
                "2024-01-01"));
    assertThat(unnamed.status()).isEqualTo(422);
    assertThat(unnamed.text("data.message"))
        .isEqualTo("Validation failed: Issued to first name can't be blank");
    assertThat(client.with(CredlyClient.basic("nothing:")).get("/badges").status()).isEqualTo(401);
  }
}
