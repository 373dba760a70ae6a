package org.insignia.server.issuing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.HttpDocumentLoader;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Reach;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PublicFormsModuleTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> FORMS =
      List.of(".json", "/image.png", "/image.svg", "/ob2.json");

  @Autowired private TestBadges badges;
  @Autowired private Accounts accounts;
  @Autowired private Claims claims;
  @Autowired private Credentials credentials;
  @Autowired private Issuers issuers;
  @Autowired private Settings settings;

  private final EmailAddress address = EmailAddress.of(UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private CredentialId badge;
  private String path;

  @BeforeEach
  void issue() {
    academy = badges.academy();
    badge = badges.issue(academy, address, "Ana Núñez", Language.ES);
    path = "/badges/" + badge.value();
    await(() -> claims.of(badge).isPresent());
  }

  @Test
  void a_badge_that_is_not_public_is_not_there_in_any_form() {
    for (String form : FORMS) {
      assertThat(get(path + form).statusCode()).as(form).isEqualTo(404);
    }
    assertThat(get(path, "Accept", "application/vc+ld+json").statusCode()).isEqualTo(404);

    var ana = accept();
    claims.show(ana, badge, Claim.Visibility.PRIVATE);
    for (String form : FORMS) {
      assertThat(get(path + form).statusCode()).as(form).isEqualTo(404);
    }
  }

  @Test
  void the_json_of_a_public_badge_is_the_signed_document_and_open_to_every_site() {
    accept();
    HttpResponse<byte[]> answer = get(path + ".json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Bytes.wrap(answer.body())).isEqualTo(credentials.document(badge).orElseThrow());
    assertThat(header(answer, "Content-Type")).isEqualTo("application/vc+ld+json");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=30, public");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Vary")).contains("Accept");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(get(path + ".json", "If-None-Match", header(answer, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void the_address_of_a_badge_gives_json_to_who_prefers_it() {
    accept();
    for (String type :
        List.of(
            "application/vc+ld+json",
            "application/vc",
            "application/ld+json",
            "application/json")) {
      HttpResponse<byte[]> answer = get(path, "Accept", type + ", text/html;q=0.5, */*;q=0.1");
      assertThat(answer.statusCode()).as(type).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo(type);
      assertThat(Bytes.wrap(answer.body())).isEqualTo(credentials.document(badge).orElseThrow());
    }
  }

  @Test
  void baked_images_hold_the_document_and_can_do_nothing() {
    accept();
    for (String form : List.of("/image.png", "/image.svg")) {
      HttpResponse<byte[]> answer = get(path + form);
      assertThat(Baking.unbake(Bytes.wrap(answer.body())).orElseThrow().text())
          .isEqualTo(credentials.document(badge).orElseThrow().utf8());
      assertThat(header(answer, "Content-Security-Policy"))
          .contains("default-src 'none'", "sandbox");
    }
  }

  @Test
  void a_stranger_verifies_the_badge_with_what_this_server_publishes_and_sees_the_revocation() {
    accept();
    Bytes png = Bytes.wrap(get(path + "/image.png").body());

    Report before = verified(png);
    assertThat(before.verdict()).as("%s", before.findings()).isEqualTo(Verdict.VALID);
    assertThat(before.conformant()).isTrue();

    credentials.revoke("test", badge, "result withdrawn");
    assertThat(verified(png).verdict()).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void a_suspension_is_seen_by_whoever_verifies_the_document_and_so_is_its_lifting() {
    accept();
    Bytes document = Bytes.wrap(get(path + ".json").body());
    assertThat(verified(document).verdict()).isEqualTo(Verdict.VALID);

    credentials.suspend("test", badge, "under review");
    assertThat(verified(document).verdict()).isEqualTo(Verdict.SUSPENDED);
    credentials.reinstate("test", badge);
    assertThat(verified(document).verdict()).isEqualTo(Verdict.VALID);
    credentials.suspend("test", badge, "under review again");
    credentials.revoke("test", badge, "result withdrawn");
    assertThat(verified(document).verdict()).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void the_older_form_verifies_where_it_is_hosted_until_it_is_taken_back() {
    accept();
    HttpResponse<byte[]> assertion = get(path + "/ob2.json");
    Bytes document = Bytes.wrap(assertion.body());

    assertThat(assertion.statusCode()).isEqualTo(200);
    Report report = verified(document);
    assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.VALID);

    credentials.suspend("test", badge, "under review");
    assertThat(get(path + "/ob2.json").statusCode()).isEqualTo(404);
    credentials.reinstate("test", badge);
    credentials.revoke("test", badge, "result withdrawn");
    HttpResponse<byte[]> gone = get(path + "/ob2.json");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(new String(gone.body(), StandardCharsets.UTF_8)).contains("\"revoked\":true");
    assertThat(verified(document).verdict()).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void the_issuer_is_published_as_did_document_and_profile() {
    HttpResponse<byte[]> did = get("/org/" + academy.slug() + "/did.json");
    JsonObject document = (JsonObject) Json.parse(Bytes.wrap(did.body()));
    HttpResponse<byte[]> profile = get("/org/" + academy.slug() + "/profile.json");

    assertThat(header(did, "Content-Type")).isEqualTo("application/did+json");
    assertThat(document.string("id")).isEqualTo(issuers.did(academy));
    assertThat(header(profile, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(new String(profile.body(), StandardCharsets.UTF_8))
        .contains("Northwind Academy", issuers.did(academy));
    assertThat(get("/org/nobody-" + UUID.randomUUID() + "/did.json").statusCode()).isEqualTo(404);
  }

  @Test
  void the_achievement_in_a_badge_leads_to_its_document_and_to_its_look_for_ever() {
    accept();
    var document = (JsonObject) Json.parse(Bytes.wrap(get(path + ".json").body()));
    var achievement = AchievementCredential.read(document).credentialSubject().achievement();
    HttpResponse<byte[]> image =
        get(pathOf(java.util.Objects.requireNonNull(achievement.image()).id()));

    assertThat(header(image, "Content-Type")).isEqualTo("image/png");
    assertThat(header(image, "Cache-Control")).contains("max-age=31536000", "immutable");
    HttpResponse<byte[]> json = get(pathOf(achievement.id()), "Accept", "application/ld+json");
    assertThat(new String(json.body(), StandardCharsets.UTF_8))
        .contains(achievement.id(), "criteria");
    assertThat(get(pathOf(achievement.id()) + "/image.svg").statusCode()).isEqualTo(200);
    assertThat(get(pathOf(achievement.id()) + "/image.png?size=97").statusCode()).isEqualTo(200);
    assertThat(
            get(pathOf(achievement.id()) + "/image.png?design=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_is_not_there_is_404() {
    for (String absent :
        List.of(
            "/badges/" + UUID.randomUUID() + ".json",
            "/badges/" + UUID.randomUUID() + "/image.png",
            "/status/" + UUID.randomUUID(),
            "/org/" + academy.slug() + "/badge/none.json")) {
      assertThat(get(absent).statusCode()).as(absent).isEqualTo(404);
    }
  }

  private org.insignia.server.accounts.PersonId accept() {
    var ana = accounts.createConfirmed("Ana Núñez", address, "violet otter lantern", Language.ES);
    claims.accept(ana, badge, Claim.Visibility.PUBLIC);
    return ana;
  }

  private Report verified(Bytes input) {
    var loader = new HttpDocumentLoader(new GuardedHttp(Reach.PUBLIC_AND_LOOPBACK, Limits.DEFAULT));
    return new Verifier(VerifierOptions.onLoopback(loader))
        .verify(
            input,
            Instant.now(),
            Set.of(
                issuers.did(academy),
                settings.url("/org/" + academy.slug() + "/ob2.json").toString()));
  }

  private String pathOf(String url) {
    assertThat(url).startsWith(settings.baseUrl().toString());
    return url.substring(settings.baseUrl().toString().length());
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("patience").isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
