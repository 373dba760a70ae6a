package org.insignia.server.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SharedCatalogue;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class CatalogueJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String ROWS =
      """
      {"uid":"exam.n-1","number":"N-1","title":"Networks","snapshot":"2026-01-01","locale":"en-us"}
      {"uid":"exam.n-2","number":"N-2","title":"Servers","retirementDate":"2020-01-31","snapshot":"2026-01-01","locale":"en-us"}
      {"uid":"certification.c","title":"x","type":"role-based","exams":["exam.n-1","exam.n-2"],"snapshot":"2026-01-01"}
      {"uid":"certification.c","title":"Operations Associate","subTitle":"<b>Bold</b> words","summary":"<script>alert(1)</script>A [link](http://x)","snapshot":"2026-01-01","locale":"en-us"}
      {"broken":
      """;

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired CatalogImports imports;
  private Browser browser;
  private Organisation organisation;

  @BeforeEach
  void found(Browser browser) {
    this.browser = browser;
    String slug = "c" + Ids.next().toString().replace("-", "");
    organisation = organisations.create("test", slug, "Northwind Academy", null, null);
  }

  @ParameterizedTest
  @EnumSource
  void staff_imports_a_file_and_reads_what_came_of_it_without_any_script(Language language) {
    try (Visitor staff = staff(Role.ADMIN, language)) {
      staff.open(path("")).reads("catalog.list.title").sees(staff.words("catalog.list.none"));
      staff.follow("catalog.list.import").reads("catalog.import.title");
      staff
          .page()
          .locator("#files")
          .setInputFiles(new FilePayload("rows.jsonl", "text/plain", ROWS.getBytes(UTF_8)));
      staff.press("catalog.import.send").reads("catalog.report.title");
      staff
          .sees("rows.jsonl")
          .sees(staff.words("catalog.report.line", 5))
          .sees(staff.words("catalog.problem.NOT_JSON"));

      staff.open(path("")).sees("Operations Associate").sees("Networks");
      staff.open(path("/certification.c")).sees(staff.words("catalog.tree.ALL"));
      assertThat(staff.page().locator("main").innerHTML())
          .doesNotContain("<script")
          .doesNotContain("<b>");
      assertThat(staff.page().locator("img.in-medal").evaluate("i => i.naturalWidth > 0"))
          .isEqualTo(true);
    }
  }

  @Test
  void strangers_find_nothing_and_viewers_may_not_import() {
    try (Visitor stranger = staff(null, Language.EN)) {
      assertThat(stranger.page().navigate(settings.baseUrl() + path("")).status()).isEqualTo(404);
      assertThat(
              stranger.page().navigate(settings.baseUrl() + "/console/nobody/catalogue").status())
          .isEqualTo(404);
    }
    try (Visitor viewer = staff(Role.VIEWER, Language.EN)) {
      assertThat(viewer.page().navigate(settings.baseUrl() + path("")).status()).isEqualTo(200);
      assertThat(viewer.page().navigate(settings.baseUrl() + path("/import")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void every_page_of_the_catalogue_is_readable_in_every_look() {
    imports.importFiles(organisation.id(), SharedCatalogue.files("jsonl"));
    Visitor browsing = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    try (Visitor staff = signIn(Role.ADMIN, Language.EN, browsing)) {
      Inspection.ofEveryLook(staff.open(path("?search=office")), "catalogue-list");
      Inspection.ofEveryLook(
          staff.open(path("/certification.microsoft-office-specialist-expert-2019")),
          "catalogue-entry");
      Inspection.ofEveryLook(staff.open(path("/import")), "catalogue-import");
      staff.page().locator("main .in-rows a").first().click();
      Inspection.ofEveryLook(staff.reads("catalog.report.title"), "catalogue-report");
    }
  }

  private String path(String rest) {
    return "/console/" + organisation.slug() + "/catalogue" + rest;
  }

  private Visitor staff(@Nullable Role role, Language language) {
    return signIn(
        role,
        language,
        Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString()));
  }

  private Visitor signIn(@Nullable Role role, Language language, Visitor visitor) {
    EmailAddress address =
        EmailAddress.parse("s" + UUID.randomUUID() + "@example.org").orElseThrow();
    UUID person = accounts.createConfirmed("Sam Staff", address, PASSWORD, language).value();
    if (role != null) {
      members.grant("test", person, organisation.id(), role);
    }
    visitor
        .open("/sign-in")
        .type("accounts.address", address.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
    return visitor;
  }
}
