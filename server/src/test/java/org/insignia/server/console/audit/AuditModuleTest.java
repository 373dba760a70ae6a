package org.insignia.server.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AuditModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Audit audit;
  @Autowired TestTokens tokens;
  @Autowired JdbcClient db;

  private Organisation academy;
  private UUID admin;
  private Web web;
  private String path;

  @BeforeEach
  void found() {
    academy = badges.academy();
    path = "/console/" + academy.slug() + "/audit";
    var address = EmailAddress.of("t" + UUID.randomUUID() + "@example.org");
    admin = accounts.createConfirmed("Ada Admin", address, PASSWORD, Language.EN).value();
    members.grant("test", admin, academy.id(), Role.ADMIN);
    web = Web.signedIn(settings, address.value(), PASSWORD);
  }

  private void record(String actor, String action, String subject, String detail) {
    audit.record(actor, academy.id().value(), action, subject, detail);
  }

  @Test
  void lines_are_found_by_who_what_and_upon_what() {
    record("person:" + admin, "test.paint", "wall:north", "in green");
    record("person:" + UUID.randomUUID(), "test.paint", "wall:south", "in blue");
    record("worker:painting", "test.dry", "wall:north", "for two hours");
    assertThat(web.get(path).body())
        .contains("in green", "in blue", "for two hours", "Ada Admin", "a person");
    assertThat(web.get(path + "?actor=person:" + admin).body())
        .contains("in green")
        .doesNotContain("in blue", "for two hours");
    assertThat(web.get(path + "?actor=program").body())
        .contains("for two hours")
        .doesNotContain("in green");
    assertThat(web.get(path + "?action=test.p").body())
        .contains("in green", "in blue")
        .doesNotContain("for two hours");
    for (var subject : new String[] {"north", "wall:north"}) {
      assertThat(web.get(path + "?subject=" + subject).body())
          .contains("in green", "for two hours")
          .doesNotContain("in blue");
    }
    assertThat(web.get(path + "?from=2020-01-01&until=2020-12-31").body()).contains("No line fits");
    assertThat(web.get(path + "?from=yesterday").body()).contains("in green", "2026-03-31");
    assertThat(web.get(path + "?before=x&action=%00%25").statusCode()).isEqualTo(200);
  }

  @Test
  void a_program_is_told_by_the_name_that_staff_gave_it() {
    tokens.of(academy);
    var id = "select id from api_token where organisation_id = ?";
    var token = "token:" + db.sql(id).param(academy.id().value()).query(UUID.class).single();
    record(token, "test.paint", "wall:north", "in red");
    assertThat(web.get(path + "?actor=" + token).body())
        .contains("in red", ">Program (API token)</td>")
        .doesNotContain(">" + token + "<");
  }

  @Test
  void nobody_reads_the_record_of_another_organisation() {
    var other = badges.academy();
    audit.record("test", other.id().value(), "test.secret", "x:1", "of another");
    assertThat(web.get(path).body()).doesNotContain("of another");
    assertThat(web.get("/console/" + other.slug() + "/audit.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void the_pages_follow_one_another_without_a_gap() {
    for (int i = 0; i < 60; i++) {
      record("test", "test.many", "row:" + i, "line-" + i + "-");
    }
    var first = web.get(path + "?action=test.many").body();
    assertThat(first).contains("line-59-", "line-10-").doesNotContain("line-9-");
    var link = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    var second = web.get(link.replace("&amp;", "&")).body();
    assertThat(second).contains("line-9-", "line-0-").doesNotContain("line-10-", "rel=\"next\"");
  }

  @Test
  void the_table_runs_no_formula() {
    record("test", "test.formula", "x:1", "=HYPERLINK(\"https://evil.example\")");
    var answer = web.get(path + ".csv?action=test.formula");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body())
        .startsWith("\"number\",\"at\",\"actor\"")
        .contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
  }
}
