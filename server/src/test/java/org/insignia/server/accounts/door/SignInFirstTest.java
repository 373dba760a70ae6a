package org.insignia.server.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SignInFirstTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;

  @Test
  void staff_come_back_to_the_page_that_they_opened_before_they_signed_in() {
    var academy = badges.academy();
    var address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Sol", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.VIEWER);
    var page = "/console/" + academy.slug() + "/people";
    var visitor = Web.visitor(settings);
    var sent = visitor.get(page);
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(Web.header(sent, "Location")).endsWith("/sign-in");
    var inside = visitor.post("/sign-in", "address", address.value(), "password", PASSWORD);
    assertThat(Web.header(inside, "Location")).endsWith(page);
    assertThat(visitor.get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void files_and_forms_of_staff_are_nothing_to_strangers() {
    var house = "/console/" + badges.academy().slug();
    var stranger = Web.stranger(settings);
    for (var file : List.of("/audit.csv", "/badges/badges.csv", "/analytics/figures.csv")) {
      assertThat(stranger.get(house + file).statusCode()).as(file).isEqualTo(404);
    }
    assertThat(Web.visitor(settings).post(house + "/reminders").statusCode()).isEqualTo(404);
  }
}
