package org.insignia.server.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
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

/** The home of an organisation shows what its staff can do, and first what waits for them. */
@ServerTest
class HouseModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Corrections corrections;

  private Organisation academy;
  private String home;

  @BeforeEach
  void found() {
    academy = badges.academy();
    home = "/console/" + academy.slug();
  }

  @Test
  void what_waits_stands_there_until_it_is_dealt_with_for_those_who_can() {
    var issuer = member(academy, Role.ISSUER);
    var viewer = member(academy, Role.VIEWER);
    assertThat(issuer.get(home).body()).contains("Nothing waits for you");
    ask();
    assertThat(issuer.get(home).body())
        .contains("Names to be corrected", home + "/corrections")
        .doesNotContain("Nothing waits for you");
    assertThat(viewer.get(home).body()).contains("Nothing waits for you");

    var wish = corrections.open(academy.id(), 10).getFirst();
    corrections.decline("test", academy.id(), wish.id(), "It stands so in the passport.");
    assertThat(issuer.get(home).body()).contains("Nothing waits for you");
  }

  @Test
  void rooms_are_shown_to_those_who_may_enter_and_every_one_opens() {
    var issuer = member(academy, Role.ISSUER);
    var viewer = member(academy, Role.VIEWER);
    assertThat(issuer.get(home).body()).contains(home + "/explain\"");
    assertThat(viewer.get(home).body()).doesNotContain(home + "/explain\"");
    for (var group : Rooms.of(academy, Role.VIEWER)) {
      for (var room : group.rooms()) {
        assertThat(viewer.get(room.path()).statusCode()).as(room.path()).isEqualTo(200);
        assertThat(viewer.get(room.path()).body()).contains("href=\"" + home + "\"");
      }
    }
  }

  @Test
  void the_only_organisation_is_open_at_once_and_several_are_listed() {
    var address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    var staff = person(address);
    members.grant("test", staff.value(), academy.id(), Role.VIEWER);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    assertThat(web.get("/console").body()).contains(home + "/catalogue", "Nothing waits for you");

    var second = badges.academy();
    members.grant("test", staff.value(), second.id(), Role.VIEWER);
    assertThat(web.get("/console").body())
        .contains("href=\"" + home + "\"", "href=\"/console/" + second.slug() + "\"")
        .doesNotContain(home + "/catalogue");
  }

  private void ask() {
    var address = EmailAddress.of("e" + UUID.randomUUID() + "@example.org");
    var ana = person(address);
    var id = badges.issue(academy, address, "Ana Nunes", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PRIVATE);
    assertThat(corrections.ask(ana, id, new Corrections.Wish("Ana Núñez", "", false))).isEmpty();
  }

  private Web member(Organisation of, Role role) {
    var address = EmailAddress.of("m" + UUID.randomUUID() + "@example.org");
    members.grant("test", person(address).value(), of.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private PersonId person(EmailAddress address) {
    return accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
  }
}
