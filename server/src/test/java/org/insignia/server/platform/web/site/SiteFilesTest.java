package org.insignia.server.platform.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SiteFilesTest {
  @Autowired Settings settings;

  @Test
  void search_engines_are_kept_out_of_what_is_not_for_everybody() {
    var robots = Web.stranger(settings).get("/robots.txt");
    assertThat(robots.statusCode()).isEqualTo(200);
    assertThat(Web.header(robots, "Content-Type")).startsWith("text/plain");
    assertThat(robots.body())
        .startsWith("User-agent: *\n")
        .contains("Disallow: /console\n", "Disallow: /home\n", "Disallow: /claim/\n")
        .contains("Disallow: /sign-in\n", "Disallow: /mailbox\n")
        .doesNotContain("/badges", "/org", "/users", "/verify", "Disallow: /\n");
    assertThat(Web.header(robots, "Set-Cookie")).isEmpty();
  }

  @Test
  void the_icon_is_found_at_its_old_address() {
    var old = Web.stranger(settings).get("/favicon.ico");
    assertThat(old.statusCode()).isEqualTo(302);
    var icon = Web.stranger(settings).get(Web.header(old, "Location"));
    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(Web.header(icon, "Content-Type")).startsWith("image/svg+xml");
  }
}
