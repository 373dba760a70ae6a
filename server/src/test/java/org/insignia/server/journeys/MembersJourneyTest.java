package org.insignia.server.journeys;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner invites a colleague, who joins: with scripts and without. */
@JourneyTest
class MembersJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired MailSink sink;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_colleague_is_invited_and_joins(boolean scripts, Browser browser) {
    var academy = badges.academy();
    var leader = address("leader");
    var colleague = address("colleague");
    var owner = accounts.createConfirmed("Olga Leader", leader, PASSWORD, Language.EN);
    members.grant("test", owner.value(), academy.id(), Role.OWNER);
    accounts.createConfirmed("Kim Colleague", colleague, PASSWORD, Language.EN);
    try (var olga = visitor(browser, scripts);
        var kim = visitor(browser, scripts)) {
      signIn(olga, leader).open("/console").sees(olga.words("console.needs.none"));
      if (scripts) {
        Inspection.ofEveryLook(olga, "console-only-organisation");
        Inspection.ofEveryLook(olga.open("/console/" + academy.slug()), "console-house");
      }
      olga.open("/console/" + academy.slug()).follow("console.room.members.title");
      olga.reads("organisations.staff.title");
      olga.type("organisations.staff.address", "nobody").press("organisations.staff.send");
      olga.sees(olga.words("organisations.staff.address-wrong"));
      olga.type("organisations.staff.address", colleague.value());
      olga.press("organisations.staff.send").sees(olga.words("organisations.staff.done.invited"));
      olga.sees(colleague.value());

      var mail = new Mailbox(sink).newestTo(colleague.value()).text();
      var link = Pattern.compile("/invitations/[0-9a-f-]{36}").matcher(mail);
      if (!link.find()) {
        throw new AssertionError(mail);
      }
      kim.open(link.group());
      kim.type("accounts.address", colleague.value()).type("accounts.password", PASSWORD);
      kim.press("accounts.sign-in.button").isAt(link.group());
      kim.reads("organisations.join.title", academy.name());
      if (scripts) {
        Inspection.ofEveryLook(olga.open(members(academy.slug())), "organisations-members");
        Inspection.ofEveryLook(kim, "organisations-invitation");
        Inspection.ofEveryLook(
            kim.open("/invitations/" + UUID.randomUUID()), "organisations-no-invitation");
        kim.open(link.group());
      }
      kim.press("organisations.join.accept").isAt("/console").sees(academy.name());
      kim.open(members(academy.slug())).sees("Olga Leader");
    }
  }

  private static String members(String slug) {
    return "/console/" + slug + "/members";
  }

  private Visitor visitor(Browser browser, boolean scripts) {
    var base = settings.baseUrl().toString();
    return scripts
        ? Visitor.with(browser, texts, Language.EN, base)
        : Visitor.withoutScripts(browser, texts, Language.EN, base);
  }

  private static Visitor signIn(Visitor visitor, EmailAddress address) {
    return visitor
        .open("/sign-in")
        .type("accounts.address", address.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  private static EmailAddress address(String name) {
    return EmailAddress.of(name + "-" + UUID.randomUUID() + "@example.org");
  }
}
