package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people send the same forms, one of them with every field that a form does not have: names out
 * of the shared list and of our own columns. In the end both have the same.
 */
@ServerTest
@DisplayName("security-and-reliability T3")
class ExtraFieldsTest {
  private static final Path LIST =
      Path.of(System.getProperty("insignia.shared", "../../shared"))
          .resolve("data/hostile/lists/mass-assignment.jsonl");
  private static final String PASSWORD = "violet otter lantern";
  private static final List<String> TABLES =
      List.of(
          "profile",
          "profile_link",
          "address",
          "badge_collection",
          "own_evidence",
          "name_correction",
          "auto_accept",
          "badge_order",
          "operator",
          "member");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  @Autowired JdbcClient db;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private record Somebody(PersonId id, String address, Organisation academy, CredentialId badge) {}

  private Somebody somebody(String name) {
    var address = name + "-" + mark + "@example.org";
    var academy = badges.academy();
    var person = accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    var badge = badges.issue(academy, EmailAddress.of(address), "Ana", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    claims.accept(person, badge, Visibility.PRIVATE);
    members.grant("test", person.value(), academy.id(), Role.ADMIN);
    return new Somebody(person, address, academy, badge);
  }

  @Test
  void what_is_not_on_a_form_changes_nothing() throws IOException {
    var plain = somebody("plain");
    var sly = somebody("sly");
    var other = somebody("other");
    send(plain, List.of());
    send(sly, extras(other));
    assertThat(rows(sly)).isEqualTo(rows(plain));
    assertThat(rows(other)).noneMatch(row -> row.contains("Sea"));
  }

  private void send(Somebody who, List<String> extra) {
    var web = Web.signedIn(settings, who.address(), PASSWORD);
    var badge = "/home/badges/" + who.badge().value();
    var console = "/console/" + who.academy().slug();
    post(web, "/account/privacy", extra, "visibility", "public");
    post(
        web,
        "/account/profile",
        extra,
        "name",
        "Ana Silva",
        "vanity",
        accounts.person(who.id()).vanity(),
        "language",
        "en",
        "headline",
        "Sea",
        "links",
        "https://example.org/");
    post(web, badge + "/visibility", extra, "visibility", "public");
    post(web, badge + "/evidence", extra, "title", "Sea");
    post(web, badge + "/correction", extra, "name", "Anna");
    post(web, "/home/auto-accept", extra, "turn", "on", "visibility", "private");
    post(web, "/home/collections", extra, "name", "Sea");
    var collection =
        db.sql("select id::text from badge_collection where person_id = ?")
            .param(who.id().value())
            .query(String.class)
            .single();
    post(web, "/home/collections/" + collection, extra, "name", "Sea 2", "visibility", "private");
    post(web, "/account/addresses", extra, "address", "second-" + who.address());
    post(web, console + "/reminders", extra, "days", "5");
    post(web, console + "/reach/linkedin", extra, "linkedin", "1234");
  }

  private static void post(Web web, String path, List<String> extra, String... fields) {
    var all = new ArrayList<>(List.of(fields));
    for (int i = 0; i < extra.size(); i += 2) {
      if (!List.of(fields).contains(extra.get(i))) {
        all.add(extra.get(i));
        all.add(extra.get(i + 1));
      }
    }
    var answer = web.post(path, all.toArray(String[]::new));
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(400);
  }

  /** Names and values: of the list, and of our tables with somebody else's ids. */
  private List<String> extras(Somebody other) throws IOException {
    var extras =
        new ArrayList<>(
            List.of(
                "person_id", other.id().toString(),
                "person", other.id().toString(),
                "personId", other.id().toString(),
                "owner_id", other.id().toString(),
                "owner", other.id().toString(),
                "organisation", other.academy().id().value().toString(),
                "organisation_id", other.academy().id().value().toString(),
                "slug", other.academy().slug(),
                "credential_id", other.badge().value().toString(),
                "recipient", "eve@example.org",
                "verified_at", "2026-01-01T00:00:00Z",
                "verified", "true",
                "main", "true",
                "confirmed", "true",
                "state", "APPROVED",
                "decided_at", "2026-01-01T00:00:00Z",
                "made_at", "1999-01-01T00:00:00Z",
                "visibility.name", "PUBLIC",
                "password_hash", "x",
                "merged_into", other.id().toString(),
                "operator", "true"));
    if (Files.exists(LIST)) {
      var json = JsonMapper.builder().build();
      for (var line : Files.readAllLines(LIST)) {
        for (var field : json.readTree(line).get("extra").properties()) {
          extras.add(field.getKey());
          extras.add(
              field.getValue().isString()
                  ? field.getValue().asString()
                  : field.getValue().toString());
        }
      }
    }
    return extras;
  }

  /** What somebody has, without what differs between any two. */
  private List<String> rows(Somebody who) {
    var rows = new ArrayList<String>();
    for (var table : TABLES) {
      rows.addAll(
          db.sql("select t::text from %s t where person_id = ? order by 1".formatted(table))
              .param(who.id().value())
              .query(String.class)
              .list());
    }
    rows.addAll(
        db.sql("select t::text from claim t where owner_id = ?")
            .param(who.id().value())
            .query(String.class)
            .list());
    for (var table : List.of("reminder_rule", "organisation_link")) {
      rows.addAll(
          db.sql("select t::text from %s t where organisation_id = ?".formatted(table))
              .param(who.academy().id().value())
              .query(String.class)
              .list());
    }
    return rows.stream()
        .map(row ->
            row.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+\\d\\d", "TIME")
                .replaceAll("[0-9a-f]{64}|[A-Za-z0-9_-]{43}", "HASH")
                .replaceAll(",,HASH,\"TIME\"\\)$", ",,,)") // its letter may be written by now
                .replace(who.address(), "ADDRESS"))
        .toList();
  }
}
