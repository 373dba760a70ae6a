package org.insignia.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody sits down at a browser that was left open an hour ago. */
@ServerTest
@DisplayName("security-and-reliability C16")
class StolenSessionTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern LINK = Pattern.compile("/confirm-address/[A-Za-z0-9_-]+");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final String address = "open-" + UUID.randomUUID() + "@example.org";
  private PersonId ana;
  private Web thief;

  @BeforeEach
  void an_open_browser() {
    ana = accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    thief = Web.signedIn(settings, address, PASSWORD);
    db.sql(
            """
            delete from spring_session_attributes
             where attribute_name = 'proved-at'
               and session_primary_id in (select primary_id from spring_session where principal_name = ?)
            """)
        .param(ana.toString())
        .update();
  }

  private record Act(String path, String... fields) {}

  @Test
  void nothing_that_cannot_be_taken_back_is_done_without_showing_who_it_is() {
    var main = addresses.of(ana).getFirst().id().toString();
    var open = new ArrayList<String>();
    for (var act :
        List.of(
            new Act("/account/delete"),
            new Act("/account/export"),
            new Act("/account/merge"),
            new Act("/account/merge/password", "address", "x@example.org", "password", PASSWORD),
            new Act("/account/merge/mail", "address", "x@example.org"),
            new Act("/account/addresses/main", "id", main),
            new Act("/account/addresses/remove", "id", main),
            new Act("/account/passkeys/remove", "id", main),
            new Act("/account/second-factor", "code", "123456"),
            new Act("/account/second-factor/off"),
            new Act("/account/second-factor/recovery-codes"),
            new Act("/account/providers/remove", "id", main))) {
      var answer = thief.post(act.path(), act.fields());
      if (answer.statusCode() != 303 || !Web.header(answer, "location").startsWith("/prove")) {
        open.add(act.path() + ": " + answer.statusCode() + " " + Web.header(answer, "location"));
      }
    }
    assertThat(open).isEmpty();
    assertThat(accounts.find(ana)).isPresent();
  }

  @Test
  void an_address_of_the_thief_does_not_become_a_way_in() {
    var theirs = "thief-" + address;
    thief.post("/account/addresses", "address", theirs);
    var mail =
        new Mailbox(sink)
            .await(m -> m.to().equals(theirs) && LINK.matcher(m.text()).find(), "the letter");
    var link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    assertThat(thief.get(link.group()).statusCode()).isEqualTo(200);
    var answer = thief.post(link.group());
    assertThat(Web.header(answer, "location")).startsWith("/prove");
    assertThat(accounts.verifiedAddresses(ana)).containsExactly(EmailAddress.of(address));
    thief.post("/prove", "password", "not the password");
    thief.post(link.group());
    assertThat(accounts.ownerOf(EmailAddress.of(theirs))).isEmpty();
    thief.post("/prove", "password", PASSWORD);
    thief.post(link.group());
    assertThat(accounts.ownerOf(EmailAddress.of(theirs))).contains(ana);
  }
}
