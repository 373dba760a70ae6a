package org.insignia.server.platform.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.counts.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HotPagesTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Reach reach;
  @Autowired JdbcClient db;

  private final String address = "h" + UUID.randomUUID() + "@example.org";
  private Organisation academy;
  private PersonId ana;
  private CredentialId id;
  private String path;
  private Web stranger;

  @BeforeEach
  void shown() {
    stranger = Web.stranger(settings);
    academy = badges.academy();
    id = badges.issue(academy, EmailAddress.of(address), "Ana Núñez", Language.EN);
    until(() -> claims.of(id).isPresent());
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
    path = "/badges/" + id.value();
  }

  @Test
  void a_page_from_here_is_the_page_as_it_was_rendered_with_all_its_headers() {
    var rendered = stranger.get(path);
    var hot = heated(path);
    assertThat(hot.body()).isEqualTo(rendered.body());
    for (var name :
        new String[] {
          "content-type",
          "content-language",
          "cache-control",
          "etag",
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "permissions-policy"
        }) {
      assertThat(Web.header(hot, name)).as(name).isEqualTo(Web.header(rendered, name)).isNotEmpty();
    }
    assertThat(Web.header(hot, "vary"))
        .containsIgnoringCase("cookie")
        .containsIgnoringCase("accept-language");
    assertThat(Web.header(hot, "set-cookie")).isEmpty();
  }

  @Test
  void whoever_has_it_is_told_so_and_who_packs_gets_it_packed() {
    heated(path);
    var tag = Web.header(stranger.get(path), "etag");
    assertThat(stranger.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    var packed = stranger.bytes(path, "Accept", "text/html", "Accept-Encoding", "gzip");
    assertThat(packed.statusCode()).isEqualTo(200);
    assertThat(Web.header(packed, "content-encoding")).isEqualTo("gzip");
  }

  @Test
  void languages_and_forms_are_kept_apart() {
    heated(path);
    assertThat(stranger.get(path, "Accept-Language", "it").body()).contains("<html lang=\"it\"");
    assertThat(stranger.get(path + "?lang=es").body()).contains("<html lang=\"es\"");
    assertThat(
            new String(
                stranger.bytes(path, "Accept", "application/vc+ld+json").body(),
                java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("{");
  }

  @Test
  void somebody_signed_in_gets_their_own_page() {
    heated(path);
    var own = Web.signedIn(settings, address, PASSWORD).get(path);
    assertThat(own.body()).contains("/account");
    assertThat(Web.header(own, "cache-control")).contains("no-store");
    assertThat(stranger.get(path).body()).doesNotContain("/account");
  }

  @Test
  void what_is_made_private_is_gone_here_too_within_a_minute_even_while_everybody_looks() {
    heated(path);
    claims.show(ana, id, Visibility.PRIVATE);
    var begun = System.nanoTime();
    while (stranger.get(path).statusCode() != 404) {
      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofMinutes(1).toNanos());
    }
    for (int i = 0; i < 50; i++) {
      assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    }
    claims.show(ana, id, Visibility.PUBLIC);
    assertThat(stranger.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void each_view_is_counted_and_its_country_too_though_the_page_was_rendered_once() {
    var person = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
    heated(path); // by a program, which does not count
    for (int i = 0; i < 30; i++) {
      var seen =
          stranger.get(
              path, "User-Agent", person, "X-Forwarded-For", "1.2.3.4", "CF-IPCountry", "UY");
      assertThat(seen.statusCode()).isEqualTo(200);
    }
    until(() -> reach.ofBadge(id).views() == 30);
    assertThat(
            db.sql(
                    "select sum(count) from reach_country where organisation_id = :id and country = 'UY'")
                .param("id", academy.id().value())
                .query(Long.class)
                .single())
        .isEqualTo(30);
  }

  @Test
  void pages_that_are_not_there_are_never_kept() {
    var missing = "/badges/" + UUID.randomUUID();
    for (int i = 0; i < 40; i++) {
      assertThat(stranger.get(missing).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void an_unreadable_first_line_is_refused_as_politely_as_when_nothing_is_hot() throws IOException {
    heated(path);
    for (var line : new String[] {"GET /verify?url=<x> HTTP/1.1", "G<T / HTTP/1.1"}) {
      try (var socket = new Socket("localhost", settings.baseUrl().getPort())) {
        socket.setSoTimeout(60_000);
        var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).as(line).startsWith("HTTP/1.1 400 ");
      }
    }
  }

  private HttpResponse<String> heated(String page) {
    HttpResponse<String> last = stranger.get(page);
    for (int i = 0; i < 40; i++) {
      last = stranger.get(page);
      assertThat(last.statusCode()).isEqualTo(200);
    }
    return last;
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
