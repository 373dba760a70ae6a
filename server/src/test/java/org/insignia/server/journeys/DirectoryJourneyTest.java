package org.insignia.server.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.directory.Directory;
import org.insignia.server.sharing.directory.DirectoryEntry;
import org.insignia.server.sharing.directory.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody looks for a badge, an organisation, a person; somebody takes everything away. */
@JourneyTest
class DirectoryJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Texts texts;
  @Autowired TestBadges badges;
  @Autowired CatalogImports imports;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Directory directory;

  private final String address = "d" + UUID.randomUUID() + "@example.org";
  private Browser browser;
  private PersonId ana;
  private Organisation academy;

  @BeforeEach
  void somebody(Browser browser) {
    this.browser = browser;
    academy = badges.academy();
    imports.importFiles(
        academy.id(),
        List.of(
            SourceFile.of(
                "ATTRIBUTION.txt",
                "Catalogue texts (c) Northwind Press, CC BY 4.0.".getBytes(UTF_8))));
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    var id = badges.issue(academy, EmailAddress.of(address), "Ana Núñez", Language.EN);
    until(() -> claims.of(id).isPresent());
    until(() -> directory.find(everythingOf(academy), 1).total() > 1);
    claims.accept(ana, id, Visibility.PUBLIC);
    profiles.show(ana, Profile.Visibility.PUBLIC, true);
  }

  private static Wanted everythingOf(Organisation organisation) {
    return new Wanted(
        "", EnumSet.allOf(DirectoryEntry.Kind.class), organisation.id(), "", false, Language.EN);
  }

  private static void until(BooleanSupplier done) {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_badge_is_found_narrowed_down_and_opened_without_scripts() {
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      plain.open("/directory?organisation=" + academy.slug()).reads("directory.title");
      plain.enter("#q", "cloud administrator");
      plain.press("directory.search").sees("Northwind Certified: Cloud Administrator Associate");
      plain.use(plain.page().locator("a.in-chip").first());
      plain.isAt("/directory").sees("Northwind Certified: Cloud Administrator Associate");
      plain.use(plain.page().locator(".in-badge a").first());
      plain.sees("Catalogue texts (c) Northwind Press").sees("Ana Núñez");
      assertThat(plain.page().context().cookies()).isEmpty();
    }
  }

  @Test
  void what_is_found_by_keyboard_is_reached_by_keyboard() {
    try (var visitor = Visitor.with(browser, texts, Language.IT, base())) {
      visitor.open("/directory?organisation=" + academy.slug()).reads("directory.title");
      visitor.page().locator("#q").focus();
      visitor.page().keyboard().type("adminstrater clod");
      visitor.page().keyboard().press("Enter");
      visitor.sees(visitor.words("directory.nearly"));
      visitor.page().locator(".in-badge a").first().focus();
      visitor.page().keyboard().press("Enter");
      visitor.isAt("/org/" + academy.slug());
    }
  }

  @Test
  void the_directory_is_readable_in_every_look() {
    try (var anybody = Visitor.with(browser, texts, Language.EN, base())) {
      Inspection.ofEveryLook(
          anybody.open("/directory?organisation=" + academy.slug()), "directory-badges");
      Inspection.ofEveryLook(anybody.open("/directory?what=people&q=Ana"), "directory-people");
      anybody.open("/directory?q=zzzzqqqq");
      Inspection.ofThisLook(anybody, "directory-nothing");
      anybody.open("/directory?organisation=" + academy.slug() + "&q=cloud");
      anybody.use(anybody.page().locator(".in-badge a").first());
      Inspection.ofEveryLook(anybody.sees("Ana Núñez"), "directory-achievement");
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void everything_is_taken_away_in_one_file_without_scripts() {
    try (var plain = Visitor.withoutScripts(browser, texts, Language.EN, base())) {
      plain.open("/sign-in");
      plain.enter("main input[name=address]", address);
      plain.enter("main input[name=password]", PASSWORD);
      plain.use(plain.page().locator("main button[type=submit]").first());
      plain.isAt("/home").open("/account/export").reads("export.title");
      var file = plain.page().waitForDownload(() -> plain.press("export.button"));
      assertThat(file.suggestedFilename()).startsWith("insignia-").endsWith(".zip");
    }
    try (var ana = Visitor.with(browser, texts, Language.EN, base())) {
      ana.open("/sign-in");
      ana.enter("main input[name=address]", address);
      ana.enter("main input[name=password]", PASSWORD);
      ana.use(ana.page().locator("main button[type=submit]").first());
      ana.isAt("/home").open("/account/export");
      Inspection.ofEveryLook(ana, "export");
    }
  }

  private String base() {
    return settings.baseUrl().toString();
  }
}
