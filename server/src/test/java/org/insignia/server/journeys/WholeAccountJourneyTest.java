package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two accounts become one and apart again; an account ends. */
@JourneyTest
class WholeAccountJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String OTHERS = "copper kettle morning";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  @Autowired Members members;
  private Browser browser;
  private final String home = "h" + UUID.randomUUID() + "@example.org";
  private final String work = "w" + UUID.randomUUID() + "@example.org";
  private PersonId kept;
  private PersonId gone;

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    kept = accounts.createConfirmed("Ana Silva", EmailAddress.of(home), PASSWORD, Language.EN);
    gone = accounts.createConfirmed("A. Silva", EmailAddress.of(work), OTHERS, Language.EN);
  }

  private Visitor signedIn(String address, String password) {
    return signedIn(
        Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString()),
        address,
        password);
  }

  private static Visitor signedIn(Visitor visitor, String address, String password) {
    visitor.open("/sign-in").type("accounts.address", address);
    visitor.type("accounts.password", password).press("accounts.sign-in.button");
    return visitor.isAt("/home");
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void two_accounts_become_one_with_the_password_of_the_other_and_an_operator_takes_it_back() {
    try (var ana = signedIn(home, PASSWORD)) {
      ana.open("/account/addresses").follow("accounts.merge.title").reads("accounts.merge.title");
      ana.type("accounts.merge.address", work).type("accounts.merge.password", "not this one");
      ana.press("accounts.merge.next").sees(ana.words("accounts.sign-in.wrong"));
      ana.type("accounts.merge.address", home).type("accounts.merge.password", PASSWORD);
      ana.press("accounts.merge.next").sees(ana.words("accounts.merge.same"));
      ana.type("accounts.merge.address", work).type("accounts.merge.password", OTHERS);
      ana.press("accounts.merge.next").reads("accounts.merge.preview").sees(work);
      ana.press("accounts.merge.button").sees(ana.words("accounts.merge.done")).sees(work);
      assertThat(accounts.ownerOf(EmailAddress.of(work))).contains(kept);
    }
    members.makeOperator("test", kept.value());
    try (var operator = signedIn(home, PASSWORD)) {
      operator.open("/console");
      if (Way.present() == Way.KEYBOARD) {
        operator.open("/console/merged-accounts"); // behind the organisations of all other tests
      } else {
        operator.follow("console.merged.title");
      }
      operator.reads("console.merged.title");
      operator.press("console.merged.undo").sees(operator.words("console.merged.undone"));
      assertThat(accounts.ownerOf(EmailAddress.of(work))).contains(gone);
    }
  }

  @WalkedEveryWay
  void two_accounts_become_one_by_a_mail_to_the_other() {
    var visitor = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    try (var ana = signedIn(visitor, home, PASSWORD)) {
      ana.open("/account/merge").type("accounts.merge.mailbox", work);
      ana.press("accounts.reset.button").sees(ana.words("accounts.merge.sent", work));
      ana.open(new Post(sink, work).link("account/merge/confirm"));
      ana.reads("accounts.merge.link-title").sees(work);
      ana.press("accounts.merge.next").reads("accounts.merge.preview");
      ana.press("accounts.merge.button").sees(ana.words("accounts.merge.done"));
    }
  }

  @Test
  void the_list_of_merged_accounts_is_nothing_for_anybody_else() {
    try (var ana = signedIn(home, PASSWORD)) {
      ana.open("/console/merged-accounts").readsTitle(ana.words("problem.404.title"));
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void an_account_is_deleted_after_it_was_said_what_stays() {
    try (var ana = signedIn(home, PASSWORD)) {
      ana.open("/account/security").follow("accounts.delete.title").reads("accounts.delete.title");
      ana.sees(ana.words("accounts.delete.stays-badges"));
      ana.press("accounts.delete.button").reads("accounts.deleted.title");
      assertThat(accounts.find(kept)).isEmpty();
      ana.open("/home").isAt("/sign-in");
    }
  }

  @Test
  void every_page_about_the_whole_account_is_readable_in_every_look() {
    try (var ana = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      ana.open("/sign-in").type("accounts.address", home).type("accounts.password", PASSWORD);
      ana.press("accounts.sign-in.button").isAt("/home");
      Inspection.ofEveryLook(ana.open("/account/merge"), "accounts-merge");
      Inspection.ofEveryLook(ana.open("/account/delete"), "accounts-delete");
      Inspection.ofEveryLook(ana.open("/account-deleted"), "accounts-deleted");
      ana.open("/account/merge").type("accounts.merge.address", work);
      ana.type("accounts.merge.password", OTHERS).press("accounts.merge.next");
      Inspection.ofEveryLook(ana.reads("accounts.merge.preview"), "accounts-merge-preview");
      ana.open("/account/merge").type("accounts.merge.mailbox", work);
      ana.press("accounts.reset.button");
      ana.open(new Post(sink, work).link("account/merge/confirm"));
      Inspection.ofEveryLook(ana, "accounts-merge-link");
      ana.press("accounts.merge.next").press("accounts.merge.button");
      members.makeOperator("test", kept.value());
      Inspection.ofEveryLook(ana.open("/console/merged-accounts"), "console-merged-accounts");
    }
  }
}
