package org.insignia.server.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that an earner or an issuer can write, written by somebody who wants a script to run,
 * and looked at in a real browser: no window opens, nothing is fetched from elsewhere, the policy
 * of the page is never asked to stop anything.
 */
@JourneyTest
@DisplayName("security-and-reliability T7")
class HostileTextsJourneyTest {
  private static final Path DATA =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");
  private static final String PASSWORD = "violet otter lantern";
  private static final String NASTY = "<img src=x onerror=alert(1)> \"><script>alert(2)</script>";
  private static final String ACTIVE =
      "main script, main base, main meta, main object, main embed, main video, main template, main style,"
          + " main form[action*=evil], [onerror], [onload], [ontoggle], [onclick], [onfocus], a[href^='javascript' i]";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired CatalogImports imports;
  @Autowired Achievements achievements;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Corrections corrections;
  @Autowired PublicBadges publicBadges;
  @Autowired BadgeCollections collections;
  @Autowired OwnEvidences evidences;
  @Autowired MailSink sink;

  private final JsonMapper json = JsonMapper.builder().build();
  private final EmailAddress address = EmailAddress.of("x" + UUID.randomUUID() + "@example.org");
  private Browser browser;
  private PersonId ana;
  private Organisation issuer;
  private CredentialId id;
  private List<String> chunks;
  private final List<UUID> made = new ArrayList<>();

  @BeforeEach
  void write(Browser browser) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "hostile data is not here");
    this.browser = browser;
    chunks = chunks();
    found();
    ana = accounts.createConfirmed(NASTY, address, PASSWORD, Language.EN);
    id = badges.issue(issuer, address, NASTY, Language.EN);
    new Mailbox(sink).newestTo(address.value());
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PUBLIC);
    profiles.change(
        ana,
        new Profiles.Wish(
            NASTY,
            accounts.person(ana).vanity(),
            Language.EN,
            NASTY,
            List.of("https://example.org/%22onmouseover=alert(3)")));
    profiles.show(ana, Profile.Visibility.PUBLIC, true);
    members.grant("test", ana.value(), issuer.id(), Role.OWNER);
    corrections.ask(
        ana, id, new Corrections.Wish("Ana", chunks.getFirst().substring(0, 900), false));
    var shown = publicBadges.ofOwner(id, ana);
    for (var chunk : chunks) {
      if (evidences.add(shown, NASTY, chunk, "") instanceof OwnEvidences.Refused) {
        break; // as many as a badge may have
      }
    }
    for (var chunk : chunks) {
      var collection = collections.make(ana, NASTY);
      collections.change(
          ana, collection, new BadgeCollections.Wish(NASTY, chunk, true, List.of(id.value())));
      made.add(collection);
    }
  }

  /** An issuer whose catalogue is as bad as its name. */
  private void found() {
    issuer =
        organisations.create(
            "test", "x" + UUID.randomUUID().toString().substring(0, 20), NASTY, null, null);
    var rows =
        Stream.of(
                Map.of(
                    "uid",
                    "exam.a",
                    "number",
                    "XX-1",
                    "title",
                    NASTY,
                    "snapshot",
                    "2026-01-01",
                    "locale",
                    "en-us"),
                Map.of(
                    "uid",
                    "certification.cloud",
                    "type",
                    "role-based",
                    "exams",
                    List.of("exam.a"),
                    "snapshot",
                    "2026-01-01"),
                Map.of(
                    "uid",
                    "certification.cloud",
                    "locale",
                    "en-us",
                    "snapshot",
                    "2026-01-01",
                    "title",
                    NASTY,
                    "summary",
                    String.join("\n\n", chunks.subList(0, 3)),
                    "skills",
                    List.of(NASTY, "{{7*7}} ${7*7}", "</script><script>alert(4)</script>")))
            .map(json::writeValueAsString)
            .toList();
    imports.importFiles(
        issuer.id(), List.of(SourceFile.of("rows.jsonl", String.join("\n", rows).getBytes(UTF_8))));
  }

  /** All payloads of the shared lists, as many in one text as a field takes. */
  private List<String> chunks() throws IOException {
    var all = new ArrayList<String>();
    payloads(all, "ext-dompurify/payloads.jsonl", "payload");
    payloads(all, "lists/markdown.jsonl", "value");
    payloads(all, "lists/names.jsonl", "value");
    var chunks = new ArrayList<String>();
    var chunk = new StringBuilder();
    for (var payload : all) {
      if (chunk.length() + payload.length() > 1900) {
        chunks.add(chunk.toString());
        chunk.setLength(0);
      }
      chunk.append(payload, 0, Math.min(payload.length(), 1900)).append('\n');
    }
    chunks.add(chunk.toString());
    return chunks;
  }

  private void payloads(List<String> into, String file, String field) throws IOException {
    for (var line : Files.readAllLines(DATA.resolve(file))) {
      var value = json.readTree(line).get(field).asString();
      // What the database cannot hold is refused elsewhere; here it would hide the rest.
      into.add(value.replaceAll("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff]", ""));
    }
  }

  @Test
  void nothing_that_anybody_wrote_comes_alive_on_any_page_or_in_a_mail() {
    var badge = "/badges/" + id.value();
    var achievement =
        achievements.get(publicBadges.ofEverybody(id).credential().achievement()).slug();
    var org = "/org/" + issuer.slug();
    try (var eyes = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      var windows = new ArrayList<String>();
      eyes.page()
          .onDialog(dialog -> {
            windows.add(eyes.page().url() + " opened: " + dialog.message());
            dialog.dismiss();
          });
      eyes.page().onPopup(popup -> windows.add(eyes.page().url() + " opened " + popup.url()));
      var pages = new ArrayList<>(List.of(badge, "/embedded_badge/" + id.value()));
      pages.addAll(List.of("/users/" + accounts.person(ana).vanity(), org));
      pages.addAll(List.of(org + "/badge/" + achievement, "/org", "/directory?q=alert"));
      pages.add("/directory?what=people&q=onerror");
      made.forEach(collection -> pages.add("/collections/" + collection));
      pages.forEach(page -> look(eyes, page));

      eyes.open("/sign-in").type("accounts.address", address.value());
      eyes.type("accounts.password", PASSWORD).press("accounts.sign-in.button").isAt("/home");
      var console = "/console/" + issuer.slug();
      for (var page :
          List.of(
              "/home",
              "/account",
              "/home/collections",
              "/home/collections/" + made.getFirst(),
              "/home/arrange",
              "/home/badges/" + id.value() + "/evidence",
              "/home/badges/" + id.value() + "/correction",
              badge + "/share",
              badge + "/share/signature",
              "/console",
              console + "/badges",
              console + "/badges/" + id.value(),
              console + "/corrections",
              console + "/catalogue",
              console + "/catalogue/certification.cloud",
              console + "/reach")) {
        look(eyes, page);
      }
      eyes.open("/mailbox?to=" + address.value());
      for (var link : eyes.page().locator("a[href^='/mailbox/']").all()) {
        var mail = link.getAttribute("href");
        try (var reader =
            Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
          look(reader, mail);
        }
      }
      assertThat(windows).isEmpty();
    }
  }

  private void look(Visitor eyes, String path) {
    var answer = eyes.page().navigate(settings.baseUrl() + path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(eyes.page().locator(ACTIVE).count()).as("active elements on " + path).isZero();
    assertThat(
            eyes.page()
                .evaluate(
                    """
                    [...document.querySelectorAll('script[type="application/ld+json"]')].every(s => JSON.parse(s.textContent))
                    """))
        .as("JSON-LD of " + path)
        .isEqualTo(true);
    for (var property : List.of("og:title", "og:description")) {
      var meta = eyes.page().locator("meta[property='" + property + "']");
      assertThat(meta.count()).as(property + " of " + path).isLessThanOrEqualTo(1);
    }
  }
}
