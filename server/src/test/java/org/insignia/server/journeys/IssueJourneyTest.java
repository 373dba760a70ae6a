package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.Offers;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class IssueJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Achievements achievements;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Runs runs;

  private Browser browser;
  private Organisation academy;

  @BeforeEach
  void an_academy(Browser browser) {
    this.browser = browser;
    academy = badges.academy();
  }

  @Test
  void staff_issue_one_badge_and_act_on_it_without_any_script() {
    var badge = achievements.of(academy.id(), "exam.a").orElseThrow();
    try (var staff = staff(Role.ISSUER, Language.ES)) {
      staff.open(path("/issue")).reads("issuing.title").press("issuing.form.preview");
      staff.sees(staff.words("issuing.form.wrong"));
      staff.page().locator("#badge").selectOption(badge.slug());
      staff.type("issuing.column.NAME", "Ana Núñez");
      staff.type("issuing.column.MAILBOX", "ana@example");
      staff.press("issuing.form.preview");
      staff.sees(staff.words("issuing.finding.no-mailbox", "ana@example"));
      assertThat(staff.page().locator("#name").inputValue()).isEqualTo("Ana Núñez");
      var address = "ana-" + UUID.randomUUID() + "@example.org";
      staff.type("issuing.column.MAILBOX", address);
      staff.type("issuing.column.RESULT", "87 %");
      staff.press("issuing.form.preview").reads("issuing.preview.title").sees("87 %");
      staff.press("issuing.preview.change");
      assertThat(staff.page().locator("#result").inputValue()).isEqualTo("87 %");
      staff.press("issuing.form.preview").press("issuing.preview.issue");
      awaitOffers(1);
      loadAgain(staff, "?done=issued");
      staff.sees(address).follow("claims.act.suspend.link").reads("claims.act.suspend.title");
      staff.press("claims.act.suspend.button").sees(staff.words("claims.act.reason-wrong", 1000));
      staff.type("claims.act.reason", "Se revisa la identidad.");
      staff.press("claims.act.suspend.button").sees(staff.words("claims.offer.done.suspend"));
      staff.follow("claims.act.reinstate.link").press("claims.act.reinstate.button");
      staff.sees(staff.words("claims.offer.done.reinstate"));
      staff.follow("claims.act.replace.link").type("claims.act.name", "Ana Nunes");
      staff.type("claims.act.reason", "Nombre corregido.").press("claims.act.replace.button");
      awaitOffers(2);
      loadAgain(staff, "?done=replace");
      staff.sees("Ana Nunes").follow("claims.act.revoke.link").type("claims.act.reason", "Error.");
      staff.page().locator("[name=quiet]").check();
      staff.press("claims.act.revoke.button").sees(staff.words("claims.offer.done.revoke"));
    }
  }

  @Test
  void a_badge_that_is_there_already_is_not_issued_and_an_administrator_can_allow_it() {
    var badge = achievements.of(academy.id(), "exam.a").orElseThrow();
    try (var staff = staff(Role.ADMIN, Language.EN)) {
      fill(staff, badge.slug(), "bo@example.org").press("issuing.preview.issue");
      fill(staff, badge.slug(), "BO@example.org");
      staff.sees(staff.words("issuing.preview.not")).press("issuing.repeats.allow");
      fill(staff, badge.slug(), "bo@example.org").press("issuing.preview.issue");
      awaitOffers(2);
    }
  }

  @Test
  void one_can_be_put_off_and_stopped() {
    var badge = achievements.of(academy.id(), "exam.a").orElseThrow();
    try (var staff = staff(Role.ISSUER, Language.IT)) {
      staff.open(path("/issue?badge=" + badge.slug()));
      staff.type("issuing.column.NAME", "Cy").type("issuing.column.MAILBOX", "cy@example.org");
      staff.page().locator("#when").fill("2020-01-01T00:00");
      staff.press("issuing.form.preview").sees(staff.words("issuing.when.wrong"));
      var soon = java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).plusDays(30).withNano(0);
      staff.page().locator("#when").fill(soon.withSecond(0).toString());
      staff.press("issuing.form.preview").press("issuing.preview.schedule");
      staff.sees(staff.words("issuing.run.waits")).press("issuing.run.cancel");
      staff.sees(staff.words("issuing.state.CANCELLED"));
    }
  }

  @Test
  void staff_issue_a_list_without_any_script() {
    try (var staff = staff(Role.ISSUER, Language.PT_BR)) {
      staff.open(path("/issue/bulk")).reads("issuing.lists.title").press("issuing.lists.send");
      staff.sees(staff.words("results.upload.no-file"));
      upload(staff, "turma.csv", list());
      staff.sees("turma.csv").sees(staff.words("issuing.columns.title"));
      staff.page().locator("#column-3").selectOption("IGNORED");
      staff.press("issuing.columns.check").sees(staff.words("issuing.finding.no-badge-column"));
      staff.page().locator("#column-3").selectOption("BADGE");
      staff.press("issuing.columns.check");
      staff.page().locator("#column-3").waitFor(gone());
      var id = runs.list(academy.id(), 1, 0).getFirst().id();
      await(id, Run.State.CHECKED);
      loadAgain(staff, "/issue/bulk/" + id);
      staff.sees(staff.words("issuing.finding.no-mailbox", "=nobody"));
      staff.use(staff.page().locator("form[action$='/start'] button"));
      staff.page().locator("form[action$='/start']").waitFor(gone());
      await(id, Run.State.DONE);
      loadAgain(staff, "/issue/bulk/" + id);
      staff.sees(staff.words("issuing.state.DONE"));
      var download = staff.page().waitForDownload(() -> staff.follow("results.report.download"));
      assertThat(read(download.path())).contains("\"'=nobody\"").contains("/badges/");
      staff.open(path("/issue/bulk")).sees("turma.csv");
    }
  }

  @Test
  void every_page_of_issuing_is_readable_in_every_look() {
    var badge = achievements.of(academy.id(), "exam.a").orElseThrow();
    var visitor = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    try (var staff = signIn(visitor, member(Role.ADMIN, Language.EN))) {
      Inspection.ofEveryLook(staff.open(path("/issue")), "issue-form");
      fill(staff, badge.slug(), "dee@example.org").press("issuing.preview.issue");
      awaitOffers(1);
      upload(staff.open(path("/issue/bulk")), "class.csv", list());
      staff.sees("class.csv");
      var id = runs.list(academy.id(), 1, 0).getFirst().id();
      Inspection.ofEveryLook(staff, "issue-columns");
      staff.press("issuing.columns.check").sees("class.csv");
      await(id, Run.State.CHECKED);
      Inspection.ofEveryLook(staff.open(path("/issue/bulk/" + id)), "issue-checked");
      Inspection.ofEveryLook(staff.open(path("/issue/bulk")), "issue-lists");
      var first = claims.offeredBy(academy.id(), new Offers(null, null, 0)).getFirst();
      var page = path("/badges/" + first.credential().value());
      Inspection.ofEveryLook(staff.open(page), "issue-badge");
      Inspection.ofEveryLook(staff.open(page + "/revoke"), "issue-revoke");
    }
  }

  private static String list() {
    return "Nome;E-mail;Data;Badge\n"
        + "Ana Núñez;ana@example.org;2026-03-04;nw-100\n"
        + "Bo;bo@example.org;2026-03-04;nw-200\n"
        + "Cy;=nobody;2026-03-04;nw-100\n"
        + "Ana Núñez;ANA@example.org;2026-03-05;nw-100\n";
  }

  private Visitor fill(Visitor staff, String badge, String address) {
    staff.open(path("/issue?badge=" + badge));
    staff.type("issuing.column.NAME", "Bo Li").type("issuing.column.MAILBOX", address);
    return staff.press("issuing.form.preview");
  }

  private void upload(Visitor staff, String name, String text) {
    var payload = new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    staff.page().locator("#file").setInputFiles(payload);
    staff.press("issuing.lists.send");
  }

  /** A page that is still on its way cannot be loaded again: waits for its address first. */
  private static void loadAgain(Visitor staff, String addressEnd) {
    staff.page().waitForURL(address -> address.endsWith(addressEnd));
    staff.page().reload();
  }

  private static WaitForOptions gone() {
    return new WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(UUID id, Run.State state) {
    Until.holds(() -> runs.get(academy.id(), id).state() == state);
  }

  private void awaitOffers(int count) {
    Until.holds(() -> claims.offeredBy(academy.id(), new Offers(null, null, 0)).size() == count);
  }

  private String path(String rest) {
    return "/console/" + academy.slug() + rest;
  }

  private Visitor staff(Role role, Language language) {
    var visitor = Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString());
    return signIn(visitor, member(role, language));
  }

  private String member(Role role, Language language) {
    var address = "s" + UUID.randomUUID() + "@example.org";
    var person =
        accounts.createConfirmed("Rui Costa", EmailAddress.of(address), PASSWORD, language);
    members.grant("test", person.value(), academy.id(), role);
    return address;
  }

  private static Visitor signIn(Visitor visitor, String address) {
    visitor.open("/sign-in").type("accounts.address", address).type("accounts.password", PASSWORD);
    return visitor.press("accounts.sign-in.button").isAt("/home");
  }
}
