package org.insignia.server.api.vcapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ConformanceSettingsTest {
  private static final String TOKEN = "x".repeat(32);

  @Test
  void a_public_address_needs_a_token() {
    for (var url : new String[] {"https://badges.example", "http://192.168.1.2:8080"}) {
      assertThatThrownBy(() -> new ConformanceSettings(true, " ").refuseUnlessSafe(URI.create(url)))
          .hasMessageContaining("INSIGNIA_CONFORMANCE_TOKEN");
      assertThatCode(() -> new ConformanceSettings(true, TOKEN).refuseUnlessSafe(URI.create(url)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void an_address_of_this_machine_needs_none() {
    for (var url :
        new String[] {"http://localhost:8080", "https://127.0.0.1:8443", "http://[::1]:80"}) {
      assertThatCode(() -> new ConformanceSettings(true, null).refuseUnlessSafe(URI.create(url)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_token_that_could_be_guessed_is_refused() {
    assertThatThrownBy(() -> new ConformanceSettings(true, "short"))
        .hasMessageContaining("32 characters");
  }
}
