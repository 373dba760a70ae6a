package org.insignia.server.sharing.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.sharing.Browser;
import org.insignia.server.verification.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The share page and what it leads to, as its owner and others meet it. */
@ServerTest
class ShareModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired OrganisationLinks links;
  @Autowired Verification verification;
  @Autowired SigningKeys keys;
  @Autowired MailSink sink;

  private final EmailAddress mailbox = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private CredentialId id;
  private Browser owner;

  @BeforeEach
  void accept() {
    academy = badges.academy();
    id = badges.issue(academy, mailbox, "Ana Núñez", Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    var ana = accounts.createConfirmed("Ana Núñez", mailbox, PASSWORD, Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
    owner = Browser.signedIn(settings, mailbox.value(), PASSWORD);
  }

  @Test
  void its_owner_finds_everything_and_nobody_keeps_a_copy() {
    var page = owner.get(share());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("frame-src 'self'", "frame-ancestors 'none'");
    assertThat(page.body())
        .contains("Share “Northwind Certified: Cloud Administrator Associate”")
        .contains("value=\"" + settings.url("/badges/" + id.value()) + "\"")
        .contains(share() + "/to/linkedin-profile", "mailto:?subject=My%20badge")
        .contains("&lt;script async src=", "data-share-badge-id=\"" + id.value())
        .contains("I have earned the badge “Northwind Certified");
    for (var target : List.of("linkedin", "linkedin-profile", "facebook", "x", "whatsapp")) {
      assertThat(page.body()).contains("href=\"" + share() + "/to/" + target + "\"");
    }
  }

  @Test
  void the_page_and_the_words_are_in_the_sharers_language() {
    assertThat(owner.get(share() + "?lang=zh-CN").body())
        .contains("我获得了由Northwind Academy颁发的徽章“Northwind 认证：云管理员”。");
    assertThat(owner.get(share() + "/to/whatsapp?lang=es").headers().firstValue("location"))
        .hasValueSatisfying(
            a -> assertThat(a).startsWith("https://wa.me/?text=He%20obtenido%20la%20insignia"));
  }

  @Test
  void strangers_find_nothing_and_who_is_not_signed_in_is_asked_to_whatever_there_is() {
    var other = EmailAddress.of("t" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Bo", other, PASSWORD, Language.EN);
    var bo = Browser.signedIn(settings, other.value(), PASSWORD);
    var anybody = Browser.fresh(settings);
    for (var path :
        List.of(
            "",
            "/to/x",
            "/badge.png",
            "/badge.svg",
            "/badge.json",
            "/badge.jwt",
            "/picture.png",
            "/qr.svg",
            "/qr.png",
            "/signature")) {
      assertThat(bo.get(share() + path).statusCode()).as(path).isEqualTo(404);
      if (!path.isEmpty()) {
        assertThat(anybody.get(share() + path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(owner.get(share() + path).statusCode()).as(path).isIn(200, 303);
    }
    var known = anybody.get(share());
    var unknown = anybody.get("/badges/" + UUID.randomUUID() + "/share");
    assertThat(known.statusCode()).isEqualTo(303).isEqualTo(unknown.statusCode());
    assertThat(known.headers().firstValue("location"))
        .isEqualTo(unknown.headers().firstValue("location"));
  }

  @Test
  void changes_need_the_hidden_field_and_the_owner() {
    assertThat(owner.postWithoutField(share() + "/visibility", "visibility=private").statusCode())
        .isEqualTo(403);
    var other = EmailAddress.of("u" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Bo", other, PASSWORD, Language.EN);
    var bo = Browser.signedIn(settings, other.value(), PASSWORD);
    bo.get("/account");
    assertThat(bo.post("/account", share() + "/visibility", "visibility=private").statusCode())
        .isEqualTo(404);
    assertThat(claims.publiclyVisible(id)).isTrue();
    assertThat(bo.post("/account", share() + "/told", "event=link").statusCode()).isEqualTo(404);
    assertThat(owner.post(share(), share() + "/told", "event=nonsense").statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_private_badge_says_so_offers_nothing_to_share_and_can_be_made_public() {
    owner.post(share(), share() + "/visibility", "visibility=private");
    assertThat(claims.publiclyVisible(id)).isFalse();
    var page = owner.get(share()).body();
    assertThat(page)
        .contains("This badge is private.", "Make it public")
        .doesNotContain("/to/linkedin", "embed.js", "mailto:");
    var leads = owner.get(share() + "/to/linkedin").headers().firstValue("location");
    assertThat(leads).contains(share());
    assertThat(owner.get(share() + "/badge.json").statusCode()).isEqualTo(200);
    assertThat(owner.post(share(), share() + "/visibility", "visibility=public").statusCode())
        .isEqualTo(303);
    assertThat(claims.publiclyVisible(id)).isTrue();
  }

  @Test
  void each_target_leads_to_its_site_with_the_badge_filled_in() {
    links.setLinkedIn("test", academy.id(), "https://www.linkedin.com/company/1035/admin/");
    var profile = location("linkedin-profile");
    assertThat(profile)
        .startsWith("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME")
        .contains("organizationId=1035", "issueYear=2026&issueMonth=3", "certId=" + id.value())
        .doesNotContain("organizationName");
    assertThat(location("linkedin"))
        .startsWith("https://www.linkedin.com/sharing/share-offsite/?url=http");
    assertThat(location("facebook"))
        .startsWith("https://www.facebook.com/sharer/sharer.php?u=http");
    assertThat(location("x")).startsWith("https://x.com/intent/tweet?text=I%20have");
    assertThat(location("whatsapp")).startsWith("https://wa.me/?text=I%20have");
    assertThat(owner.get(share() + "/to/myspace").statusCode()).isEqualTo(404);
  }

  @Test
  void downloads_are_files_that_verify() {
    for (var file : List.of("badge.png", "badge.svg", "badge.json", "badge.jwt")) {
      var answer = owner.bytes(share() + "/" + file);
      assertThat(answer.headers().firstValue("content-disposition").orElse(""))
          .startsWith("attachment; filename=");
      var report = verification.verify(Bytes.wrap(answer.body()));
      assertThat(report.verdict()).as(file).isEqualTo(Verdict.VALID);
    }
    var picture = owner.bytes(share() + "/picture.png?size=1200");
    assertThat(picture.headers().firstValue("content-disposition").orElse(""))
        .contains("-1200.png");
  }

  @Test
  void the_jwt_is_signed_once_says_the_same_and_follows_the_status() {
    var first = owner.bytes(share() + "/badge.jwt").body();
    keys.rotate("test", academy.id());
    var fromOutside = Browser.fresh(settings).bytes("/badges/" + id.value() + ".jwt");
    assertThat(fromOutside.body()).isEqualTo(first);
    assertThat(fromOutside.headers().firstValue("content-type")).contains("application/jwt");
    var json = verification.verify(credentials.document(id).orElseThrow());
    var jwt = verification.verify(Bytes.wrap(first));
    assertThat(jwt.verdict()).isEqualTo(json.verdict()).isEqualTo(Verdict.VALID);
    assertThat(payload(first).without("iss").without("jti").without("nbf").without("exp"))
        .isEqualTo(
            ((JsonObject) Json.parse(credentials.document(id).orElseThrow())).without("proof"));
  }

  @Test
  void a_jwt_is_revoked_with_its_credential() {
    var jwt = Bytes.wrap(owner.bytes(share() + "/badge.jwt").body());
    credentials.revoke("test", id, "mistake");
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (verification.verify(jwt).verdict() != Verdict.REVOKED) {
      assertThat(System.nanoTime()).as("seen within a minute").isLessThan(end);
      LockSupport.parkNanos(200_000_000);
    }
  }

  @Test
  void what_is_revoked_is_not_signed_anew_and_its_page_says_why_there_is_nothing_to_share() {
    credentials.revoke("test", id, "mistake");
    assertThat(owner.get("/badges/" + id.value() + ".jwt").statusCode()).isEqualTo(404);
    assertThat(owner.get(share()).body())
        .contains("This badge no longer counts.")
        .doesNotContain("/to/linkedin", "badge.jwt");
  }

  private String share() {
    return "/badges/" + id.value() + "/share";
  }

  private String location(String target) {
    var answer = owner.get(share() + "/to/" + target);
    assertThat(answer.statusCode()).isEqualTo(303);
    var address = answer.headers().firstValue("location").orElseThrow();
    assertThat(URI.create(address).toString()).isEqualTo(address);
    return address;
  }

  private static JsonObject payload(byte[] jwt) {
    var part = new String(jwt, java.nio.charset.StandardCharsets.US_ASCII).split("\\.")[1];
    return (JsonObject) Json.parse(Bytes.wrap(java.util.Base64.getUrlDecoder().decode(part)));
  }
}
