package org.insignia.server.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stops when the operator suspends an organisation, and what stays; its limits. */
@ServerTest
class SuspendedModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern SECRET = Pattern.compile("insignia_[A-Za-z0-9_-]{43}");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Suspensions suspensions;
  @Autowired Allowances limits;
  @Autowired Runs runs;
  @Autowired JdbcClient db;

  private Organisation academy;
  private Web operator;
  private Web owner;
  private String tenant;
  private String house;

  @BeforeEach
  void found() {
    academy = badges.academy();
    tenant = "/console/server/organisations/" + academy.slug();
    house = "/console/" + academy.slug();
    var running = person("Opal");
    members.makeOperator("test", accounts.ownerOf(running).orElseThrow().value());
    operator = Web.signedIn(settings, running.value(), PASSWORD);
    var owning = person("Olga");
    members.grant("test", accounts.ownerOf(owning).orElseThrow().value(), academy.id(), Role.OWNER);
    owner = Web.signedIn(settings, owning.value(), PASSWORD);
  }

  private EmailAddress person(String name) {
    var address = EmailAddress.of(name + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed(name, address, PASSWORD, Language.EN);
    return address;
  }

  private CredentialId signed(CredentialId id) {
    Until.holds(() -> credentials.find(id).isPresent());
    return id;
  }

  private HttpResponse<String> withToken(String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(settings.url("/rest/v1/imports/results/" + UUID.randomUUID()))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void what_stops_says_so_and_what_was_issued_stays() throws Exception {
    var earner = person("Ana");
    var earlier = signed(badges.issue(academy, earner, "Ana Núñez", Language.EN));
    Until.holds(() -> claims.of(earlier).isPresent());
    claims.accept(accounts.ownerOf(earner).orElseThrow(), earlier, Visibility.PUBLIC);
    var made =
        owner.post(house + "/tokens", "name", "results", "scope", "results:read", "days", "30");
    var token = SECRET.matcher(made.body());
    assertThat(token.find()).isTrue();
    assertThat(withToken(token.group()).statusCode()).isEqualTo(404);

    assertThat(operator.post(tenant + "/suspend", "why", " ").statusCode()).isEqualTo(422);
    assertThat(owner.post(tenant + "/suspend", "why", "x").statusCode()).isEqualTo(404);
    assertThat(operator.post(tenant + "/suspend", "why", "Fees unpaid since May").statusCode())
        .isEqualTo(303);
    assertThat(operator.get(tenant).body()).contains("Suspended", "Fees unpaid since May");

    for (var page : List.of("", "/issue", "/results", "/settings", "/badges")) {
      var closed = owner.get(house + page);
      assertThat(closed.statusCode()).as(page).isEqualTo(403);
      assertThat(closed.body()).contains("This organisation is suspended", "Fees unpaid since May");
    }
    assertThat(owner.get("/console").body()).contains("Suspended");
    assertThat(owner.get("/home").statusCode()).as("earners' pages").isEqualTo(200);
    assertThat(operator.get(house).statusCode()).as("operators look").isEqualTo(200);
    assertThat(withToken(token.group()).statusCode()).isEqualTo(403);
    var stranger = Web.stranger(settings);
    assertThat(stranger.get("/badges/" + earlier.value()).statusCode()).isEqualTo(200);
    assertThat(stranger.get("/badges/" + earlier.value() + ".json").statusCode()).isEqualTo(200);

    var later = badges.issue(academy, earner, "exam.a", Language.EN);
    Until.holds(() ->
        db.sql("select problem from credential_unsigned where credential_id = ?")
            .param(later.value())
            .query(String.class)
            .optional()
            .filter(p -> p.contains("suspended"))
            .isPresent());
    assertThat(credentials.find(later)).isEmpty();

    assertThat(operator.post(tenant + "/reopen").statusCode()).isEqualTo(303);
    signed(later);
    assertThat(owner.get(house).statusCode()).isEqualTo(200);
    assertThat(withToken(token.group()).statusCode()).isEqualTo(404);
    assertThat(
            db.sql("select action from audit_line where organisation_id = ? order by at, id")
                .param(academy.id().value())
                .query(String.class)
                .list())
        .contains("organisations.suspend", "organisations.reopen");
  }

  @Test
  void a_list_is_neither_started_nor_longer_than_allowed() {
    limits.set("test", academy.id(), Map.of(Limit.LIST_ROWS, 3));
    var list = new StringBuilder("email,name,badge\n");
    for (int i = 0; i < 5; i++) {
      list.append("p%d@example.org,Person %d,certification.cloud\n".formatted(i, i));
    }
    var id =
        runs.take(
            academy.id(),
            "test",
            "",
            "list.csv",
            new java.io.ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8)));
    suspensions.suspend("test", academy.id(), "a while");
    assertThatThrownBy(() -> runs.start("test", academy.id(), id, null))
        .isInstanceOf(Problem.Suspended.class);
    suspensions.reopen("test", academy.id());
    runs.start("test", academy.id(), id, null);
    Until.holds(() -> runs.get(academy.id(), id).state() == Run.State.CANCELLED);
    assertThat(runs.get(academy.id(), id).counts().rows()).isEqualTo(3);
  }

  @Test
  void the_operator_sets_limits_and_they_hold() {
    var wrong =
        operator.post(
            tenant + "/limits",
            "LIST_ROWS",
            "1000",
            "TOKENS",
            "-1",
            "WEBHOOKS",
            "ten",
            "MEMBERS",
            "100001",
            "MAILS",
            "5",
            "STORAGE",
            "7");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"1000\"", "value=\"ten\"", "A whole number");
    var right =
        operator.post(
            tenant + "/limits",
            "LIST_ROWS",
            "1000",
            "TOKENS",
            "1",
            "WEBHOOKS",
            "0",
            "MEMBERS",
            "1",
            "MAILS",
            "5",
            "STORAGE",
            "7");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(limits.of(academy.id()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Limit.LIST_ROWS, 1000,
                Limit.TOKENS, 1,
                Limit.WEBHOOKS, 0,
                Limit.MEMBERS, 1,
                Limit.MAILS, 5,
                Limit.STORAGE, 7));
    owner.post(house + "/tokens", "name", "one", "scope", "results:read", "days", "30");
    assertThat(
            owner
                .post(house + "/tokens", "name", "two", "scope", "results:read", "days", "30")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            owner
                .post(house + "/members/invite", "address", "x@example.org", "role", "VIEWER")
                .statusCode())
        .isEqualTo(409);
    assertThat(owner.post(tenant + "/limits").statusCode()).isEqualTo(404);
  }
}
