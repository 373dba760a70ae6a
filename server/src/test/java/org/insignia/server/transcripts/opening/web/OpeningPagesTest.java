package org.insignia.server.transcripts.opening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.platform.testing.Web.encoded;
import static org.insignia.server.platform.testing.Web.header;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Statements;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OpeningPagesTest {
  private static final String CODE = "violet otter";

  @Autowired Accounts accounts;
  @Autowired Shares shares;
  @Autowired Settings settings;

  /** Networks that no other test comes from: the proxy before us is trusted to say so. */
  private final String net = "2001:db8:%x:%x:".formatted(random(), random());

  private final HttpClient client = HttpClient.newHttpClient();
  private PersonId ana;
  private Share share;

  private static int random() {
    return new Random().nextInt(1, 0xffff);
  }

  @BeforeEach
  void somebody() {
    ana =
        accounts.createConfirmed(
            "Ana Núñez",
            EmailAddress.of("o" + UUID.randomUUID() + "@example.org"),
            "violet otter lantern",
            Language.ES);
    share =
        shares.make(
            ana,
            new ShareWish("Northwind", Language.ES, false, Share.Programs.NONE, null, null),
            AccessCode.typed(CODE));
  }

  @Test
  void the_form_sets_no_cookie_and_is_kept_by_nobody() {
    for (var path : List.of("/transcripts", share.path(), "/transcripts/nothing-of-the-kind")) {
      var page = get(path, "");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(header(page, "Set-Cookie")).isEmpty();
      isForNobodyElse(page);
    }
    assertThat(get(share.path(), "").body()).contains(share.transcript().text());
  }

  @Test
  @DisplayName("surfaces 2.8: an address of the older form leads to where the code is typed")
  void an_address_of_the_older_form_leads_to_where_the_code_is_typed() {
    var id = share.transcript().text();
    for (var locale : List.of("es-es", "es", "ES-419")) {
      var answer = get("/" + locale + "/users/ananunez-1234/transcript/" + id, "");
      assertThat(answer.statusCode()).as(locale).isEqualTo(303);
      assertThat(header(answer, "Location")).endsWith(share.path() + "?lang=es");
      isForNobodyElse(answer);
    }
    var nobodys = get("/zh-cn/users/x/transcript/7abcdefg", "");
    assertThat(nobodys.statusCode()).isEqualTo(303);
    assertThat(header(nobodys, "Location")).endsWith("/transcripts/7abcdefg?lang=zh-CN");
    assertThat(get("/es/users/x/transcript/%2F%2Felsewhere.example", "").statusCode())
        .isBetween(400, 404);
  }

  @Test
  @DisplayName("C9: the same statements are put to the database, whatever was wrong")
  void unknown_id_wrong_code_and_closed_share_take_the_same_statements() {
    var wrong = statements(share.transcript().text(), "wrong otters", 1);
    var unknown = statements("7ZK4M-9QTW2-0ABCD-EFGHJ-KMNPQR", CODE, 2);
    shares.revoke(ana, share.id());
    var closed = statements(share.transcript().text(), CODE, 3);
    assertThat(wrong).isNotEmpty().isEqualTo(unknown).isEqualTo(closed);
  }

  /** What a try put to the database. */
  private List<String> statements(String id, String code, int network) {
    var name = UUID.randomUUID().toString();
    var answer =
        send(
            request("/transcripts", network)
                .header(Statements.HEADER, name)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=" + id + "&code=" + encoded(code))));
    assertThat(answer.statusCode()).isEqualTo(422);
    return Statements.of(name);
  }

  @Test
  void the_right_code_lets_this_browser_see_this_transcript() {
    var answer = post(share.transcript().text(), CODE, 1);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).endsWith(share.path() + "?lang=es");
    isForNobodyElse(answer);
    var cookie = header(answer, "Set-Cookie");
    assertThat(cookie)
        .startsWith("transcript=")
        .contains("Path=" + share.path(), "HttpOnly", "SameSite=Strict", "Max-Age=1800");
    var kept = cookie.substring(0, cookie.indexOf(';'));
    var page = get(share.path() + "?lang=es", kept);
    assertThat(page.body()).contains("Ana Núñez").contains("ID de certificación");
    isForNobodyElse(page);
    assertThat(get(share.path(), "").body()).doesNotContain("Ana Núñez");
    shares.revoke(ana, share.id());
    assertThat(get(share.path(), kept).body()).doesNotContain("Ana Núñez");
  }

  @Test
  void whoever_is_done_takes_the_transcript_off_this_browser() {
    var cookie = header(post(share.transcript().text(), CODE, 1), "Set-Cookie");
    var kept = cookie.substring(0, cookie.indexOf(';'));
    var closed =
        send(
            request(share.path() + "/close", 1)
                .header("Cookie", kept)
                .POST(BodyPublishers.noBody()));
    assertThat(closed.statusCode()).isEqualTo(303);
    assertThat(header(closed, "Set-Cookie")).contains("Max-Age=0");
    assertThat(get(share.path(), kept).body()).doesNotContain("Ana Núñez");
  }

  @Test
  @DisplayName("C9: unknown ID, wrong code and closed share give the same page and status")
  void what_does_not_open_looks_the_same() {
    var closed =
        shares.make(
            ana,
            new ShareWish("Closed", Language.EN, false, Share.Programs.NONE, null, null),
            AccessCode.typed(CODE));
    shares.revoke(ana, closed.id());
    var unknown = "7ZK4M-9QTW2-0ABCD-EFGHJ-KMNPQR";
    var first = post(share.transcript().text(), "violet otters", 2);
    assertThat(first.statusCode()).isEqualTo(422);
    assertThat(header(first, "Set-Cookie")).isEmpty();
    isForNobodyElse(first);
    for (var other : List.of(post(unknown, CODE, 3), post(closed.transcript().text(), CODE, 4))) {
      assertThat(other.statusCode()).isEqualTo(first.statusCode());
      assertThat(other.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
      assertThat(withoutIds(other.body())).isEqualTo(withoutIds(first.body()));
    }
    assertThat(first.body()).doesNotContain("otters");
  }

  private static String withoutIds(String body) {
    return body.replaceAll("[0-9A-Z]{5}(-[0-9A-Z]{5,6}){4}", "ID");
  }

  @Test
  @DisplayName("C9, C10: 50 browsers x 20 guesses over 50 networks: at most ten are judged")
  void a_distributed_attack_on_the_page_gets_ten_guesses_judged() throws Exception {
    var clients = new ArrayList<Callable<Integer>>();
    for (int c = 0; c < 50; c++) {
      int from = 1000 + c;
      clients.add(() -> {
        int judged = 0;
        for (int guess = 0; guess < 20; guess++) {
          int status = post(share.transcript().text(), "guess " + from + guess, from).statusCode();
          assertThat(status).isIn(422, 429);
          judged += status == 422 ? 1 : 0;
        }
        return judged;
      });
    }
    try (var threads = Executors.newFixedThreadPool(50)) {
      int judged = 0;
      for (var client : threads.invokeAll(clients)) {
        judged += client.get();
      }
      assertThat(judged).isEqualTo(10);
    }
    var late = post(share.transcript().text(), CODE, 5000);
    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(header(late, "Retry-After"))).isBetween(3000L, 3600L);
    assertThat(header(late, "Set-Cookie")).isEmpty();
  }

  @Test
  void hostile_forms_and_paths_get_a_page_and_no_more() {
    var hostile =
        List.of(
            "\u0000",
            "<script>alert(1)</script>",
            "7".repeat(200_000),
            "%00",
            "\uD83D\uDE00",
            "' or 1=1");
    for (int i = 0; i < hostile.size(); i++) {
      var answer = post(hostile.get(i), hostile.get(i), 20 + i);
      assertThat(answer.statusCode()).isIn(400, 413, 422);
      assertThat(answer.body()).doesNotContain("<script>alert").hasSizeLessThan(30_000);
    }
    for (var path :
        List.of(
            "/transcripts/%00", "/transcripts/..%2f..%2fetc", "/transcripts/" + "7".repeat(300))) {
      assertThat(get(path, "").statusCode()).isIn(400, 404);
    }
    assertThat(get(share.path(), "transcript=" + "A".repeat(43)).statusCode()).isEqualTo(200);
    assertThat(get(share.path(), "transcript=<x>").statusCode()).isEqualTo(200);
  }

  @Test
  void a_code_in_the_address_opens_nothing() {
    var page = get(share.path() + "?code=" + encoded(CODE), "");
    assertThat(page.body()).doesNotContain("Ana Núñez");
    assertThat(header(page, "Set-Cookie")).isEmpty();
  }

  private static void isForNobodyElse(HttpResponse<?> answer) {
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "X-Robots-Tag")).contains("noindex");
  }

  private HttpResponse<String> post(String id, String code, int from) {
    return send(
        request("/transcripts", from)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("id=" + encoded(id) + "&code=" + encoded(code))));
  }

  private HttpResponse<String> get(String path, String cookie) {
    var request = request(path, 0);
    return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private HttpRequest.Builder request(String path, int from) {
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
        .header("Accept", "text/html")
        .header(
            "X-Forwarded-For", net.replaceAll(":[^:]+:$", ":") + Integer.toHexString(from) + "::1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
