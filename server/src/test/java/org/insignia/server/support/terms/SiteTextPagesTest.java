package org.insignia.server.support.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SiteTextPagesTest {
  @Autowired Settings settings;

  @Test
  void everybody_reads_them_without_a_cookie_and_programs_are_told_where_they_are() {
    var stranger = Web.stranger(settings);
    for (var path : new String[] {"/terms", "/privacy"}) {
      for (var language : Language.all()) {
        var page = stranger.get(path + "?lang=" + language.tag());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
            .contains(
                "<article class=\"in-article\" lang=\"" + language.tag() + "\">", "/help/contact");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
      }
      assertThat(stranger.get("/verify").body()).contains("href=\"" + path);
      for (var told :
          new String[] {
            "/.well-known/oauth-authorization-server",
            "/ims/ob/v3p0/discovery",
            "/.well-known/badgeconnect.json"
          }) {
        assertThat(stranger.get(told).body())
            .as(told)
            .contains("\"" + settings.baseUrl() + path + "\"");
      }
    }
  }
}
