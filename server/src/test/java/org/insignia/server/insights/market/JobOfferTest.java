package org.insignia.server.insights.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class JobOfferTest {
  @Test
  void no_host_is_named_for_an_address_that_is_not_what_it_looks_like() {
    assertThat(host("https://jobs.example/1")).isEqualTo("jobs.example");
    assertThat(host("https://JOBS.example:8443/1")).isEqualTo("jobs.example");
    assertThat(host("https://good.example@evil.example/")).isEmpty();
    assertThat(host("javascript:alert(1)")).isEmpty();
    assertThat(host("https:/nothing")).isEmpty();
  }

  private static String host(String address) {
    return JobOffer.host(URI.create(address));
  }
}
