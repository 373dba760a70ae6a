package org.insignia.server.sharing.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Globals;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WhenceTest {
  private static final String HEADER = "CF-IPCountry";

  private static Settings settings(String header) {
    return new Settings(
        URI.create("http://localhost"),
        null,
        null,
        "a@example.org",
        Path.of("."),
        0,
        false,
        "private",
        header,
        "");
  }

  private static MockHttpServletRequest forwarded() {
    var request = new MockHttpServletRequest();
    request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
    return request;
  }

  @ParameterizedTest
  @CsvSource({"DE,DE", "br,BR", "XX,''", "T1,''", "'',''", "DEU,''", "<b>,''", "' DE',''"})
  void what_is_no_country_is_not_known(String said, String known) {
    var request = forwarded();
    request.addHeader(HEADER, said);
    assertThat(new Whence(settings(HEADER)).of(request)).isEqualTo(known);
  }

  @Test
  void only_a_believed_proxy_is_heard_and_only_if_the_settings_say_where() {
    var pretended = new MockHttpServletRequest();
    pretended.addHeader(HEADER, "DE");
    assertThat(new Whence(settings(HEADER)).of(pretended)).isEmpty();
    var forwarded = forwarded();
    forwarded.addHeader(HEADER, "DE");
    assertThat(new Whence(settings("")).of(forwarded)).isEmpty();
    assertThat(new Whence(settings("X-Country")).of(forwarded)).isEmpty();
    assertThat(new Whence(settings(HEADER)).of(forwarded())).isEmpty();
    assertThat(new Whence(settings(HEADER)).here()).isEmpty();
  }

  @Test
  void of_two_headers_one_is_not_the_proxys() {
    var request = forwarded();
    request.addHeader(HEADER, "DE");
    request.addHeader(HEADER, "FR");
    assertThat(new Whence(settings(HEADER)).of(request)).isEmpty();
  }
}
