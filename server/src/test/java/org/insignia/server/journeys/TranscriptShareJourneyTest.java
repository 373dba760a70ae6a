package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An earner lets somebody see their transcript, and takes it back. */
@JourneyTest
class TranscriptShareJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String CODE = "zebra 42 mar";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Shares shares;
  private final String address = "w" + UUID.randomUUID() + "@example.org";
  private Browser browser;
  private PersonId person;

  @BeforeEach
  void begin(Browser aBrowser) {
    browser = aBrowser;
    person = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    var academy = badges.academy();
    held(academy, "certification.cloud");
    held(academy, "exam.a");
  }

  private void held(Organisation academy, String uid) {
    var id = badges.issue(academy, uid, EmailAddress.of(address), "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(person, id, Visibility.PRIVATE);
  }

  @Test
  void a_window_is_opened_looked_through_and_closed_without_scripts() {
    try (var ana = Visitor.withoutScripts(browser, texts, Language.EN, base());
        var bo = Visitor.withoutScripts(browser, texts, Language.ES, base())) {
      signIn(ana);
      ana.open("/home/transcript/shares").sees(ana.words("shares.none"));
      ana.follow("shares.new").isAt("/home/transcript/shares/new");
      ana.type("shares.name", "For Northwind").type("shares.code", CODE);
      ana.press("shares.make").sees(ana.words("shares.fresh"));
      var link = ana.page().inputValue("#link");
      assertThat(ana.page().inputValue("#access-code")).isEqualTo(CODE);
      assertThat(link).startsWith(base() + "/transcripts/").doesNotContain("zebra");

      bo.open(link).reads("opening.title");
      assertThat(bo.page().context().cookies()).isEmpty();
      bo.type("shares.code", "zebra 43 mar").press("opening.button");
      bo.sees(bo.words("opening.wrong"));
      assertThat(bo.page().context().cookies()).isEmpty();
      assertThat(bo.page().inputValue("#id")).isEqualTo(link.substring(link.lastIndexOf('/') + 1));
      bo.type("shares.code", "Zebra-42-Mar")
          .press("opening.button")
          .readsTitle("Transcript of Ana Núñez");
      bo.sees("Northwind Certified: Cloud Administrator Associate");
      assertThat(bo.page().url()).startsWith(link).doesNotContainIgnoringCase("zebra");
      assertThat(bo.page().context().cookies())
          .extracting((Cookie c) -> c.httpOnly + " " + c.sameSite)
          .containsExactly("true STRICT");

      ana.open("/home/transcript/shares").sees("Opened once").sees("For Northwind");
      ana.page().getByText("For Northwind").click();
      ana.sees(ana.words("shares.log.page"));
      assertThat(ana.page().locator("main").innerText()).doesNotContain(CODE);
      open(ana, "shares.revoke").press("shares.revoke.now").sees(ana.words("shares.done.revoked"));
      bo.open(link).reads("opening.title");
    }
  }

  @Test
  void chosen_items_alone_are_shown_with_the_address_where_it_was_chosen() {
    try (var ana = visitor(Language.EN);
        var bo = visitor(Language.PT_BR)) {
      signIn(ana);
      ana.open("/account/postal-address").reads("accounts.postal.title");
      ana.page().selectOption("#country", "BR");
      ana.type("accounts.postal.street", "Av. Paulista, 1578");
      ana.type("accounts.postal.code", "01310-200").type("accounts.postal.locality", "São Paulo");
      ana.type("accounts.postal.region", "SP").press("accounts.postal.save");
      ana.sees(ana.words("accounts.postal.saved")).sees("São Paulo - SP");
      Inspection.ofEveryLook(ana, "accounts-postal-address");

      ana.open("/home/transcript/shares/new").type("shares.name", "Chosen");
      var proposed = ana.page().inputValue("#code");
      ana.page().getByText(ana.words("shares.what.chosen")).click();
      open(ana, "shares.items");
      ana.page().locator("input[name=item]").all().forEach(box -> box.setChecked(false));
      ana.press("shares.make").sees(ana.words("shares.problem.items"));
      Inspection.ofThisLook(ana, "shares-new-problem");
      ana.page().locator("input[name=item]").first().setChecked(true);
      ana.page().getByText(ana.words("shares.address")).click();
      ana.page().selectOption("#language", "pt-BR");
      ana.press("shares.make").sees(ana.words("shares.with-address"));
      Inspection.ofThisLook(ana, "shares-made");
      var link = ana.page().inputValue("#link");

      bo.open(link)
          .type("shares.code", proposed)
          .press("opening.button")
          .reads("opening.heading", "Ana Núñez");
      bo.sees("Av. Paulista, 1578").sees("Brasil");
      assertThat(bo.page().url()).contains("lang=pt-BR");
      assertThat(bo.page().locator("main").innerText()).doesNotContain("NW-100");
      Inspection.ofEveryLook(bo, "opening-shown");
      bo.press("opening.close").sees(bo.words("opening.closed"));
      bo.open(link).reads("opening.title");
    }
  }

  @Test
  void every_page_of_it_looks_right() {
    var share = make();
    try (var ana = visitor(Language.EN)) {
      Inspection.ofEveryLook(ana.open("/transcripts"), "opening-ask");
      ana.open(share.path()).type("shares.code", "not this one").press("opening.button");
      Inspection.ofThisLook(ana.sees(ana.words("opening.wrong")), "opening-wrong");
      signIn(ana);
      Inspection.ofEveryLook(ana.open("/home/transcript/shares"), "shares-all");
      Inspection.ofEveryLook(ana.open("/home/transcript/shares/new"), "shares-new");
      Inspection.ofEveryLook(ana.open("/home/transcript/shares/" + share.id()), "shares-one");
    }
  }

  @Test
  void it_is_opened_by_keyboard_alone() {
    var share = make();
    try (var bo = visitor(Language.EN)) {
      bo.open(share.path());
      assertThat(bo.page().locator(":focus").getAttribute("id")).isEqualTo("code");
      bo.page().keyboard().type(CODE);
      bo.page().keyboard().press("Enter");
      bo.reads("opening.heading", "Ana Núñez");
    }
  }

  @Test
  void another_code_shuts_out_those_who_have_the_earlier_one() {
    var share = make();
    try (var ana = visitor(Language.EN);
        var bo = visitor(Language.EN)) {
      bo.open(share.path()).type("shares.code", CODE).press("opening.button");
      bo.reads("opening.heading", "Ana Núñez");
      signIn(ana);
      ana.open("/home/transcript/shares/" + share.id());
      open(ana, "shares.change").type("shares.change.new", "corto").press("shares.change.now");
      ana.sees("At least 8 letters or digits are needed");
      ana.type("shares.change.new", "gabbiano 7 lume").press("shares.change.now");
      ana.sees(ana.words("shares.code-set"));
      bo.open(share.path()).reads("opening.title");
      bo.type("shares.code", CODE).press("opening.button").sees(bo.words("opening.wrong"));
    }
  }

  @Test
  void a_copy_is_sent_to_one_mailbox() {
    try (var ana = Visitor.withoutScripts(browser, texts, Language.EN, base());
        var scripted = visitor(Language.EN)) {
      signIn(ana);
      ana.open("/home/transcript").follow("copies.title").isAt("/home/transcript/mail");
      ana.type("copies.to", "nobody").press("copies.send").sees(ana.words("copies.to.wrong"));
      ana.type("copies.to", "jobs@example.net").press("copies.send");
      ana.sees(ana.words("copies.sent")).sees("jobs@example.net");
      signIn(scripted);
      Inspection.ofEveryLook(scripted.open("/home/transcript/mail"), "copies");
      Inspection.ofEveryLook(scripted.open("/home/transcript"), "transcript-with-ways-out");
    }
  }

  private Share make() {
    return shares.make(
        person,
        new ShareWish("For Northwind", Language.EN, false, Share.Programs.WITH_CODE, null, null),
        AccessCode.typed(CODE));
  }

  private static Visitor open(Visitor visitor, String summary) {
    visitor
        .page()
        .locator("summary", new Page.LocatorOptions().setHasText(visitor.words(summary)))
        .click();
    return visitor;
  }

  private void signIn(Visitor who) {
    who.open("/sign-in").type("accounts.address", address).type("accounts.password", PASSWORD);
    who.press("accounts.sign-in.button").isAt("/home");
  }

  private Visitor visitor(Language language) {
    return Visitor.with(browser, texts, language, base());
  }

  private String base() {
    return settings.baseUrl().toString();
  }
}
