package org.insignia.server.claims.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the threat model that claims have to stand, by their ids. */
@ServerTest
class ClaimSecurityModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Claims claims;
  @Autowired ClaimLinks links;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired TestBadges badges;
  @Autowired MailSink sink;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Organisation academy;
  private PersonId ana;

  @BeforeEach
  void found() {
    academy = badges.academy();
    ana = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  @DisplayName(
      "C1: a scanner that looks at every link takes nothing, and no table knows the secret")
  void links_in_mails_survive_scanners() {
    var id = offered("Ana");
    var link = links.fresh(id);
    for (int look = 0; look < 5; look++) {
      assertThat(get(link.getPath()).statusCode()).isEqualTo(200);
      assertThat(ask("HEAD", link.getPath(), "").statusCode()).isEqualTo(200);
    }
    assertThat(claims.of(id).orElseThrow().state()).isEqualTo(State.PENDING);
    var secret = link.getPath().substring("/claim/".length());
    assertThat(
            db.sql("select count(*) from claim_link where token_hash = ?")
                .param(secret)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(get(link.getPath()).headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(get(link.getPath()).headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
  }

  @Test
  @DisplayName("C2: who has the link but not the mailbox owns nothing")
  void a_link_alone_gives_nothing() {
    var eve = EmailAddress.of("eve-" + address.value());
    accounts.createConfirmed("Eve", eve, PASSWORD, Language.EN);
    var id = offered("Ana");
    signIn(eve);
    post(links.fresh(id).getPath() + "/accept", "visibility=public");
    post(links.fresh(id).getPath() + "/mail-link", "visibility=public&address=" + eve.value());
    assertThat(claims.of(id).orElseThrow().owner()).isNull();
    Until.holds(() ->
        sink.received().stream()
            .anyMatch(m -> m.to().equals(address.value()) && m.text().contains("/enter/")));
    assertThat(sink.received())
        .noneMatch(m -> m.to().equals(eve.value()) && m.text().contains("/enter/"));
  }

  @Test
  @DisplayName("C7: links in mails are ours whatever the request calls us")
  void a_forged_host_does_not_reach_a_mail() throws IOException {
    offered("Ana");
    var field = field("/find-badges");
    var body = "address=" + encoded(address.value()) + "&_csrf=" + encoded(field.token());
    try (var socket = new Socket("127.0.0.1", settings.port())) {
      var request =
          "POST /find-badges HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
              + "Forwarded: host=evil.example\r\nAccept: text/html\r\nConnection: close\r\nCookie: "
              + field.cookie()
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 303");
    }
    var mail =
        new Mailbox(sink)
            .await(m -> m.to().equals(address.value()) && m.text().contains("/enter/"), "the link");
    assertThat(mail.text() + mail.html())
        .contains(settings.baseUrl() + "/enter/")
        .doesNotContain("evil.example");
  }

  @Test
  @DisplayName("T3: fields that no form has change nothing")
  void extra_fields_are_ignored() {
    var id = offered("Ana");
    signIn(address);
    var extra =
        "&owner="
            + UUID.randomUUID()
            + "&owner_id=x&state=REJECTED&recipient=eve%40example.org&organisation="
            + UUID.randomUUID()
            + "&role=OWNER&id="
            + UUID.randomUUID();
    assertThat(post("/home/badges/" + id.value() + "/accept", "visibility=private" + extra))
        .isEqualTo(303);
    var claim = claims.of(id).orElseThrow();
    assertThat(claim.owner()).isEqualTo(ana);
    assertThat(claim.state()).isEqualTo(State.ACCEPTED);
    assertThat(claim.recipient()).isEqualTo(address);
    assertThat(claim.organisation()).isEqualTo(academy.id());
    post("/home/badges/" + id.value() + "/correction", "name=Anna" + extra);
    assertThat(
            db.sql("select state from name_correction where credential_id = ?")
                .param(id.value())
                .query(String.class)
                .list())
        .containsExactly("OPEN");
  }

  @Test
  @DisplayName("T7: what strangers write is text on every page")
  void hostile_names_are_inert() throws IOException {
    var staff = EmailAddress.of("staff-" + address.value());
    var issuer = accounts.createConfirmed("Iris", staff, PASSWORD, Language.EN);
    members.grant("test", issuer.value(), academy.id(), Role.ISSUER);
    for (var name : names()) {
      var id = offered(name);
      var look = get(links.fresh(id).getPath());
      assertThat(look.statusCode()).as(name).isEqualTo(200);
      assertInert(look.body(), name);
    }
    var note = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>";
    var id = offered("Ana");
    claims.accept(ana, id, Visibility.PRIVATE);
    signIn(address);
    post(
        "/home/badges/" + id.value() + "/correction",
        "name=" + encoded("<svg onload=alert(1)>") + "&note=" + encoded(note));
    assertInert(get("/home/badges/" + id.value() + "/correction").body(), "own page");
    signIn(staff);
    var page = get("/console/" + academy.slug() + "/corrections").body();
    assertThat(page).contains("&lt;svg onload");
    assertInert(page, "staff page");
  }

  private static void assertInert(String html, String what) {
    assertThat(html)
        .as(what)
        .doesNotContain("<script>alert", "<svg onload", "<img src=x", "onerror=alert(1)>");
  }

  /** The shared list where it is at hand; a few of its kind anywhere. */
  private static List<String> names() throws IOException {
    var own = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}");
    var file = Path.of(System.getProperty("insignia.shared", "../shared"), "data/hostile/lists");
    var list = file.resolve("names.jsonl");
    if (!Files.exists(list)) {
      return own;
    }
    try (var lines = Files.lines(list)) {
      return Stream.concat(own.stream(), lines.map(ClaimSecurityModuleTest::value))
          .filter(name -> !name.isBlank() && name.length() <= 200)
          .filter(name -> name.chars().noneMatch(Character::isISOControl))
          .limit(60)
          .toList();
    }
  }

  private static String value(String line) {
    var value = ((JsonObject) Json.parse(line)).string("value");
    return value == null ? "" : value;
  }

  @Test
  @DisplayName("T10: nobody can lay the claim page into theirs")
  void claim_pages_are_not_framed() {
    var id = offered("Ana");
    signIn(address);
    for (var path :
        List.of(
            links.fresh(id).getPath(),
            "/home",
            "/home/badges/" + id.value(),
            "/home/auto-accept",
            "/find-badges")) {
      assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("frame-ancestors 'none'", "form-action 'self'");
    }
  }

  private CredentialId offered(String name) {
    var id = badges.issue(academy, address, name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private record Field(String token, String cookie) {}

  private Field field(String page) {
    var answer = get(page);
    var found = FIELD.matcher(answer.body());
    Assumptions.assumeTrue(found.find(), "a form on " + page);
    var cookies = ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore();
    var cookie =
        cookies.getCookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    return new Field(found.group(1), cookie);
  }

  private void signIn(EmailAddress as) {
    ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().removeAll();
    post("/sign-in", "address=" + encoded(as.value()) + "&password=" + encoded(PASSWORD));
  }

  private int post(String path, String form) {
    var page = path.equals("/sign-in") ? "/sign-in" : "/account";
    var token = field(get(page).statusCode() == 200 ? page : "/find-badges").token();
    return ask("POST", path, form + "&_csrf=" + encoded(token)).statusCode();
  }

  private HttpResponse<String> get(String path) {
    return ask("GET", path, "");
  }

  private HttpResponse<String> ask(String method, String path, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
            .header("Accept", "text/html")
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(form) : BodyPublishers.noBody());
    if (method.equals("POST")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
