package org.insignia.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address at which a badge is shown to everybody through every state of visibility:
 * what is not public is the same 404 as what never was, and nobody keeps a copy of it for a minute.
 */
@ServerTest
@DisplayName("security-and-reliability T15")
class RenderingsModuleTest {
  /** A variable of a route with the form it must have, which may have braces itself. */
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}");

  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

  /** Routes of the owner alone: a stranger is never answered, whatever the badge's state. */
  private static final Set<String> OWNERS = Set.of("/home", "/share", "/wallet", "/claim");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired MailSink sink;
  @Autowired List<Renderings> renderings;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  private final HttpClient stranger = HttpClient.newHttpClient();
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void every_route_of_a_badge_is_a_rendering_or_its_owners_alone() {
    var named = new TreeSet<String>();
    addresses().forEach(a -> named.add(a.replaceAll("\\?.*", "")));
    var unnamed = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          var methods = mapping.getMethodsCondition().getMethods();
          for (var pattern : mapping.getPatternValues()) {
            var address = VARIABLE.matcher(pattern).replaceAll("{$1}");
            if ((address.startsWith("/badges/{id}") || address.startsWith("/embedded_badge/"))
                && methods.contains(RequestMethod.GET)
                && OWNERS.stream().noneMatch(address::contains)) {
              if (!named.contains(address)) {
                unnamed.add(address + " of " + method);
              }
            }
          }
        });
    assertThat(unnamed).as("name it in a Renderings bean of its feature").isEmpty();
  }

  @Test
  void a_public_badge_is_there_in_every_form_for_half_a_minute_with_a_tag() {
    var id = accepted("Ana Núñez", Visibility.PUBLIC);
    for (var address : addresses()) {
      var answer = get(address, id);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      var cache = answer.headers().firstValue("cache-control").orElse("");
      var age = MAX_AGE.matcher(cache);
      assertThat(age.find()).as(address + ": " + cache).isTrue();
      assertThat(Integer.parseInt(age.group(1))).as(address).isBetween(1, 60);
      assertThat(cache).as(address).doesNotContain("immutable", "stale");
      assertThat(answer.headers().allValues("set-cookie")).as(address).isEmpty();
      var tag = answer.headers().firstValue("etag").orElseThrow();
      assertThat(get(address, id, "If-None-Match", tag).statusCode()).as(address).isEqualTo(304);
    }
  }

  @Test
  void pending_rejected_private_and_unknown_badges_are_one_404_in_every_form() {
    var unknown = new CredentialId(UUID.fromString("01900000-0000-7000-8000-000000000000"));
    var rejected = waiting("Bo");
    claims.reject(ownerOf(rejected), rejected);
    var hidden = List.of(waiting("Ana"), rejected, accepted("Cy", Visibility.PRIVATE));
    for (var address : addresses()) {
      var wanted = get(address, unknown);
      assertThat(wanted.statusCode()).as(address).isEqualTo(404);
      for (var id : hidden) {
        var answer = get(address, id);
        assertThat(answer.statusCode()).as(address).isEqualTo(404);
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(nameless(answer.body(), id))
            .as(address)
            .isEqualTo(nameless(wanted.body(), unknown));
        var etag = get(address, id, "If-None-Match", "*");
        assertThat(etag.statusCode()).as(address + " with If-None-Match").isEqualTo(404);
      }
    }
  }

  private static String nameless(String body, CredentialId id) {
    return body.replace(id.value().toString(), "ID")
        .replace(CertificateNumber.of(id).text(), "NUMBER");
  }

  @Test
  void making_it_private_hides_every_form_at_once_and_making_it_public_brings_it_back() {
    var id = accepted("Ana", Visibility.PUBLIC);
    var owner = claims.of(id).orElseThrow().owner();
    addresses().forEach(a -> assertThat(get(a, id).statusCode()).as(a).isEqualTo(200));
    claims.show(owner, id, Visibility.PRIVATE);
    addresses().forEach(a -> assertThat(get(a, id).statusCode()).as(a).isEqualTo(404));
    claims.show(owner, id, Visibility.PUBLIC);
    addresses().forEach(a -> assertThat(get(a, id).statusCode()).as(a).isEqualTo(200));
  }

  @Test
  void an_embedded_badge_may_be_framed_by_anybody_and_nothing_else_may() {
    var id = accepted("Ana", Visibility.PUBLIC);
    var embedded = get("/embedded_badge/{id}", id);
    assertThat(embedded.headers().firstValue("content-security-policy").orElse(""))
        .contains("frame-ancestors *", "default-src 'none'")
        .doesNotContain("script-src", "unsafe");
    assertThat(embedded.headers().firstValue("x-frame-options")).isEmpty();
    for (int i = 0; i < 40; i++) { // as when many ask at once
      var hot = get("/embedded_badge/{id}", id).headers();
      assertThat(hot.firstValue("x-frame-options")).isEmpty();
      assertThat(hot.firstValue("content-security-policy").orElse(""))
          .contains("frame-ancestors *");
    }
    for (var address : addresses()) {
      if (!address.startsWith("/embedded_badge")) {
        assertThat(get(address, id).headers().firstValue("x-frame-options"))
            .as(address)
            .contains("DENY");
      }
    }
    var missing = get("/embedded_badge/{id}", new CredentialId(UUID.randomUUID()));
    assertThat(missing.headers().firstValue("x-frame-options")).contains("DENY");
    assertThat(missing.headers().firstValue("content-security-policy").orElse(""))
        .contains("frame-ancestors 'none'");
  }

  @Test
  void a_replaced_badge_goes_on_in_what_was_pasted_long_ago() {
    var old = accepted("Ana Sliva", Visibility.PUBLIC);
    var owner = claims.of(old).orElseThrow().owner();
    var corrected = credentials.replace("test", old, "Ana Silva", "misspelt");
    until(() -> claims.of(corrected).isPresent());
    if (claims.of(corrected).orElseThrow().owner() == null) {
      claims.accept(owner, corrected, Visibility.PUBLIC);
    }
    assertThat(get("/embedded_badge/{id}", old).body()).contains("Ana Silva");
    assertThat(get("/badges/{id}/card.svg", old).body()).contains("Ana Silva");
    assertThat(get("/oembed?url={url}", old).body()).contains("Ana Silva");
    claims.show(owner, corrected, Visibility.PRIVATE);
    assertThat(get("/embedded_badge/{id}", old).body()).doesNotContain("Ana Silva");
  }

  private List<String> addresses() {
    var all = new ArrayList<String>();
    renderings.forEach(r -> all.addAll(r.addresses()));
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }

  private CredentialId waiting(String name) {
    var mailbox = EmailAddress.of("r" + UUID.randomUUID() + "@example.org");
    var id = badges.issue(academy, mailbox, name, Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    accounts.createConfirmed(name, mailbox, "violet otter lantern", Language.EN);
    return id;
  }

  private PersonId ownerOf(CredentialId id) {
    return accounts.ownerOf(credentials.find(id).orElseThrow().recipient()).orElseThrow();
  }

  private CredentialId accepted(String name, Visibility visibility) {
    var id = waiting(name);
    claims.accept(ownerOf(id), id, visibility);
    return id;
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private HttpResponse<String> get(String address, CredentialId id, String... headers) {
    var url = settings.url("/badges/" + id.value()).toString();
    var path =
        address
            .replace("{id}", id.value().toString())
            .replace("{number}", CertificateNumber.of(id).text())
            .replace("{url}", URLEncoder.encode(url, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
            .timeout(Duration.ofSeconds(20))
            .method(HttpMethod.GET.name(), HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return stranger.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
