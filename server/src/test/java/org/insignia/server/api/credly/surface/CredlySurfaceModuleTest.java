package org.insignia.server.api.credly.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CredlySurfaceModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Achievements achievements;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Claims claims;

  private Organisation academy;
  private CredlyClient client;
  private CredlyClient anybody;

  @BeforeEach
  void found() {
    academy = badges.academy();
    client = new CredlyClient(settings, academy, CredlyClient.basic(tokens.of(academy)));
    anybody = client.with("");
  }

  @Test
  void an_organisation_is_read_and_changed_by_its_own_programs() {
    var list = client.send("GET", "/v1/organizations/", "", "");
    assertThat(list.at("metadata.total_count")).isEqualTo(1);
    assertThat(list.text("data.0.id")).isEqualTo(academy.id().value().toString());
    var one = client.get("");
    assertThat(one.text("data.vanity_slug")).isEqualTo(academy.slug());
    assertThat((Map<?, ?>) one.at("data")).hasSizeGreaterThan(40);
    var changed =
        client.json(
            "PUT",
            "",
            Map.of(
                "bio",
                "We teach.",
                "website_url",
                "https://a.example/",
                "primary_hex_color",
                "AABBCC",
                "id",
                "x",
                "vanity_slug",
                "other"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("data.bio")).isEqualTo("We teach.");
    assertThat(client.get("").text("data.primary_hex_color")).isEqualTo("#aabbcc");
    assertThat(client.get("").text("data.vanity_slug")).isEqualTo(academy.slug());
    for (var wrong :
        List.of(
            Map.of("website_url", "ftp://x"),
            Map.of("contact_email", "x"),
            Map.of("primary_hex_color", "red"))) {
      assertThat(client.json("PUT", "", wrong).status()).isEqualTo(422);
    }
    var reading =
        client.with(CredlyClient.basic(tokens.of(academy, EnumSet.of(Scope.BADGES_READ))));
    assertThat(reading.json("PUT", "", Map.of("bio", "x")).status()).isEqualTo(403);
    for (var nothing : List.of("/issuers", "/grantors", "/recommendations", "/invitations")) {
      assertThat(client.get(nothing).at("metadata.total_count")).as(nothing).isEqualTo(0);
    }
  }

  @Test
  void tokens_and_clients_are_made_by_programs_within_what_they_may_themselves() {
    var made =
        client.json(
            "POST", "/authorization_tokens", Map.of("description", "CI", "write_enabled", true));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var fresh = client.with(CredlyClient.basic(made.text("data.token") + ":"));
    assertThat(made.at("data.delete_enabled")).isEqualTo(false);
    assertThat(fresh.get("/badges").status()).isEqualTo(200);
    assertThat(fresh.json("POST", "/authorization_tokens", Map.of()).status()).isEqualTo(403);
    var reading = client.json("POST", "/authorization_tokens", Map.of());
    var reader = client.with(CredlyClient.basic(reading.text("data.token")));
    assertThat(reader.get("/authorization_tokens").at("metadata.total_count")).isEqualTo(1);
    assertThat(reader.get("/authorization_tokens/" + made.text("data.id")).status()).isEqualTo(404);
    var all = client.get("/authorization_tokens");
    assertThat(all.at("metadata.total_count")).isEqualTo(3);
    assertThat(all.body()).doesNotContain(made.text("data.token"));
    var gone = client.json("DELETE", "/authorization_tokens/" + made.text("data.id"), Map.of());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(fresh.get("/badges").status()).isEqualTo(401);

    var app = client.json("POST", "/oauth_applications", Map.of("name", "Sync"));
    assertThat(app.status()).as(app.body()).isEqualTo(201);
    var form =
        "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\",\"scope\":\"issued_badges events\"}"
            .formatted(app.text("data.uid"), app.text("data.secret"));
    var token = anybody.send("POST", "/api/v1/oauth/token", "application/json", form);
    assertThat(token.status()).as(token.body()).isEqualTo(200);
    assertThat(token.text("access_token")).isEqualTo(token.text("data.token"));
    var bearer = client.with("Bearer " + token.text("data.token"));
    assertThat(bearer.get("/badges").status()).isEqualTo(200);
    var basic =
        client.with(CredlyClient.basic(app.text("data.uid") + ":" + app.text("data.secret")));
    var second =
        basic.send(
            "POST",
            "/v1/oauth/token",
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials");
    assertThat(second.text("data.token")).startsWith("insignia_at_");
    var refused =
        anybody.send(
            "POST",
            "/v1/oauth/token",
            "application/x-www-form-urlencoded",
            "client_id=x&client_secret=y");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(client.get("/oauth_applications").text("data.0.id")).isEqualTo(app.text("data.id"));
    assertThat(
            client.json("DELETE", "/oauth_applications/" + app.text("data.id"), Map.of()).status())
        .isEqualTo(204);
    assertThat(bearer.get("/badges").status()).isEqualTo(401);
  }

  private record Shown(String id, String email, PersonId person) {}

  private Shown shown() {
    var email = "s" + UUID.randomUUID() + "@example.org";
    var template =
        achievements.of(academy.id(), "certification.cloud").orElseThrow().id().value().toString();
    var answer =
        client.json(
            "POST",
            "/badges",
            Map.of(
                "recipient_email",
                email,
                "badge_template_id",
                template,
                "issued_at",
                "2024-01-01",
                "issued_to_first_name",
                "Ada",
                "issued_to_last_name",
                "Byron",
                "evidence",
                List.of(
                    Map.of(
                        "type", "UrlEvidence", "name", "Work", "value", "https://w.example/1"))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var id = answer.text("data.id");
    var person =
        accounts.createConfirmed(
            "Ada Byron", EmailAddress.of(email), "violet otter lantern", Language.EN);
    var credential = new CredentialId(UUID.fromString(id));
    Until.holds(() -> claims.of(credential).isPresent());
    claims.accept(person, credential, Claim.Visibility.PUBLIC);
    profiles.show(person, Profile.Visibility.PUBLIC, false);
    return new Shown(id, email, person);
  }

  @Test
  void open_badges_documents_are_public_until_the_badge_is_hidden_or_taken_back() {
    var badge = shown();
    var path = "/obi/v2/badge_assertions/" + badge.id();
    var assertion = anybody.send("GET", "/v1" + path, "", "");
    assertThat(assertion.status()).isEqualTo(200);
    assertThat(assertion.text("recipient.identity"))
        .isEqualTo("sha256$" + SecretToken.sha256(badge.email()));
    assertThat(assertion.at("recipient.salt")).isNull();
    assertThat(assertion.text("evidence.0.id")).isEqualTo("https://w.example/1");
    assertThat(assertion.text("verification.type")).isEqualTo("hosted");
    var klass =
        anybody.send(
            "GET",
            assertion.text("badge").substring(settings.baseUrl().toString().length()),
            "",
            "");
    assertThat(klass.text("type")).isEqualTo("BadgeClass");
    assertThat(klass.text("issuer.name")).isEqualTo("Northwind Academy");
    var issuer =
        anybody.send(
            "GET",
            klass.text("issuer.id").substring(settings.baseUrl().toString().length()) + "/",
            "",
            "");
    assertThat(issuer.text("email")).isEqualTo("badges@northwind.example");
    var v3 =
        anybody.send(
            "GET", "/api/v1/obi/v3/open_badge_credentials/" + badge.id() + ".json", "", "");
    assertThat(v3.text("proof.0.type") + v3.text("proof.type")).contains("DataIntegrityProof");
    assertThat(
            anybody
                .send("GET", "/api/v1/obi/v3/issuers/" + academy.id().value() + "/did.json", "", "")
                .text("id"))
        .startsWith("did:web:");

    for (var plain :
        List.of(
            path,
            klass.text("id").replaceAll(".*(?=/obi/)", ""),
            klass.text("id").replaceAll(".*/", "/obi/v2/badge_classes/"),
            issuer.text("id").replaceAll(".*(?=/obi/)", ""))) {
      var old = anybody.send("GET", "/v1" + plain.replace("/v2/", "/") + ".json", "", "");
      assertThat(old.body())
          .as(plain)
          .isEqualTo(anybody.send("GET", "/v1" + plain, "", "").body())
          .contains("w3id.org/openbadges/v2");
    }

    var credential = new CredentialId(UUID.fromString(badge.id()));
    claims.show(badge.person(), credential, Claim.Visibility.PRIVATE);
    for (var each : List.of(path, path.replace("/v2/", "/"))) {
      assertThat(anybody.send("GET", "/v1" + each, "", "").status()).as(each).isEqualTo(404);
    }
    assertThat(
            anybody.send("GET", "/v1/obi/v3/open_badge_credentials/" + badge.id(), "", "").status())
        .isEqualTo(404);
    claims.show(badge.person(), credential, Claim.Visibility.PUBLIC);
    client.json("PUT", "/badges/" + badge.id() + "/revoke", Map.of("reason", "wrong"));
    assertThat(anybody.send("GET", "/api/v1" + path + "/", "", "").status()).isEqualTo(410);
    assertThat(
            anybody.send("GET", "/v1/obi/v3/open_badge_credentials/" + badge.id(), "", "").status())
        .isEqualTo(410);
    assertThat(anybody.send("GET", "/v1/obi/v2/badge_assertions/nothing", "", "").status())
        .isEqualTo(404);
  }

  @Test
  void pages_and_lists_have_what_programs_for_profiles_look_for() {
    var badge = shown();
    var vanity = accounts.person(badge.person()).vanity();
    var list = anybody.send("GET", "/users/" + vanity + "/badges.json", "", "");
    assertThat(list.text("data.0.earner_path")).isEqualTo("/users/" + vanity);
    assertThat(list.text("data.0.image_url")).startsWith(settings.baseUrl() + "/images/");
    assertThat(
            anybody
                .send("GET", "/users/" + badge.person().value() + "/badges.json", "", "")
                .text("data.0.id"))
        .isEqualTo(badge.id());
    assertThat(
            anybody
                .send(
                    "GET",
                    "/api/v1/public_badges/" + badge.id() + "?fields=recommendations:verbose",
                    "",
                    "")
                .text("data.state"))
        .isEqualTo("accepted");
    var page = anybody.send("GET", "/users/" + vanity, "", "").body();
    for (var hook :
        List.of(
            "id=\"root\"",
            "role=\"button\" data-testid=\"desktop-badge-card\" href=\"/badges/" + badge.id(),
            "<div class=\"cr-standard-grid-item-content c-badge c-badge--medium\"><img",
            "EarnedBadgeCardstyles__BadgeNameText",
            "EarnedBadgeCardstyles__IssuerText",
            ">01/01/24<",
            "class=\"cr-public-earned-badge-grid-item\" title=")) {
      assertThat(page).contains(hook);
    }
    Map<String, String> links =
        Map.of(
            "/badges/" + badge.id() + "/public_url?source=linked_in_profile",
                "/badges/" + badge.id(),
            "/badges/" + badge.id() + "/linked_in_profile",
                "/badges/" + badge.id() + "/share/to/linkedin",
            "/badges/" + badge.id() + "/accept", "/sign-in",
            "/organizations/" + academy.slug() + "/badges", "/org/" + academy.slug(),
            "/users/" + vanity + "/badges", "");
    links.forEach((path, target) -> {
      var answer = anybody.send("GET", path, "", "");
      assertThat(answer.status()).as(path).isIn(200, 301, 302, 303, 307, 308);
      assertThat(answer.whole().headers().firstValue("Location").orElse("")).contains(target);
    });
  }

  @Test
  void what_happened_is_listed_and_asked_for_one_by_one() {
    var badge = shown();
    var list = client.get("/events");
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    assertThat(list.text("data.0.event_type")).isEqualTo("badge.state.changed");
    assertThat(list.text("data.1.event_type")).isEqualTo("badge.created");
    var one = client.get("/events/" + list.text("data.0.id") + "/");
    assertThat(one.text("data.badge.id")).isEqualTo(badge.id());
    assertThat(one.text("data.badge.state")).isEqualTo("accepted");
    assertThat(one.text("data.organization_id")).isEqualTo(academy.id().value().toString());
    var theirs = badges.academy();
    var own = new CredlyClient(settings, theirs, CredlyClient.basic(tokens.of(theirs)));
    assertThat(own.get("/events/" + list.text("data.0.id")).status()).isEqualTo(404);
    assertThat(list.text("data.2.event_type")).isEqualTo("badge_template.created");
    var template = client.get("/events/" + list.text("data.2.id"));
    assertThat(template.text("data.badge_template.state")).isEqualTo("active");
  }

  @Test
  void what_is_shown_and_deleted_is_told_without_a_word_of_its_earner() {
    var badge = shown();
    claims.show(
        badge.person(), new CredentialId(UUID.fromString(badge.id())), Claim.Visibility.PRIVATE);
    assertThat(client.get("/events").text("data.0.event_type")).isEqualTo("badge.privacy.changed");
    assertThat(client.json("DELETE", "/badges/" + badge.id(), Map.of()).status()).isEqualTo(204);
    var list = client.get("/events");
    assertThat(list.text("data.0.event_type")).isEqualTo("badge.deleted");
    var one = client.get("/events/" + list.text("data.0.id"));
    assertThat(one.status()).as(one.body()).isEqualTo(200);
    assertThat(one.at("data.badge")).isEqualTo(Map.of("id", badge.id()));
    assertThat(list.body() + one.body()).doesNotContain("Byron", badge.email());
  }

  /** As Go's client writes it: neither the bar nor the brackets are encoded. */
  @Test
  void filters_may_come_as_they_are_read() throws Exception {
    var path =
        "/v1/organizations/"
            + academy.id().value()
            + "/badges?filter=recipient_email_all::a@example.org|badge_templates[reporting_tags]::x";
    try (var socket = new Socket(settings.baseUrl().getHost(), settings.baseUrl().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: "
                      + settings.baseUrl().getAuthority()
                      + "\r\nAuthorization: "
                      + client.authorization()
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\"total_count\":0");
    }
  }
}
