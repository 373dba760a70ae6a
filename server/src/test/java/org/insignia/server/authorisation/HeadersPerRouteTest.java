package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every answer says of itself, for each route of the matrix. */
@ServerTest
@DisplayName("security-and-reliability T10, T9, C1")
class HeadersPerRouteTest {
  @Autowired Settings settings;
  @Autowired Fixtures fixtures;

  @Test
  void no_page_is_laid_into_another_but_the_embedded_badge_and_none_runs_foreign_code() {
    var wrong = new ArrayList<String>();
    everyGet((path, answer) -> {
      var policy = header(answer, "content-security-policy");
      var type = header(answer, "content-type");
      if (!header(answer, "x-content-type-options").equals("nosniff")) {
        wrong.add(path + ": may be read as another type");
      }
      if (!type.startsWith("text/html")) {
        return;
      }
      boolean embedded = path.startsWith("/embedded_badge/") && answer.statusCode() == 200;
      if (policy.contains("; sandbox") && policy.contains("frame-ancestors 'self'")) {
        return; // the mail signature as its owner sees it, on our own page, where nothing of it
        // runs
      }
      if (embedded != policy.contains("frame-ancestors *")
          || !embedded && !policy.contains("frame-ancestors 'none'")
          || !embedded && !header(answer, "x-frame-options").equals("DENY")) {
        wrong.add(path + ": " + policy + " " + header(answer, "x-frame-options"));
      }
      if (!policy.contains("default-src 'none'") || policy.contains("script-src 'unsafe")) {
        wrong.add(path + ": " + policy);
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_for_one_person_is_kept_by_nobody_and_secrets_in_addresses_go_nowhere() {
    var wrong = new ArrayList<String>();
    everyGet((path, answer) -> {
      var cache = header(answer, "cache-control");
      boolean own = path.matches("/(home|account|console|prove|again)(/.*|\\?.*)?|.*/share(/.*)?");
      boolean picture = header(answer, "content-type").startsWith("image/");
      if (own && !cache.contains("no-store") && !(picture && cache.contains("private"))) {
        wrong.add(path + " may be kept: " + cache);
      }
      boolean secret = path.matches("/(claim|confirm|enter|reset|setup)/.+");
      if (secret && answer.statusCode() == 200) {
        if (!header(answer, "referrer-policy").equals("no-referrer")) {
          wrong.add(path + " is told to others: " + header(answer, "referrer-policy"));
        }
        if (!cache.contains("no-store") && !(picture && cache.contains("private"))) {
          wrong.add(path + " may be kept: " + cache);
        }
      }
    });
    assertThat(wrong).isEmpty();
  }

  private interface Look {
    void at(String path, HttpResponse<String> answer);
  }

  /** As the owner of the badges, and as nobody. */
  private void everyGet(Look look) {
    var scene = fixtures.lay();
    var base = settings.baseUrl().toString();
    for (var caller : List.of(Caller.ANONYMOUS, Caller.OWNER, Caller.LEADER)) {
      try (var browser = new Browser(base, scene.accounts().get(caller))) {
        for (var line : Matrix.read()) {
          if (line.method().equals("GET")) {
            var path = scene.fill(line.path(), caller);
            look.at(path, browser.look(path));
          }
        }
      }
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }
}
