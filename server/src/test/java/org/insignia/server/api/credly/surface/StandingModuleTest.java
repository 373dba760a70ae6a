package org.insignia.server.api.credly.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.staff.Invitations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What stands around badges: staff, recommendations, clients, the address that is told of events.
 */
@ServerTest
class StandingModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Achievements achievements;
  @Autowired Neighbours neighbours;
  @Autowired Invitations invitations;
  @Autowired Accounts accounts;
  @Autowired Members members;

  private Organisation academy;
  private CredlyClient client;

  @BeforeEach
  void found() {
    academy = badges.academy();
    client = new CredlyClient(settings, academy, CredlyClient.basic(tokens.of(academy)));
  }

  private CredlyClient only(Scope... scopes) {
    var some = EnumSet.copyOf(List.of(scopes));
    return client.with(CredlyClient.basic(tokens.of(academy, some)));
  }

  @Test
  void staff_and_those_who_were_asked_are_listed_for_programs_that_may_know_them() {
    var address = EmailAddress.of("ines" + UUID.randomUUID() + "@example.org");
    var ines =
        accounts.createConfirmed("Inés de la Cruz", address, "violet otter lantern", Language.ES);
    members.grant("test", ines.value(), academy.id(), Role.ADMIN);
    var asked = EmailAddress.of("bo" + UUID.randomUUID() + "@example.org");
    invitations.invite(ines, academy, asked, Role.ISSUER, Language.EN);

    var list = client.get("/memberships?per=1");
    assertThat(list.at("metadata.total_count")).isEqualTo(2);
    assertThat(list.text("data.0.role")).isEqualTo("owner");
    var one = client.get("/memberships/" + ines.value());
    assertThat(one.text("data.user.first_name")).isEqualTo("Inés de la");
    assertThat(one.text("data.user.email")).isEqualTo(address.value());
    assertThat(one.text("data.role")).isEqualTo("admin");
    assertThat(client.get("/memberships/" + UUID.randomUUID()).status()).isEqualTo(404);
    var waiting = client.get("/invitations");
    assertThat(waiting.at("metadata.total_count")).isEqualTo(1);
    assertThat(waiting.text("data.0.email")).isEqualTo(asked.value());
    assertThat(waiting.text("data.0.state")).isEqualTo("pending");
    for (var path : List.of("/memberships", "/invitations")) {
      assertThat(only(Scope.BADGES_READ).get(path).status()).as(path).isEqualTo(403);
    }
  }

  private Achievement achievement(String uid) {
    return achievements.of(academy.id(), uid).orElseThrow();
  }

  @Test
  void what_staff_recommend_stands_in_both_templates_and_in_a_list() {
    var first = achievement("exam.a");
    var next = achievement("certification.cloud");
    neighbours.recommend("test", academy, first, List.of(next.id()));
    var list = client.get("/recommendations");
    assertThat(list.at("metadata.total_count")).isEqualTo(1);
    assertThat(list.text("data.0.badge_template.id")).isEqualTo(first.id().value().toString());
    assertThat(list.text("data.0.recommended_badge_template_id"))
        .isEqualTo(next.id().value().toString());
    var template = client.get("/badge_templates/" + first.id().value());
    assertThat(template.text("data.recommendations.0.title")).isEqualTo(next.name());
    assertThat(template.text("data.recommendations.0.activity_url")).startsWith("http");
    assertThat(
            client
                .get("/badge_templates/" + next.id().value())
                .text("data.recommending_templates.0.id"))
        .isEqualTo(first.id().value().toString());
    var id = list.text("data.0.id");
    assertThat(template.text("data.recommendations.0.id")).isEqualTo(id);
    for (var filter : List.of("recommendation_ids::" + id, "recommendation_ids::x," + id)) {
      var found = client.get("/badge_templates?filter=" + filter);
      assertThat(found.at("metadata.total_count")).as(filter).isEqualTo(1);
      assertThat(found.text("data.0.id")).isEqualTo(first.id().value().toString());
    }
    assertThat(neighbours.open("test", academy, "Cloud")).isTrue();
    var shelf = neighbours.shelves(academy.id()).getFirst().shelf().id();
    neighbours.fill("test", academy, shelf, List.of(next.id()));
    var shelved = client.get("/badge_templates?filter[collection_id]=" + shelf);
    assertThat(shelved.at("metadata.total_count")).isEqualTo(1);
    assertThat(shelved.text("data.0.id")).isEqualTo(next.id().value().toString());
  }

  @Test
  void an_oauth_application_is_renamed_and_described() {
    var made =
        client.json(
            "POST", "/oauth_applications", Map.of("name", "Sync", "description", "Nightly"));
    assertThat(made.text("data.description")).isEqualTo("Nightly");
    var path = "/oauth_applications/" + made.text("data.id");
    var renamed = client.json("PUT", path, Map.of("name", "Sync 2", "uid", "x", "secret", "y"));
    assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    assertThat(renamed.text("data.name")).isEqualTo("Sync 2");
    assertThat(renamed.text("data.uid")).isEqualTo(made.text("data.uid"));
    assertThat(renamed.at("data.secret")).isNull();
    assertThat(renamed.text("data.description")).isEqualTo("Nightly");
    assertThat(client.json("PUT", path, Map.of("description", "")).at("data.description")).isNull();
    assertThat(client.get(path + "/").text("data.name")).isEqualTo("Sync 2");
    for (var wrong :
        List.of(Map.of("name", ""), Map.of("name", "x".repeat(101)), Map.of("description", "\0"))) {
      assertThat(client.json("PUT", path, wrong).status()).as("%s", wrong).isIn(400, 422);
    }
    assertThat(client.json("PUT", "/oauth_applications/7", Map.of("name", "x")).status())
        .isEqualTo(404);
    assertThat(only(Scope.BADGES_READ).json("PUT", path, Map.of("name", "x")).status())
        .isEqualTo(403);
  }

  @Test
  void the_address_that_is_told_of_events_is_read_moved_and_taken_away() {
    assertThat(client.get("").at("data.webhook_url")).isNull();
    var first = client.json("PUT", "", Map.of("webhook_url", "http://localhost:9/a"));
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.text("data.webhook_url")).isEqualTo("http://localhost:9/a");
    assertThat(first.body()).contains("badge.created", "badge_template.deleted");
    client.json("PUT", "", Map.of("webhook_url", "http://localhost:9/b"));
    assertThat(client.get("").text("data.webhook_url")).isEqualTo("http://localhost:9/b");
    assertThat(only(Scope.BADGES_READ).get("").at("data.webhook_url")).isNull();
    for (var wrong :
        List.of("https://10.0.0.1/x", "ftp://localhost:9/", "http://localhost:9/#x", "x y")) {
      assertThat(client.json("PUT", "", Map.of("webhook_url", wrong)).status())
          .as(wrong)
          .isEqualTo(422);
    }
    var may = only(Scope.ORGANISATION_WRITE);
    assertThat(may.json("PUT", "", Map.of("webhook_url", "")).status()).isEqualTo(403);
    assertThat(client.json("PUT", "", Map.of("webhook_url", "")).at("data.webhook_url")).isNull();
  }

  @Test
  void an_organisation_is_named_by_its_name_in_addresses_too() {
    var path = "/v1/organizations/" + academy.slug() + "/badge_templates";
    var list = client.send("GET", path, "", "");
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    assertThat(list.text("data.0.owner.id")).isEqualTo(academy.id().value().toString());
    var other = badges.academy();
    assertThat(
            client
                .send("GET", "/v1/organizations/" + other.slug() + "/badge_templates", "", "")
                .status())
        .isEqualTo(404);
  }
}
