package org.insignia.server.sharing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PublicPagesTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern JSON_LD =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern CSRF = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired Achievements achievements;
  @Autowired MailSink sink;

  private final HttpClient stranger = HttpClient.newHttpClient();
  private final EmailAddress address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void a_badge_page_says_who_what_when_by_whom_and_that_it_was_verified() {
    var id = shown("Ana Núñez", Visibility.PUBLIC);
    var page = get(path(id));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Northwind Certified: Cloud Administrator Associate", "Ana Núñez")
        .contains("March 4, 2026", "March 4, 2028", "Northwind Academy")
        .contains("Valid. Checked just now: 9 of 9 steps passed")
        .contains("Plan virtual networks", "How it was earned")
        .contains(path(id) + ".json", path(id) + "/image.png", path(id) + "/image.svg");
  }

  @Test
  void the_page_speaks_the_readers_language() {
    var id = shown("Ana", Visibility.PUBLIC);
    assertThat(get(path(id) + "?lang=es").body())
        .contains("Válida. Comprobada ahora mismo: 9 de 9 pasos superados", "4 de marzo de 2026");
    assertThat(get(path(id) + "?lang=zh-CN").body())
        .contains("有效。刚刚检查过：9 个步骤中通过了 9 个", "Northwind 认证：云管理员");
  }

  @Test
  void machines_find_the_badge_described_and_linked() {
    var id = shown("Ana </script><b>", Visibility.PUBLIC);
    var body = get(path(id)).body();
    assertThat(body).doesNotContain("</script><b>");
    var found = JSON_LD.matcher(body);
    assertThat(found.find()).isTrue();
    var json = (JsonObject) Json.parse(found.group(1));
    assertThat(json.string("@type")).isEqualTo("EducationalOccupationalCredential");
    assertThat(json.object("about").string("name")).isEqualTo("Ana </script><b>");
    assertThat(body)
        .contains(
            "property=\"og:title\" content=\"Northwind Certified",
            " was issued by Northwind Academy to Ana ")
        .contains("rel=\"canonical\" href=\"" + settings.url(path(id)) + "\"")
        .contains(
            "rel=\"alternate\" type=\"application/vc+ld+json\" href=\"" + path(id) + ".json\"");
    var image = Pattern.compile("og:image\" content=\"([^\"]+)\"").matcher(body);
    assertThat(image.find()).isTrue();
    var picture =
        get(
            URI.create(image.group(1).replace("&amp;", "&"))
                .toString()
                .substring(settings.baseUrl().toString().length()));
    assertThat(picture.headers().firstValue("content-type")).contains("image/png");
  }

  @Test
  void copies_are_kept_for_half_a_minute_and_recognised() {
    var id = shown("Ana", Visibility.PUBLIC);
    for (var path : List.of(path(id), "/org/" + academy.slug(), "/", "/org")) {
      var first = get(path);
      assertThat(first.headers().firstValue("cache-control"))
          .as(path)
          .contains("public, max-age=30");
      assertThat(first.headers().allValues("set-cookie")).as(path).isEmpty();
      assertThat(String.join(",", first.headers().allValues("vary")))
          .as(path)
          .containsIgnoringCase("cookie")
          .containsIgnoringCase("accept-language");
      var tag = first.headers().firstValue("etag").orElseThrow();
      var again = send(stranger, request(path).header("If-None-Match", tag));
      assertThat(again.statusCode()).as(path).isEqualTo(304);
    }
  }

  @Test
  void pending_private_and_unknown_badges_are_the_same_404_in_every_form() {
    var pending = waiting("Ana");
    accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    var hidden = shown("Bo", Visibility.PRIVATE);
    var unknown = new CredentialId(UUID.fromString("01900000-0000-7000-8000-000000000000"));
    for (var form : List.of("", ".json", "/image.png", "/image.svg")) {
      var wanted = get(path(unknown) + form);
      for (var id : List.of(pending, hidden)) {
        var answer = get(path(id) + form);
        assertThat(answer.statusCode()).as(form).isEqualTo(404);
        assertThat(answer.body().replace(id.value().toString(), "ID"))
            .isEqualTo(wanted.body().replace(unknown.value().toString(), "ID"));
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
      }
    }
  }

  @Test
  void a_private_badge_is_there_for_its_owner_alone_and_verified_all_the_same() {
    var mailbox = EmailAddress.of("o" + UUID.randomUUID() + "@example.org");
    var id = badges.issue(academy, mailbox, "Bo", Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    var bo = accounts.createConfirmed("Bo", mailbox, PASSWORD, Language.EN);
    claims.accept(bo, id, Visibility.PRIVATE);
    var browser = signedIn(mailbox);
    var page = send(browser, request(path(id)));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Only you can see this page.", "Valid. Checked just now: 9 of 9 steps passed")
        .doesNotContain(path(id) + "/image.png");
    assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("etag")).isEmpty();
    assertThat(get(path(id)).statusCode()).isEqualTo(404);
  }

  @Test
  void making_it_private_hides_it_at_once() {
    var id = shown("Ana", Visibility.PUBLIC);
    assertThat(get(path(id)).statusCode()).isEqualTo(200);
    claims.show(owner(id), id, Visibility.PRIVATE);
    for (var form : List.of("", ".json", "/image.png", "/image.svg")) {
      assertThat(get(path(id) + form).statusCode()).as(form).isEqualTo(404);
    }
  }

  @Test
  void revoked_and_suspended_badges_say_so_and_why() {
    var revoked = shown("Ana", Visibility.PUBLIC);
    assertThat(get(path(revoked)).body()).contains("Valid. Checked just now");
    credentials.revoke("test", revoked, "Obtained by <b>fraud</b>");
    assertThat(get(path(revoked)).body())
        .contains(
            "Revoked. Checked just now",
            "It no longer counts.",
            "Obtained by &lt;b&gt;fraud&lt;/b&gt;")
        .doesNotContain("Valid. Checked just now");
    var suspended = shown("Bo", Visibility.PUBLIC);
    credentials.suspend("test", suspended, "Under review");
    assertThat(get(path(suspended)).body())
        .contains("Suspended. Checked just now", "Under review")
        .doesNotContain("Valid. Checked just now");
  }

  @Test
  void a_replaced_badge_leads_to_the_one_that_stands_in_for_it() {
    var old = shown("Ana Sliva", Visibility.PUBLIC);
    var corrected = credentials.replace("test", old, "Ana Silva", "misspelt");
    until(() -> claims.of(corrected).isPresent());
    if (claims.of(corrected).orElseThrow().owner() == null) {
      assertThat(get(path(old)).body()).contains("Replaced. Checked just now", "misspelt");
      claims.accept(owner(old), corrected, Visibility.PUBLIC);
    }
    var answer = get(path(old));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElse("")).endsWith(path(corrected));
    assertThat(get(path(corrected)).body()).contains("Ana Silva");
  }

  @Test
  void a_profile_shows_public_badges_with_filters_and_only_those() {
    var first = shown("Ana", Visibility.PUBLIC);
    var ana = accounts.person(owner(first));
    var path = "/users/" + ana.vanity();
    assertThat(get(path).body()).contains(path(first), "1 badge");
    var exam = badges.issue(academy, "exam.a", mailboxOf(ana.id()), "Ana", Language.EN);
    until(() -> claims.of(exam).isPresent());
    claims.accept(ana.id(), exam, Visibility.PRIVATE);
    assertThat(get(path).body()).doesNotContain(path(exam));
    claims.show(ana.id(), exam, Visibility.PUBLIC);
    assertThat(get(path).body()).contains(path(first), path(exam), "2 badges");
    assertThat(get(path + "?skill=" + encoded("Run servers in the cloud")).body())
        .contains(path(first), "Show")
        .doesNotContain("href=\"" + path(exam));
    credentials.revoke("test", first, "mistake");
    assertThat(get(path).body()).doesNotContain(path(first));
  }

  @Test
  void whoever_shows_nothing_has_no_profile() {
    var ana =
        accounts.person(accounts.createConfirmed("Ana Zzyzx", address, PASSWORD, Language.EN));
    var answer = get("/users/" + ana.vanity());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Zzyzx");
    var own = send(signedIn(address), request("/users/" + ana.vanity()));
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).contains("You show no badges yet");
  }

  @Test
  void organisation_achievement_directory_and_start_are_there_in_every_language() {
    var achievement = achievements.of(academy.id(), "certification.cloud").orElseThrow();
    var badge = "/org/" + academy.slug() + "/badge/" + achievement.slug();
    for (var language : Language.values()) {
      for (var path : List.of("/", "/org", "/org/" + academy.slug(), badge, "/verify")) {
        var page = get(path + "?lang=" + language.tag());
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"" + language.tag() + "\"");
        var json = JSON_LD.matcher(page.body());
        while (json.find()) {
          assertThat(Json.parse(json.group(1))).isInstanceOf(JsonObject.class);
        }
      }
    }
    assertThat(get(badge).body())
        .contains("What it certifies", "Earn this badge", "NW-100", "NW-200");
    assertThat(get("/org/" + academy.slug() + "?q=servers+nw-200").body())
        .contains("1 badge")
        .doesNotContain("2 badges");
    assertThat(get("/org/" + academy.slug() + "?q=zzz&kind=x&page=-9").body())
        .contains("Nothing fits");
    assertThat(get("/org/no-such").statusCode()).isEqualTo(404);
    assertThat(get("/org/" + academy.slug() + "/badge/no-such").statusCode()).isEqualTo(404);
  }

  @Test
  void our_own_badge_is_valid_at_the_verify_page_too_and_known() {
    var id = shown("Ana", Visibility.PUBLIC);
    assertThat(get("/verify?url=" + encoded(settings.url(path(id)).toString())).body())
        .contains(">Valid</h2>", "9 of 9 steps passed", "src=\"data:image/png;base64,");
  }

  private CredentialId waiting(String name) {
    var mailbox =
        name.equals("Ana") ? address : EmailAddress.of("x" + UUID.randomUUID() + "@example.org");
    var id = badges.issue(academy, mailbox, name, Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    return id;
  }

  private CredentialId shown(String name, Visibility visibility) {
    var mailbox = EmailAddress.of("p" + UUID.randomUUID() + "@example.org");
    var id = badges.issue(academy, mailbox, name, Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    var person = accounts.createConfirmed("Ana Silva", mailbox, PASSWORD, Language.EN);
    claims.accept(person, id, visibility);
    return id;
  }

  private PersonId owner(CredentialId id) {
    return java.util.Objects.requireNonNull(claims.of(id).orElseThrow().owner());
  }

  private EmailAddress mailboxOf(PersonId person) {
    return accounts.verifiedAddresses(person).getFirst();
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private HttpClient signedIn(EmailAddress as) {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var form = CSRF.matcher(send(browser, request("/sign-in")).body());
    assertThat(form.find()).isTrue();
    var body =
        "_csrf="
            + encoded(form.group(2))
            + "&address="
            + encoded(as.value())
            + "&password="
            + encoded(PASSWORD);
    var answer =
        send(
            browser,
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isBetween(300, 399);
    return browser;
  }

  private static String path(CredentialId id) {
    return "/badges/" + id.value();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) {
    return send(stranger, request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
        .header("Accept", "text/html")
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
