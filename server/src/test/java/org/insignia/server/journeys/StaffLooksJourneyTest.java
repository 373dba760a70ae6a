package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.checkup.CheckUps;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.testing.Rows;
import org.insignia.server.sharing.figures.Figures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff look for a person and read what happened; an operator has everything checked. */
@JourneyTest
class StaffLooksJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired Intake intake;
  @Autowired Credentials credentials;
  @Autowired Claims claims;
  @Autowired CheckUps checkUps;
  @Autowired Figures figures;
  @Autowired JdbcClient db;

  private Browser browser;
  private Organisation organisation;
  private final EmailAddress ana = EmailAddress.of(UUID.randomUUID() + "@example.org");
  private final EmailAddress li = EmailAddress.of(UUID.randomUUID() + "@example.org");

  @BeforeEach
  void an_organisation_with_two_people(Browser browser) {
    this.browser = browser;
    organisation = organisations.create("test", "l" + UUID.randomUUID(), "Northwind", null, null);
    catalogue.importFiles(organisation.id(), Rows.catalogue());
    var rows =
        new Rows()
            .add("email", ana.value(), "candidate_id", "C-100")
            .add(
                "email", li.value(), "candidate_id", "C-200", "first_name", "小明", "last_name", "王");
    intake.accept(organisation.id(), "certiport", "results.csv", rows.stream());
  }

  private Credential badgeOf(EmailAddress earner) {
    Until.holds(() ->
        credentials.forRecipients(java.util.List.of(earner)).stream()
            .anyMatch(c -> claims.of(c.id()).isPresent()));
    return credentials.forRecipients(java.util.List.of(earner)).getFirst();
  }

  private Visitor signedIn(Visitor visitor, EmailAddress address) {
    visitor.open("/sign-in").type("accounts.address", address.value());
    return visitor
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  private Visitor staff(Role role) {
    var address = EmailAddress.of(UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Robin Oduya", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), organisation.id(), role);
    return signedIn(
        Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString()), address);
  }

  @Test
  void staff_find_a_person_by_name_address_or_number_and_read_what_happened() {
    var badge = badgeOf(ana);
    badgeOf(li);
    var person = accounts.createConfirmed("Ana Silva", ana, PASSWORD, Language.EN);
    claims.accept(person, badge.id(), Claim.Visibility.PRIVATE);
    credentials.revoke("test", badge.id(), "Issued by mistake");
    Until.holds(() ->
        db.sql("select count(*) from outbox_letter where ref = :ref and state = 'waiting'")
                .param("ref", badge.id().value())
                .query(Long.class)
                .single()
            == 0);
    var here = "/console/" + organisation.slug() + "/people";
    try (var staff = staff(Role.VIEWER)) {
      staff.open("/console/" + organisation.slug()).follow("console.room.people.title");
      staff.isAt(here).reads("console.room.people.title").sees("Ana Silva").sees("王小明");
      Inspection.ofEveryLook(staff, "people");
      for (var asked : java.util.List.of("sil", "ana s", "SILVA ANA", ana.value(), "C-100")) {
        staff.open(here).type("console.people.find", asked).press("console.people.button");
        staff.sees("Ana Silva");
        assertThat(staff.page().locator(".in-rows > li").count()).as(asked).isEqualTo(1);
      }
      staff.open(here).type("console.people.find", "王小").press("console.people.button");
      staff.sees("王小明");
      staff.open(here).type("console.people.find", "Nobody").press("console.people.button");
      staff.sees(staff.words("console.people.not-found"));

      staff.open(here + "?q=silva").page().getByText("Ana Silva").click();
      staff.sees(staff.words("console.person.exam", "MO-100")).sees("Issued by mistake");
      staff.sees(
          staff.words("console.person.letter", staff.words("claims.letter.claim-invitation")));
      assertThat(staff.page().content()).doesNotContain("private", "PRIVATE");
      Inspection.ofEveryLook(staff, "person");
    }
  }

  @Test
  void staff_see_figures_as_charts_with_their_tables_and_filter_badges() {
    var badge = badgeOf(ana);
    db.sql(
            """
            insert into figure_day (organisation_id, day, achievement_id, kind, count)
            select :organisation, cast(:today as date) - d, :achievement, kind, 1 + (d * 7 + length(kind)) % 23
              from generate_series(1, 29) d, unnest(array['ISSUED', 'ACCEPTED', 'VIEWED', 'SHARED']) kind
            """)
        .param("organisation", organisation.id().value())
        .param("achievement", badge.achievement().value())
        .param("today", figures.today().toString())
        .update();
    db.sql(
            """
            insert into reach_country (organisation_id, day, achievement_id, kind, country, count)
            select :organisation, cast(:today as date), :achievement, 'VIEWED', country, 9 + length(country)
              from unnest(array['BR', 'US']) country
            """)
        .param("organisation", organisation.id().value())
        .param("achievement", badge.achievement().value())
        .param("today", figures.today().toString())
        .update();
    try (var staff = staff(Role.ISSUER)) {
      staff.open("/console/" + organisation.slug()).follow("console.room.limits.title");
      staff.reads("console.room.limits.title").sees(staff.words("operator.limit.MAILS"));
      Inspection.ofEveryLook(staff, "limits");
      staff.open("/console/" + organisation.slug()).follow("console.room.analytics.title");
      staff.reads("console.room.analytics.title").sees(staff.words("figures.by-badge"));
      staff.sees(staff.words("figures.elsewhere"));
      staff.page().locator("main summary").first().click();
      assertThat(staff.page().locator("main details[open] tbody tr").count()).isEqualTo(30);
      Inspection.ofEveryLook(staff, "figures");
      staff.follow("figures.period.YEAR").sees(staff.words("figures.by-badge"));
      var download = staff.page().waitForDownload(() -> staff.follow("figures.csv"));
      assertThat(download.suggestedFilename()).endsWith("-figures.csv");
      staff.open("/console/" + organisation.slug() + "/badges?from=2026-02-31");
      staff.sees(staff.words("console.badges.days-wrong"));
      staff.open("/console/" + organisation.slug() + "/badges?state=pending").sees("Ana Silva");
      Inspection.ofEveryLook(staff, "badges-filtered");
    }
  }

  @Test
  void an_operator_has_everything_checked_and_reads_what_was_found() {
    var address = EmailAddress.of(UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Olu Operator", address, PASSWORD, Language.EN);
    members.makeOperator("test", person.value());
    badgeOf(ana);
    // Two invitations about nothing: so there is something to be named, whatever other tests left.
    for (int i = 0; i < 2; i++) {
      db.sql(
              """
              insert into outbox_letter (id, kind, ref, recipient, state, ended_at)
              values (gen_random_uuid(), 'claim-invitation', gen_random_uuid(), 'nobody@insignia.invalid', 'dropped', now())
              """)
          .update();
    }
    try (var operator =
        signedIn(
            Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString()),
            address)) {
      operator.open("/console").follow("console.health.title").reads("console.health.title");
      Until.holds(() -> checkUps.open().isEmpty());
      operator.open("/console/health").press("console.health.sample").isAt("/console/health");
      Until.holds(() -> checkUps.open().isEmpty());
      operator.open("/console/health");
      operator.sees(operator.words("fsck.letters-of-badges.title"));
      operator.sees(operator.words("fsck.letters-of-badges.remedy"));
    }
    try (var operator =
        signedIn(
            Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString()), address)) {
      Inspection.ofEveryLook(operator.open("/console/health"), "health");
    }
  }

  @Test
  void an_operator_sees_how_the_server_fares_has_mail_tried_again_and_makes_an_organisation() {
    var address = EmailAddress.of(UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Olu Operator", address, PASSWORD, Language.EN);
    members.makeOperator("test", person.value());
    var letter = UUID.randomUUID();
    db.sql(
            """
            insert into outbox_letter (id, kind, ref, recipient, attempts, due_at, problem)
            values (:id, 'claim-invitation', :id, 'x@example.org', 3, now() + interval '1 hour', '451 come back later')
            """)
        .param("id", letter)
        .update();
    var slug = "m" + UUID.randomUUID();
    try (var operator =
        signedIn(
            Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString()), address)) {
      operator.open("/console").follow("operator.title").reads("operator.title");
      operator.sees("451 come back later").sees("mail-urgent");
      assertThat(operator.page().content()).doesNotContain("x@example.org");
      Inspection.ofEveryLook(operator, "server");
      operator.press("operator.mail.retry").sees("tried again now.");
      assertThat(
              db.sql(
                      "select due_at < now() + interval '1 minute' or state <> 'waiting' from outbox_letter where id = :id")
                  .param("id", letter)
                  .query(Boolean.class)
                  .optional()
                  .orElse(true))
          .isTrue();
      operator.type("operator.name", "Made here").type("operator.slug", "No good!");
      operator.press("operator.found-button").sees(operator.words("operator.slug-wrong"));
      Inspection.ofThisLook(operator, "server-wrong");
      operator.type("operator.slug", organisation.slug()).press("operator.found-button");
      operator.sees(operator.words("operator.slug-taken", organisation.slug()));
      operator.type("operator.slug", slug).press("operator.found-button");
      operator.isAt("/console/" + slug).sees("Made here");
    } finally {
      db.sql("delete from outbox_letter where id = :id").param("id", letter).update();
    }
  }
}
