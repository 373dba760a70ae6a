package org.insignia.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cookie that means nothing sends a stranger by the ordinary way: both ways look the same. */
@ServerTest
class ShortWayTest {
  private static final String[] ORDINARY = {"Cookie", "theme=dark"};

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Accounts accounts;

  private final String address = "w" + UUID.randomUUID() + "@example.org";
  private PersonId ana;
  private CredentialId id;
  private String path;
  private Web stranger;

  @BeforeEach
  void shown() {
    stranger = Web.stranger(settings);
    id = badges.issue(badges.academy(), EmailAddress.of(address), "Ana <b>&amp;", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    ana =
        accounts.createConfirmed(
            "Ana", EmailAddress.of(address), "violet otter lantern", Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
    path = "/badges/" + id.value();
  }

  @Test
  void the_page_and_its_headers_are_those_of_the_ordinary_way() {
    for (var query : List.of("", "?lang=it", "?lang=zh-CN&x=%26", "?a=b&a=c%26", "?lang=%00")) {
      var shortly = stranger.get(path + query);
      var ordinary = stranger.get(path + query, ORDINARY);
      assertThat(shortly.statusCode()).as(query).isEqualTo(ordinary.statusCode()).isEqualTo(200);
      assertThat(shortly.body()).isEqualTo(ordinary.body()).doesNotContain("Ana <b>");
      assertThat(headers(shortly)).isEqualTo(headers(ordinary));
      var language = query.contains("it") ? "it" : query.contains("zh-CN") ? "zh-CN" : "en";
      assertThat(Web.header(shortly, "content-language")).isEqualTo(language);
      assertThat(Web.header(shortly, "etag")).startsWith("W/\"");
      assertThat(Web.header(shortly, "set-cookie")).isEmpty();
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(h -> !List.of("date", "etag").contains(h.getKey().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                h -> h.getValue().stream().sorted().toList(),
                (a, b) -> a,
                TreeMap::new));
  }

  @Test
  void whoever_has_the_page_is_told_so_with_all_its_headers() {
    var tag = Web.header(stranger.get(path), "etag");
    var again = stranger.get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(Web.header(again, "etag")).isEqualTo(tag);
    assertThat(Web.header(again, "content-security-policy")).isNotEmpty();
    assertThat(stranger.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_asks_for_the_headers_alone_gets_those_of_the_page() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(settings.url(path)).header("Accept", "text/html").HEAD().build();
      var head = http.send(request, HttpResponse.BodyHandlers.ofString());
      var page = stranger.get(path);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(headers(head)).isEqualTo(headers(page));
      assertThat(Web.header(head, "etag")).isEqualTo(Web.header(page, "etag"));
    }
  }

  @Test
  void what_is_not_for_everybody_looks_like_what_is_not_there() {
    var missing = stranger.get("/badges/" + UUID.randomUUID());
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(Web.header(missing, "vary").toLowerCase(Locale.ROOT)).doesNotContain("cookie");
    claims.show(ana, id, Visibility.PRIVATE);
    var hidden = stranger.get(path);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(headers(hidden)).isEqualTo(headers(missing));
    claims.show(ana, id, Visibility.PUBLIC);
    assertThat(stranger.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void a_replaced_badge_leads_on_and_a_revoked_one_says_so_at_once() {
    credentials.suspend("test", id, "looked at again");
    assertThat(stranger.get(path).body()).contains("looked at again");
    credentials.reinstate("test", id);
    var next = credentials.replace("test", id, "Ana Silva", "a name");
    Until.holds(() -> claims.publiclyVisible(next));
    var answer = stranger.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Web.header(answer, "location")).endsWith(next.value().toString());
    assertThat(Web.header(answer, "cache-control")).contains("no-store");
  }

  @Test
  void machines_get_their_form_as_ever() {
    var answer = stranger.bytes(path, "Accept", "application/vc+ld+json");
    assertThat(Web.header(answer, "content-type")).contains("vc+ld+json");
  }
}
