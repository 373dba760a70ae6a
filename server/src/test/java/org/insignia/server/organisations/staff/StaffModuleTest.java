package org.insignia.server.organisations.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is asked to work for an organisation, gets a role, another one, and leaves. */
@ServerTest
class StaffModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Staff staff;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private Organisation academy;
  private String stem;
  private final EmailAddress ownersAddress = address("owner");
  private PersonId owner;
  private Web leading;

  @BeforeEach
  void ownedByOne() {
    academy = badges.academy();
    stem = "/console/" + academy.slug() + "/members";
    owner = person("Olga Owner", ownersAddress);
    members.grant("test", owner.value(), academy.id(), Role.OWNER);
    leading = Web.signedIn(settings, ownersAddress.value(), PASSWORD);
  }

  private static EmailAddress address(String name) {
    return EmailAddress.of(name + "-" + UUID.randomUUID() + "@example.org");
  }

  private PersonId person(String name, EmailAddress address) {
    return accounts.createConfirmed(name, address, PASSWORD, Language.EN);
  }

  private String invite(EmailAddress address, String role) {
    assertThat(
            leading.post(stem + "/invite", "address", address.value(), "role", role).statusCode())
        .isEqualTo(303);
    var mail = new Mailbox(sink).newestTo(address.value());
    var found = Pattern.compile("/invitations/[0-9a-f-]{36}").matcher(mail.text());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private Role roleOf(PersonId person) {
    return members.heldBy(person.value(), academy.id()).orElse(null);
  }

  @Test
  void who_was_invited_joins_and_gets_another_role_and_leaves() {
    var address = address("ines");
    var path = invite(address, "ISSUER");
    var ines = person("Inês Colleague", address);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    assertThat(web.get("/console").body()).contains(path);
    assertThat(web.get(path).body()).contains(academy.name(), "Olga Owner");
    assertThat(web.post(path + "/accept").statusCode()).isEqualTo(303);
    assertThat(roleOf(ines)).isEqualTo(Role.ISSUER);
    assertThat(web.post(path + "/accept").statusCode()).isEqualTo(404);

    assertThat(web.get(stem).body()).contains("Olga Owner").doesNotContain(ownersAddress.value());
    assertThat(leading.post(stem + "/" + ines.value() + "/role", "role", "ADMIN").statusCode())
        .isEqualTo(303);
    assertThat(roleOf(ines)).isEqualTo(Role.ADMIN);
    assertThat(web.get(stem).body()).contains(ownersAddress.value());
    assertThat(web.post(stem + "/" + ines.value() + "/remove").statusCode()).isEqualTo(303);
    assertThat(roleOf(ines)).isNull();
    assertThat(web.get(stem).statusCode()).isEqualTo(404);
  }

  @Test
  void nobody_else_agrees_with_the_link_and_no_other_account_learns_of_it() {
    var address = address("meant");
    var path = invite(address, "ADMIN");
    var eve = address("eve");
    var thief = person("Eve", eve);
    var web = Web.signedIn(settings, eve.value(), PASSWORD);
    var answer = web.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    var never = web.get("/invitations/" + UUID.randomUUID());
    assertThat(withoutIds(answer.body())).isEqualTo(withoutIds(never.body()));
    assertThat(web.post(path + "/accept").statusCode()).isEqualTo(404);
    assertThat(web.post(path + "/decline").statusCode()).isEqualTo(404);
    assertThat(roleOf(thief)).isNull();
    assertThat(Web.stranger(settings).get(path).statusCode()).isEqualTo(303);
  }

  private static String withoutIds(String page) {
    return page.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  @Test
  void a_second_invitation_ends_the_first_and_a_withdrawn_one_is_gone() {
    var address = address("twice");
    var first = invite(address, "VIEWER");
    assertThat(
            leading
                .post(stem + "/invite", "address", address.value(), "role", "ADMIN")
                .statusCode())
        .isEqualTo(303);
    var twice = person("Tom", address);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    assertThat(web.get(first).statusCode()).isEqualTo(404);
    var found = Pattern.compile("/invitations/([0-9a-f-]{36})").matcher(web.get("/console").body());
    assertThat(found.find()).isTrue();
    assertThat(leading.post(stem + "/invitations/" + found.group(1) + "/withdraw").statusCode())
        .isEqualTo(303);
    assertThat(web.post(found.group() + "/accept").statusCode()).isEqualTo(404);
    assertThat(roleOf(twice)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@b@c", "x@example.org\r\nBcc: y@example.org"})
  void an_address_nobody_can_write_to_comes_back_with_words(String typed) {
    var answer = leading.post(stem + "/invite", "address", typed, "role", "VIEWER");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("name@example.org");
  }

  @Test
  void who_works_there_already_is_not_invited_again() {
    assertThat(
            leading
                .post(stem + "/invite", "address", ownersAddress.value(), "role", "VIEWER")
                .body())
        .contains("works here already");
  }

  @Test
  void administrators_decide_about_all_but_owners() {
    var address = address("admin");
    var admin = person("Ada", address);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var other = address("other");
    assertThat(web.post(stem + "/invite", "address", other.value(), "role", "OWNER").statusCode())
        .isEqualTo(403);
    assertThat(web.post(stem + "/" + owner.value() + "/role", "role", "VIEWER").statusCode())
        .isEqualTo(403);
    assertThat(web.post(stem + "/" + owner.value() + "/remove").statusCode()).isEqualTo(403);
    assertThat(web.post(stem + "/" + admin.value() + "/role", "role", "OWNER").statusCode())
        .isEqualTo(403);
    assertThat(web.post(stem + "/" + admin.value() + "/role", "role", "KING").statusCode())
        .isBetween(400, 422);
    assertThat(roleOf(owner)).isEqualTo(Role.OWNER);
  }

  @Test
  void the_only_owner_stays_one_and_is_told_why() {
    for (var path : new String[] {"/role", "/remove"}) {
      var answer = leading.post(stem + "/" + owner.value() + path, "role", "VIEWER");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("needs an owner");
    }
    assertThatThrownBy(
            () -> db.sql("delete from member where person_id = ?").param(owner.value()).update())
        .isInstanceOfAny(DataIntegrityViolationException.class, UncategorizedSQLException.class);
    assertThat(roleOf(owner)).isEqualTo(Role.OWNER);
  }

  @Test
  void two_owners_who_leave_at_once_do_not_both_go() throws Exception {
    var second = person("Otto", address("otto"));
    members.grant("test", second.value(), academy.id(), Role.OWNER);
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends =
          both.invokeAll(
              java.util.List.<Callable<Staff.Outcome>>of(
                  () -> staff.remove(owner, academy, owner.value()),
                  () -> staff.remove(second, academy, second.value())));
      assertThat(ends.get(0).get()).isNotEqualTo(ends.get(1).get());
    }
    assertThat(members.of(academy.id())).hasSize(1);
  }
}
