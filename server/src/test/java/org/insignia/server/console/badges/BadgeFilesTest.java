package org.insignia.server.console.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff take away of their badges: the right ones, harmless in a spreadsheet, and audited. */
@ServerTest
class BadgeFilesTest {
  private static final String PASSWORD = "violet otter lantern";

  /** What a spreadsheet would run, if it were let. */
  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://evil.example\",\"Ana\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1,1)",
          "＝1+1",
          " =1+1",
          "Ana \"the\" Silva, Dr.");

  @Autowired TestBadges badges;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Achievements achievements;
  @Autowired JdbcClient db;
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  private CredentialId issued(String uid, String name) {
    var id = badges.issue(academy, uid, address(), name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private static EmailAddress address() {
    return EmailAddress.of(UUID.randomUUID() + "@example.org");
  }

  private Web staff(Role role) {
    var address = address();
    var person = accounts.createConfirmed("Robin Oduya", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private String path(String rest) {
    return "/console/" + academy.slug() + "/badges" + rest;
  }

  private static JsonNode json(byte[] body) {
    return JsonMapper.builder().build().readTree(body);
  }

  private List<String> ids(Web staff, String query) {
    return json(staff.bytes(path("/badges.json?" + query)).body())
        .valueStream()
        .map(one -> one.get("id").asString())
        .toList();
  }

  @Test
  void a_spreadsheet_runs_nothing_of_what_people_are_called() {
    HOSTILE.forEach(name -> issued("exam.a", name));
    var staff = staff(Role.ISSUER);
    var csv = new String(staff.bytes(path("/badges.csv")).body(), StandardCharsets.UTF_8);
    var lines = csv.split("\r\n");
    assertThat(lines).hasSize(1 + HOSTILE.size());
    assertThat(csv).startsWith("\ufeff\"Id\",\"Badge\",\"Name\"");
    for (var name : HOSTILE.subList(0, HOSTILE.size() - 1)) {
      assertThat(csv).contains("\"'" + name.replace("\"", "\"\"") + "\"");
    }
    assertThat(csv).contains("\"Ana \"\"the\"\" Silva, Dr.\"");
    assertThat(
            json(staff.bytes(path("/badges.json")).body())
                .valueStream()
                .map(one -> one.get("name").asString()))
        .containsExactlyInAnyOrderElementsOf(HOSTILE);
    assertThat(
            db.sql(
                    "select detail from audit_line where organisation_id = :id and action = 'badges.export'")
                .param("id", academy.id().value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("csv", "json");
  }

  @Test
  void a_file_has_what_the_search_finds() {
    var networks = issued("exam.a", "Ana");
    var servers = issued("exam.b", "Ben");
    var taken = issued("exam.a", "Cleo");
    credentials.revoke("test", taken, "by mistake");
    var address = credentials.find(servers).orElseThrow().recipient();
    var ben = accounts.createConfirmed("Ben", address, PASSWORD, Language.EN);
    claims.accept(ben, servers, Claim.Visibility.PRIVATE);
    var exam = achievements.of(academy.id(), "exam.a").orElseThrow().id().value();
    var staff = staff(Role.ISSUER);

    assertThat(ids(staff, "badge=" + exam))
        .containsExactly(taken.value() + "", networks.value() + "");
    assertThat(ids(staff, "state=accepted")).containsExactly(servers.value() + "");
    assertThat(ids(staff, "state=pending")).containsExactly(networks.value() + "");
    assertThat(ids(staff, "state=revoked")).containsExactly(taken.value() + "");
    assertThat(ids(staff, "to=" + address.value())).containsExactly(servers.value() + "");
    assertThat(ids(staff, "from=2020-01-01&until=2020-12-31")).isEmpty();
    assertThat(ids(staff, "from=2020-01-01")).hasSize(3);
    assertThat(ids(staff, "to=nonsense")).isEmpty();
    assertThat(ids(staff, "from=2026-02-31")).isEmpty();
    var page = staff.get(path("?badge=" + exam + "&state=revoked")).body();
    assertThat(page).contains("Cleo").doesNotContain("Ben").doesNotContain("PRIVATE");
  }

  @Test
  void rejected_ones_are_found_unless_they_are_out_of_force_or_of_another_kind() {
    var rejected = issued("exam.a", "Ana");
    issued("exam.a", "Ben");
    var revoked = issued("exam.b", "Cleo");
    for (var id : List.of(rejected, revoked)) {
      var address = credentials.find(id).orElseThrow().recipient();
      claims.reject(accounts.createConfirmed("One", address, PASSWORD, Language.EN), id);
    }
    credentials.revoke("test", revoked, "by mistake");
    var staff = staff(Role.ISSUER);
    assertThat(ids(staff, "state=rejected")).containsExactly(rejected.value() + "");
    var other = achievements.of(academy.id(), "exam.b").orElseThrow().id().value();
    assertThat(ids(staff, "state=rejected&badge=" + other)).isEmpty();
    assertThat(ids(staff, "state=rejected&until=2020-12-31")).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    for (int i = 0; i < 27; i++) {
      badges.issue(academy, "exam.a", address(), "Person " + i + ".", Language.EN);
    }
    Until.holds(() ->
        db.sql("select count(*) from claim where organisation_id = :id")
                .param("id", academy.id().value())
                .query(Long.class)
                .single()
            == 27);
    var staff = staff(Role.VIEWER);
    var first = staff.get(path("")).body();
    var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    var second = staff.get(next.group(1).replace("&amp;", "&")).body();
    for (int i = 0; i < 27; i++) {
      var name = "Person " + i + ".";
      assertThat(first.contains(name) ^ second.contains(name)).as(name).isTrue();
    }
    assertThat(second).doesNotContain("rel=\"next\"");
  }

  @Test
  void who_may_only_look_takes_nothing_away() {
    assertThat(staff(Role.VIEWER).get(path("/badges.csv")).statusCode()).isEqualTo(403);
  }
}
